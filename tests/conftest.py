"""What holds for every test: which ones run, what a skip means, and a clean environment."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Servers that stand in for the outside world, and a browser; a test asks for them by name.
pytest_plugins = ["tests.peers.fixtures", "tests.browser"]

OURS = r"(api|bot|accessibility|locales|tests)\b"
EVERYTHING = os.environ.get("LINLI_TESTS") == "all"
LEFT_OUT = pytest.StashKey[int]()
"""How many tests the everyday run does not run."""

MEMORY, ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108 - pytest makes folders of its own in it
"""Where files never wait for a disk, and as many bytes as all tests may want there."""

# The same examples each time, and no deadline: a slow machine is not a broken rule.
settings.register_profile("linli", deadline=None, derandomize=True)
settings.load_profile("linli")


def _in_memory():
    """Whether the tests' files have room in memory, where programs may run from, too."""
    if not os.access(MEMORY, os.W_OK) or os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        return False
    return shutil.disk_usage(MEMORY).free > ROOM


# Every unit of work waits for the disk to have it, which no test can tell from memory.
if _in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    os.environ.setdefault("TMPDIR", str(MEMORY))


def pytest_addoption(parser):
    """`--rewrite` writes down what Linli says now, where a file says what it should say."""
    parser.addoption("--rewrite", action="store_true", help="rewrite transcripts as they go now")


def pytest_configure(config):
    """On a Python other than 3.11, libraries may warn; our own modules still may not."""
    if sys.version_info[:2] != (3, 11):
        config.addinivalue_line("filterwarnings", "default")
        config.addinivalue_line("filterwarnings", f"error:::{OURS}")


def pytest_collection_modifyitems(config, items):
    """Tests marked `full` run with LINLI_TESTS=all only."""
    if EVERYTHING:
        return
    left_out = [item for item in items if item.get_closest_marker("full")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    config.stash[LEFT_OUT] = len(left_out)
    if hasattr(config, "workeroutput"):  # one of several processes; the first one tells people
        config.workeroutput["left_out"] = len(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Each process collects all tests, so any of them knows how many it left out."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter, config):
    """An everyday run that passed says what it did not look at, and how to."""
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.section(f"{left_out} tests were left out", yellow=True, bold=True)
        terminalreporter.line("They are slow, or need PostgreSQL, a browser, Java or a voice.")
        terminalreporter.line(
            "All tests: LINLI_TESTS=all make test. CONTRIBUTING.md has what they need."
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In the full run everything must be there, so a skip is a failure."""
    report = yield
    if EVERYTHING and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in the full run: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch):
    """A test sees no LINLI_ setting but those it makes itself."""
    for name in [name for name in os.environ if name.startswith("LINLI_")]:
        monkeypatch.delenv(name)
