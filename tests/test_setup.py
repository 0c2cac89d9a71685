"""`make setup` on machines which lack things: real script, real make, stand-in interpreters."""

import shutil
import stat

import pytest

from tests.tree import ROOT, run

TOOLS = ("basename", "cat", "chmod", "cksum", "dirname", "make", "mkdir", "rm", "sh")
NEEDED = ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock")

# Stands for an interpreter: as old or new, with or without ensurepip, as the machine says.
PYTHON = """#!/bin/sh
echo "$(basename "$0") $*" >>"{log}"
case "$*" in
*version_info*) exit {old} ;;
*ensurepip*) exit {bare} ;;
"-m venv .venv") mkdir -p .venv/bin && cat "$0" >.venv/bin/python && chmod +x .venv/bin/python ;;
esac
"""
# Stands for uv and virtualenv: makes the folder, with a whole interpreter in it.
MAKER = """#!/bin/sh
echo "$(basename "$0") $*" >>"{log}"
mkdir -p .venv/bin && cat "{whole}" >.venv/bin/python && chmod +x .venv/bin/python
"""


class Machine:
    """A checkout and a PATH that holds nothing but what a test puts there."""

    def __init__(self, folder):
        self.path = folder / "bin"
        self.checkout = folder / "a checkout"  # a blank in its path breaks careless scripts
        self.log = folder / "log"
        self.path.mkdir()
        (self.checkout / ".ci").mkdir(parents=True)
        for name in (*NEEDED, ".ci/setup"):
            shutil.copy(ROOT / name, self.checkout / name)
        for tool in TOOLS:
            (self.path / tool).symlink_to(shutil.which(tool))

    def install(self, name, text, **words):
        """Puts a command on the PATH."""
        program = self.path / name
        whole = self.path.parent / "whole"
        program.write_text(text.format(log=self.log, whole=whole, **words))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        whole.write_text(PYTHON.format(log=self.log, old=0, bare=0))

    def python(self, name="python3", *, old=0, bare=0):
        """Puts an interpreter on the PATH; `bare` has no ensurepip, `old` is before 3.11."""
        self.install(name, PYTHON, old=old, bare=bare)

    def make(self, *arguments):
        """Types `make` and its arguments in the checkout."""
        return run("make", *arguments, cwd=self.checkout, env={"PATH": str(self.path)})

    def set_up(self):
        """A finished `make setup`, for rules about what happens after it."""
        assert self.make("setup").returncode == 0

    @property
    def calls(self):
        """What was called so far, one line a call."""
        return self.log.read_text() if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path):
    """A machine with make, a shell and no Python yet."""
    return Machine(tmp_path)


def test_a_whole_python_makes_the_environment_itself(machine):
    """No other tool is asked when venv and ensurepip are there."""
    machine.python()
    machine.install("uv", MAKER)
    machine.set_up()
    assert "python3 -m venv .venv" in machine.calls
    assert "uv" not in machine.calls


def test_setup_installs_the_run_time_lock_and_the_command_line_only(machine):
    """The project itself is installed without resolving its dependencies a second time."""
    machine.python()
    machine.set_up()
    installs = [line for line in machine.calls.splitlines() if " install " in line]
    assert [line.partition(" install ")[2] for line in installs] == [
        "-r requirements.lock",
        "--no-deps --editable .",
    ]


def test_a_second_setup_is_silent_and_installs_nothing(machine):
    """Idempotent, and quiet when nothing is left to do."""
    machine.python()
    machine.set_up()
    before = machine.calls
    again = machine.make("setup")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.calls == before


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_again_into_the_same_environment(machine, changed):
    """The stamp is keyed on what the environment was made from."""
    machine.python()
    machine.set_up()
    with (machine.checkout / changed).open("a") as file:
        file.write("# changed\n")
    machine.set_up()
    assert machine.calls.count("-r requirements.lock") == 2
    assert machine.calls.count("-m venv") == 1


def test_a_moved_checkout_is_installed_again(machine):
    """Scripts in an environment hold its path."""
    machine.python()
    machine.set_up()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("moved"))
    assert "Setting up" in machine.make("setup").stdout


def test_an_interrupted_install_is_taken_up_again(machine):
    """The stamp is written last."""
    machine.python()
    machine.set_up()
    (machine.checkout / ".venv/ready-run").unlink()
    assert "Setting up" in machine.make("setup").stdout


def test_without_ensurepip_uv_makes_the_environment(machine):
    """And is told to put pip in, so that one way of installing serves all."""
    machine.python(bare=1)
    machine.install("uv", MAKER)
    machine.install("virtualenv", MAKER)
    machine.set_up()
    assert "uv venv --quiet --seed --python python3 .venv" in machine.calls
    assert "virtualenv" not in machine.calls


def test_without_ensurepip_and_uv_virtualenv_makes_the_environment(machine):
    """The last of the three ways."""
    machine.python(bare=1)
    machine.install("virtualenv", MAKER)
    machine.set_up()
    assert "virtualenv --quiet --python python3 .venv" in machine.calls


@pytest.mark.parametrize("command", ["setup", "run", "test", "check"])
def test_with_none_of_them_one_line_to_type_is_printed_and_the_exit_is_2(machine, command):
    """Whichever command a newcomer starts with."""
    machine.python(bare=1)
    done = machine.make(command)
    assert done.returncode == 2
    assert "sudo apt-get install python3-venv" in done.stderr.splitlines()
    assert not (machine.checkout / ".venv").exists()


def test_the_line_to_type_names_the_package_of_the_python_that_was_found(machine):
    """Debian has one such package a version."""
    machine.python(old=1)
    machine.python("python3.12", bare=1)
    assert "sudo apt-get install python3.12-venv" in machine.make("setup").stderr


def test_a_newer_python_beside_an_old_one_is_found(machine):
    """`python3` may be older than 3.11."""
    machine.python(old=1)
    machine.python("python3.13")
    machine.set_up()
    assert "python3.13 -m venv .venv" in machine.calls


def test_a_named_python_is_taken(machine):
    """`make setup PYTHON=...` for an interpreter that is not on the PATH by a known name."""
    machine.python()
    machine.python("mine")
    assert machine.make("setup", "PYTHON=mine").returncode == 0
    assert "mine -m venv .venv" in machine.calls


def test_without_a_new_enough_python_the_message_says_which_is_needed(machine):
    """And nothing is made."""
    machine.python(old=1)
    done = machine.make("setup")
    assert done.returncode == 2
    assert "Linli needs Python 3.11 or newer" in done.stderr
    assert not (machine.checkout / ".venv").exists()


def test_the_environment_of_a_python_that_is_gone_is_made_anew(machine):
    """A dangling interpreter is what an upgrade of the system leaves behind."""
    machine.python()
    (machine.checkout / ".venv/bin").mkdir(parents=True)
    (machine.checkout / ".venv/bin/python").symlink_to("/nowhere/python3")
    machine.set_up()
    assert "python3 -m venv .venv" in machine.calls


def test_testing_sets_up_run_time_and_development(machine):
    """One lock includes the other, so `make test` needs no `make setup` before it."""
    machine.python()
    assert machine.make("test").returncode == 0
    assert "install -r requirements-dev.lock" in machine.calls
    assert "-r requirements.lock" in (ROOT / "requirements-dev.lock").read_text().splitlines()
    assert machine.calls.splitlines()[-1] == "python -m pytest -n 2"
