"""`linli hear`: what an operator's file is understood as is what a voice note would be."""

import json

import pytest

from tests.weights import listening


@pytest.fixture
def hearing(shell):
    """A folder with the test weights named, and a file that says an answer."""
    shell.set(listen_directory=listening())
    assert shell.types("say", "--output", "said.ogg", "Food or water") == 0
    return shell


def test_a_file_is_told_as_words_an_option_and_how_sure(hearing):
    """One JSON object on one line, nothing else; nothing is left in the folder."""
    assert hearing.types("hear", "said.ogg", "--options", "Medicine, Food or water,Money") == 0
    (line,) = hearing.out.splitlines()
    told = json.loads(line)
    assert told.keys() == {"text", "option", "confidence"}
    assert told["text"].casefold().startswith("food or water")
    assert told["option"] == "Food or water"
    assert 0.5 < told["confidence"] <= 1
    assert hearing.err == ""
    assert [path.name for path in hearing.folder.iterdir()] == ["said.ogg"]


def test_what_names_no_option_has_none(hearing):
    """Nor has a file without a question."""
    for words in (("--options", "A cooked meal, Money"), ()):
        assert hearing.types("hear", "said.ogg", *words) == 0
        assert json.loads(hearing.out)["option"] is None


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("there.ogg", None, "FILE: there.ogg: No such file or directory."),
        ("text.ogg", b"Hello, this is a text.", "FILE: text.ogg: No kind of audio"),
        ("empty.ogg", b"", "FILE: empty.ogg: No kind of audio"),
        ("cut.ogg", b"OggS" + bytes(300), "FILE: cut.ogg: Ogg"),
        ("large.wav", b"RIFF" + bytes(5_000_000), "bytes; at most 4194304 are listened to."),
    ],
)
def test_a_file_that_is_none_is_told_by_its_name(shell, name, content, told):
    """With the status of a mistake."""
    shell.set(listen_directory=listening())
    if content is not None:
        (shell.folder / name).write_bytes(content)
    assert shell.types("hear", name) == 1
    assert told in shell.err
    assert shell.out == ""


def test_an_unknown_language_is_told(shell):
    """Before anything is listened to."""
    assert shell.types("hear", "said.ogg", "--language", "tlh") == 1
    assert "--language: There are no words in 'tlh'" in shell.err


def test_without_a_model_it_is_told_how_to_get_one(shell):
    """With another status, and what happens until then."""
    (shell.folder / "a.ogg").write_bytes(b"OggS")
    for folder in ("", "nowhere"):
        shell.set(listen_directory=folder)
        assert shell.types("hear", "a.ogg") == 2
        assert "LINLI_LISTEN_DIRECTORY" in shell.err
        assert "people listen" in shell.err
