"""The command line: what is typed wrong is answered with what is right."""

import pytest

from bot.__main__ import COMMANDS


def test_help_names_each_command_and_what_it_is_for(shell):
    """Nobody has to know one by heart."""
    assert shell.types("--help") == 0
    said = " ".join(shell.out.split())
    for name, purpose in COMMANDS.items():
        assert f"{name} {purpose}" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_and_does_nothing_then(shell, name):
    """With its own purpose; nothing is made in the folder."""
    assert shell.types(name, "--help") == 0
    assert COMMANDS[name] in " ".join(shell.out.split())
    assert list(shell.folder.iterdir()) == []


@pytest.mark.parametrize("words", [(), ("nonsense",), ("run", "--nonsense"), ("doctor", "extra")])
def test_what_is_no_command_is_refused_with_the_way_out(shell, words):
    """The status of a wrong use is 2, and usage is on the error output."""
    assert shell.types(*words) == 2
    assert shell.out == ""
    assert "usage: linli" in shell.err
    assert "Traceback" not in shell.err


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("token",), "--role"),
        (("token", "--role", "king"), "coordinator"),
        (("erase",), "address"),
        (("places",), "file"),
        (("backup",), "file"),
        (("restore",), "file"),
    ],
)
def test_what_a_command_lacks_is_named(shell, words, names):
    """Or what it may be instead."""
    assert shell.types(*words) == 2
    assert names in shell.err


@pytest.mark.parametrize("words", [("run",), ("api",), ("bot",), ("token", "--role", "bot"),
                                   ("erase", "telegram:1"), ("backup", "b"), ("restore", "b"),
                                   ("places", "p.csv")])  # fmt: skip
def test_half_a_deployment_is_refused_by_every_command_that_would_serve_or_change_it(shell, words):
    """Each missing setting is named, and nothing is made: practice is never taken for real."""
    shell.set(region="CN")
    assert shell.types(*words) == 2
    assert "LINLI_SAFEGUARDING is missing" in shell.err
    assert "LINLI_EMERGENCY_VOICE is missing" in shell.err
    assert list(shell.folder.iterdir()) == []


def test_a_bot_apart_is_told_where_the_api_is_before_it_starts(deployed):
    """By two settings, which are named."""
    assert deployed.types("bot") == 2
    assert "LINLI_API_URL" in deployed.err
    assert "LINLI_API_TOKEN" in deployed.err


@pytest.mark.parametrize("command", ["run", "api", "demo"])
def test_a_server_whose_database_cannot_be_opened_says_so(deployed, command):
    """With the file and the way out, and never with a traceback."""
    (deployed.folder / "no-database").write_text("words of somebody")
    deployed.set(database=f"sqlite:///{deployed.folder}/no-database", port=0)
    assert deployed.types(command) == 2
    assert "no-database cannot be opened: file is not a database" in deployed.err
    assert "linli doctor" in deployed.err
    assert "Traceback" not in deployed.err


@pytest.mark.parametrize("words", [("run",), ("token", "--role", "bot"), ("erase", "telegram:1")])
def test_a_postgresql_that_does_not_answer_is_named_without_its_password(deployed, words):
    """By host and name, with what to check."""
    word = "verysecret"
    deployed.set(database="postgresql://linli:" + word + "@127.0.0.1:9/linli", port=0)
    assert deployed.types(*words) in {1, 2}
    assert "PostgreSQL at 127.0.0.1, database linli cannot be opened" in deployed.err
    assert "LINLI_DATABASE" in deployed.err
    assert word not in deployed.out + deployed.err


def test_keys_that_others_can_read_stop_a_server(deployed):
    """With the command that closes them."""
    keys = deployed.folder / "keys.json"
    keys.write_text("{}")
    keys.chmod(0o644)
    deployed.set(key_file=keys, port=0)
    assert deployed.types("run") == 2
    assert f"chmod 600 {keys}" in deployed.err
