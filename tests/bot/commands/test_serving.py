"""The programs as they are started: one serves until Ctrl-C, one talks until the input ends."""

import os
import re
import signal
import subprocess
import sys

import httpx
import pytest

from tests.tree import ROOT

PATIENCE_S = 120


def no_way_in(folder):
    """Nothing is left by which a command could come into a server that is gone."""
    return list((folder / "linli-data").glob("*.admin-token")) == []


@pytest.fixture
def started(tmp_path):
    """Starts `linli` in a folder of its own; what still runs at the end is killed."""
    running = []

    def start(*words, **settings):
        settings = {f"LINLI_{name.upper()}": value for name, value in settings.items()}
        program = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(program)
        return program

    yield start
    for program in running:
        program.kill()
        program.communicate()


def test_a_server_says_where_it_listens_lets_commands_in_and_stops_cleanly(started, tmp_path):
    """A link made beside it leads to it and signs in; Ctrl-C leaves no way in and no traceback."""
    server = started("run", port="0")
    url = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group()
    link, _ = started("token", "--role", "coordinator").communicate(timeout=PATIENCE_S)
    assert link.startswith(f"{url}/desk/sign-in/")
    with httpx.Client(trust_env=False) as client:
        assert client.get(f"{url}/healthz").status_code == httpx.codes.OK
        assert client.get(link.strip()).status_code == httpx.codes.OK
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=PATIENCE_S)
    assert server.returncode == 0
    assert "Traceback" not in err
    assert link.strip().rpartition("/")[2] not in out + err
    assert no_way_in(tmp_path)


@pytest.mark.full
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_server_told_to_stop_at_its_first_moment_closes_as_well(started, tmp_path, number):
    """By hand or by what started it: no token is left on the disk, and the status is 0."""
    server = started("run", port="0")
    server.stdout.readline()
    server.send_signal(number)
    _, err = server.communicate(timeout=PATIENCE_S)
    assert (server.returncode, err) == (0, "")
    assert no_way_in(tmp_path)


@pytest.mark.full
def test_ctrl_c_ends_a_conversation_in_the_terminal(started):
    """At once, though it waits for a line."""
    talk = started("talk")
    while "PRACTICE" not in talk.stdout.readline():
        pass
    talk.send_signal(signal.SIGINT)
    assert talk.wait(PATIENCE_S) == 0
    assert "Traceback" not in talk.stderr.read()


@pytest.mark.full
def test_a_conversation_in_the_terminal_goes_as_far_as_the_input_and_keeps_nothing(
    started, tmp_path
):
    """Practice is said first, a typed number answers, and the folder stays as it was."""
    out, err = started("talk").communicate("1\n1\n", timeout=PATIENCE_S)
    assert out.index("PRACTICE") < out.index("1. English")
    assert "Are you safe" in out
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []
