"""The doctor: every finding with the way out, exit status 1 when something is missing."""

import pytest

from accessibility.voice.errors import NoEngineError
from tests.bot.test_settings import REAL
from tests.weights import listening


def test_of_an_empty_folder_it_says_that_this_is_practice_and_makes_nothing(shell):
    """With what makes a real deployment of it."""
    assert shell.types("doctor") == 0
    assert "practice district" in shell.out
    assert "LINLI_REGION" in shell.out
    assert list(shell.folder.iterdir()) == []


def test_a_full_deployment_has_nothing_missing(deployed):
    """Numbers of the region are known, and what no list has is only a note."""
    assert deployed.types("doctor") == 0
    assert "missing" not in {
        line.split()[0] for line in deployed.out.splitlines() if line[:1] != " "
    }
    assert "120 is an emergency number in CN" in deployed.out


def test_each_missing_setting_is_a_finding(shell):
    """All at once, and the status says that something has to be done."""
    shell.set(region="CN")
    assert shell.types("doctor") == 1
    for name in REAL.keys() - {"LINLI_REGION"}:
        assert f"missing  {name} is missing." in shell.out


def test_a_database_that_cannot_be_reached_is_missing_and_no_secret_is_printed(deployed):
    """Neither its password nor a token of the settings."""
    word = "verysecret"
    deployed.set(
        database="postgresql://linli:" + word + "@127.0.0.1:9/linli",
        telegram_token=f"4711:{word}",
        api_token=word,
        telegram_webhook=f"{word}-{word}",
    )
    assert deployed.types("doctor") == 1
    assert "does not answer" in deployed.out
    assert "LINLI_DATABASE" in deployed.out
    assert word not in deployed.out + deployed.err


def test_what_every_language_has_is_told(shell):
    """Its voice, who read its words, and whether somebody reviewed what it hears of danger."""
    shell.types("doctor")
    for name in ("English", "Chinese"):
        assert name in shell.out
    assert "Chinese (Simplified): rules of danger that nobody reviewed." in shell.out


def test_the_voice_of_every_language_is_told(shell):
    """By its name and where it comes from."""
    shell.types("doctor")
    assert "English: voice gmw/en (espeak-ng 1.52.0)." in shell.out
    assert "Chinese (Simplified): voice sit/cmn (espeak-ng 1.52.0)." in shell.out


def test_a_language_without_a_voice_is_told_with_how_to_get_one(shell, monkeypatch):
    """Text works all the same, so it is a note."""
    monkeypatch.setattr("accessibility.voice.voices.Voices.of", lambda _self, _language: "")
    shell.types("doctor")
    assert "English: text only, no voice." in shell.out
    assert "LINLI_VOICE_DIRECTORY" in shell.out


def test_a_voice_of_ones_own_is_told_and_so_is_one_that_cannot_be_used(shell):
    """With its file."""
    for tag, entry in (("en", 'command = ["cat"]'), ("so", "command = 5")):
        (shell.folder / "own" / tag).mkdir(parents=True)
        (shell.folder / "own" / tag / "voice.toml").write_text(entry, "utf-8")
    shell.set(voice_directory="own")
    shell.types("doctor")
    assert "English: voice own:en (your own)." in shell.out
    assert "so/voice.toml: it has no command" in shell.out


def test_a_machine_without_any_voice_is_told_what_is_missing(shell, monkeypatch):
    """And the languages are text only."""

    async def none(_speaker):
        raise NoEngineError("espeak-ng is missing: install it")

    monkeypatch.setattr("accessibility.voice.speaker.Speaker.voices", none)
    shell.types("doctor")
    assert "A voice cannot be used: espeak-ng is missing: install it." in shell.out
    assert "English: text only, no voice." in shell.out


def test_without_what_a_pdf_needs_it_says_how_to_get_it(shell, monkeypatch):
    """A script can be printed as a page all the same, so it is a note."""
    monkeypatch.setattr("accessibility.script.lacking", lambda: "pip install 'linli[pdf]'")
    shell.types("doctor")
    assert "No PDF of call scripts" in shell.out
    assert "linli[pdf]" in shell.out


def test_what_is_understood_of_voice_notes_is_told(shell):
    """By what, in each language."""
    shell.set(listen_directory=listening())
    shell.types("doctor")
    assert "English: voice notes understood by faster-whisper." in shell.out
    assert "Chinese (Simplified): voice notes understood by faster-whisper." in shell.out


@pytest.mark.parametrize(
    ("folder", "told"), [("", "LINLI_LISTEN_DIRECTORY"), ("models", "no model of faster-whisper")]
)
def test_where_nothing_understands_voice_notes_it_is_told_who_does(shell, folder, told):
    """And what is missing."""
    (shell.folder / "models" / "en").mkdir(parents=True)
    shell.set(listen_directory=folder)
    shell.types("doctor")
    assert "English: people listen to voice notes, nothing else does." in shell.out
    assert told in shell.out
