"""A server that cannot start says what is in the way and the way out, and leaves nothing open."""

import os
import socket
from pathlib import Path

import pytest

from api.app import DatabaseInUse
from api.vocabulary import SendFailure
from bot.app import serving
from bot.channel import SendError
from bot.settings import load


@pytest.fixture
def taken():
    """A port that this very process listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def settings(tmp_path, **given):
    """Practice on a port of its own, unless another is given."""
    return load({"LINLI_PORT": "0", **given}, tmp_path, practice=True)


def test_a_port_that_is_taken_names_who_has_it_and_the_way_out(taken, tmp_path, capsys):
    """The operator need not search for the process, nor for the setting."""
    status = serving.serve_whole(settings(tmp_path, LINLI_PORT=str(taken)))
    told = capsys.readouterr().err
    assert status == serving.NEEDS_MENDING
    assert f"Port {taken} of 127.0.0.1 cannot be used" in told
    assert f"process {os.getpid()} (" in told
    assert "LINLI_PORT=" in told


def test_a_port_whose_holder_is_hidden_still_has_its_way_out(taken, tmp_path, capsys, monkeypatch):
    """Some machines show nobody the processes of others."""

    def hidden(_kind):
        raise serving.psutil.AccessDenied

    monkeypatch.setattr(serving.psutil, "net_connections", hidden)
    assert serving.serve_whole(settings(tmp_path, LINLI_PORT=str(taken))) == serving.NEEDS_MENDING
    told = capsys.readouterr().err
    assert " by process " not in told
    assert "choose another port" in told


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (DatabaseInUse(Path("linli.sqlite3"), "7"), "in use by process 7"),
        (SendError(SendFailure.MISCONFIGURED), "Check its token and the network"),
    ],
)
def test_what_cannot_be_opened_says_why(tmp_path, capsys, monkeypatch, error, says):
    """In words for the operator, without a traceback."""

    class Broken(serving.Whole):
        async def open(self):
            raise error

    monkeypatch.setattr(serving, "Whole", Broken)
    assert serving.serve_whole(settings(tmp_path)) == serving.NEEDS_MENDING
    told = capsys.readouterr().err
    assert says in told
    assert "Traceback" not in told


def test_a_bot_apart_wants_to_know_where_the_api_is(tmp_path, capsys):
    """Before it opens anything."""
    assert serving.serve_apart(settings(tmp_path)) == serving.NEEDS_MENDING
    assert "LINLI_API_URL" in capsys.readouterr().err
