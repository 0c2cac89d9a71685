"""What is installed is whole: the wheel, its data, its command, and the two locks."""

import importlib.metadata
import json
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tree import PACKAGES, PYPROJECT, ROOT, files, read, run

PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+")
BUILD_INPUTS = ("pyproject.toml", "README.md", "LICENSE")

# Run inside the empty environment: every catalogue is read from the installed package alone.
LOAD_WORDS = """
import importlib.resources, json, locales, pathlib
from fluent.syntax import FluentParser, ast
root = importlib.resources.files(locales)
broken, words = [], {}
for path in sorted(pathlib.Path(str(root)).rglob("*.ftl")):
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    broken += [path.name for entry in body if isinstance(entry, ast.Junk)]
    words[path.relative_to(str(root)).as_posix()] = len(body)
for language in {name.partition("/")[0] for name in words}:
    locales.catalog(language)
print(json.dumps({"root": str(root), "broken": broken, "words": words}))
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel, built without a network from the tree's own files only."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for path in files(*BUILD_INPUTS, *PACKAGES):
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_bytes((ROOT / path).read_bytes())
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-index")
    done = run(*pip, "--no-build-isolation", "--wheel-dir", out, source)
    assert done.returncode == 0, done.stderr
    (found,) = out.glob("linli-*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """A new environment that holds the wheel and nothing else; returns its interpreter."""
    home = tmp_path_factory.mktemp("empty")
    assert run(sys.executable, "-m", "venv", "--without-pip", home).returncode == 0
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index")
    done = run(*pip, wheel)
    assert done.returncode == 0, done.stderr
    return python


def borrowed():
    """Lends the tests' libraries, not their path to this checkout: that is a .pth file."""
    return {"PATH": "/usr/bin:/bin", "PYTHONPATH": sysconfig.get_paths()["purelib"]}


def pins(name):
    """The pinned versions of one lock file."""
    lines = [line for line in read(name).splitlines() if PIN.fullmatch(line)]
    return {canonicalize_name(n): v for n, v in (line.split("==") for line in lines)}


def unmet(requirements, known):
    """Requirements that apply here and that no pin in `known` satisfies."""
    wanted = map(Requirement, requirements)
    apply = [w for w in wanted if w.marker is None or w.marker.evaluate({"extra": ""})]
    return [str(w) for w in apply if known.get(canonicalize_name(w.name), "") not in w.specifier]


def test_the_wheel_holds_every_file_of_the_four_packages(wheel):
    """Code and data alike: a forgotten pattern in pyproject.toml shows here."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert not {path.as_posix() for path in files(*PACKAGES)} - inside


def test_the_wheel_holds_nothing_but_the_four_packages(wheel):
    """No tests, no benchmarks, no notes."""
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_every_catalogue_loads_from_the_installed_wheel(installed, tmp_path):
    """A folder like zh-Hans is no Python package, so nothing but explicit data brings it in."""
    done = run(installed, "-c", LOAD_WORDS, cwd=tmp_path, env=borrowed())
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert not Path(found["root"]).is_relative_to(ROOT)
    assert not found["broken"]
    tree = {p.relative_to("locales").as_posix() for p in files("locales", suffix=".ftl")}
    assert tree == set(found["words"])
    assert {name.partition("/")[0] for name in tree} >= {"en", "zh-Hans"}


def test_the_installed_command_line_says_what_it_can_do(installed, tmp_path):
    """`linli --help` works outside the checkout."""
    done = run(installed.with_name("linli"), "--help", cwd=tmp_path, env=borrowed())
    assert done.returncode == 0, done.stderr
    assert "demo" in done.stdout


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_is_pins_only(name):
    """No address of an index, no hash, no range: it installs from any mirror."""
    lines = [line for line in read(name).splitlines() if not line.startswith("#")]
    assert not [
        line for line in lines if not PIN.fullmatch(line) and line != "-r requirements.lock"
    ]


def test_the_run_time_lock_holds_all_that_running_needs():
    """Each pinned library's own requirements are pinned too, at a version it accepts."""
    known = pins("requirements.lock")
    needs = {name: importlib.metadata.requires(name) or [] for name in known}
    missing = {name: lack for name, wanted in needs.items() if (lack := unmet(wanted, known))}
    assert not missing


def test_the_locks_satisfy_the_project():
    """A dependency added to pyproject.toml without `make lock` shows here."""
    runtime, extra = pins("requirements.lock"), pins("requirements-dev.lock")
    assert not unmet(PYPROJECT["project"]["dependencies"], runtime)
    assert not unmet(PYPROJECT["dependency-groups"]["dev"], runtime | extra)
    assert not runtime.keys() & extra.keys()


def test_these_tests_run_on_the_locked_versions():
    """What is tested is what is installed elsewhere."""
    locked = pins("requirements.lock") | pins("requirements-dev.lock")
    other = {n: v for n in locked if (v := importlib.metadata.version(n)) != locked[n]}
    assert not other
