"""A folder of an operator's own, where commands are typed."""

import pytest

from bot.__main__ import main
from tests.bot.test_settings import REAL


class Shell:
    """Where somebody types `linli` and reads what it prints."""

    def __init__(self, folder, capsys, monkeypatch):
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.out = self.err = ""

    def set(self, **settings):
        """Settings of the deployment, by their names."""
        for name, value in settings.items():
            self._monkeypatch.setenv(f"LINLI_{name.upper()}", str(value))

    def types(self, *words):
        """The exit status of a command; `out` and `err` are what it printed."""
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:  # argparse, which ends the process
            status = left.code
        printed = self._capsys.readouterr()
        self.out, self.err = printed.out, printed.err
        return status


@pytest.fixture
def shell(tmp_path, capsys, monkeypatch):
    """An empty folder with nothing configured: the practice district."""
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys, monkeypatch)


@pytest.fixture
def deployed(shell):
    """A folder with the settings of a real deployment."""
    for name, value in REAL.items():
        shell.set(**{name.removeprefix("LINLI_").lower(): value})
    return shell
