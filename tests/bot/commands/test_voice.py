"""`linli voice warm`: the prompts of a language, made before anybody asks for them."""

import io

import pytest

from accessibility.voice.errors import NoEngineError
from bot.commands import voice as command
from bot.forms import FORMS
from bot.settings import load
from tests.accessibility.voice.audio import heard
from tests.bot.test_settings import REAL

SOME = 3


@pytest.fixture
def some(monkeypatch):
    """The first few prompts, so that a test does not speak for a minute."""
    every = command.prompts

    def few(settings, language):
        apart = {prompt.text: prompt for prompt in every(settings, language)}
        yield from list(apart.values())[:SOME]

    monkeypatch.setattr(command, "prompts", few)


def files(shell):
    """What is in the cache."""
    return sorted((shell.folder / "linli-data" / "voice").iterdir())


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_what_is_made_ahead_is_whole_and_made_once(shell, language):
    """A second run finds all of it."""
    words = ("voice", "warm", "--language", language, "--format", "wav8k")
    assert shell.types(*words) == 0
    made = {path: path.read_bytes() for path in files(shell)}
    assert len(made) == SOME
    assert all(heard(audio).seconds > 1 for audio in made.values())
    assert shell.out == f"{SOME} prompts in linli-data/voice.\n"
    assert shell.err == ""
    assert shell.types(*words) == 0
    assert {path: path.read_bytes() for path in files(shell)} == made


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_all_that_is_the_same_for_everybody_is_made_and_nothing_of_a_person(deployed, language):
    """Every question whose words need nobody's answers, on every page; no receipt, no name."""
    told = list(command.prompts(load(REAL, deployed.folder), language))
    asked = {prompt.code for prompt in told if prompt.asks}
    every = {f"{form.name}.{one.name}" for form in FORMS.values() for one in form.questions}
    assert len(asked) > 0.6 * len(every)
    assert {"ask.need", "ask.home_need", "ask.safe_now"} <= asked
    assert len([one for one in told if one.code == "ask.home_need"]) == 4
    assert any("120" in one.text for one in told)
    assert not [one.text for one in told if "{" in one.text]


@pytest.mark.usefixtures("some")
def test_a_terminal_shows_how_far_it_is_and_a_log_stays_empty(shell, monkeypatch):
    """The bar is full at the end."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    assert shell.types("voice", "warm", "--format", "wav8k") == 0
    shown = screen.getvalue().split("\r")[1:]
    assert [line.split("]")[1].strip() for line in shown] == ["1/3", "2/3", "3/3"]
    assert shown[-1].startswith(f"[{'#' * command.BAR}]")
    assert shown[-1].endswith("\n")


@pytest.mark.parametrize("words", [("cool",), (), ("warm", "--format", "flac")])
def test_what_the_command_does_not_know_is_refused(shell, words):
    """With what it does know."""
    assert shell.types("voice", *words) == 2
    assert "usage" in shell.err


def test_a_language_without_words_is_refused_by_the_name_of_the_option(shell):
    """As everywhere."""
    assert shell.types("voice", "warm", "--language", "tlh") == 1
    assert "--language: There are no words in 'tlh'" in shell.err


def test_a_machine_without_a_voice_says_so(shell, monkeypatch):
    """And that text works."""

    async def none(_speaker):
        raise NoEngineError("espeak-ng is missing")

    monkeypatch.setattr("accessibility.voice.speaker.Speaker.voices", none)
    assert shell.types("voice", "warm") == 2
    assert "Text works" in shell.err


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_every_prompt_of_a_language_can_be_made_ahead(shell, language):
    """None is refused, none has a language without a voice."""
    assert shell.types("voice", "warm", "--language", language, "--format", "wav8k") == 0
    assert len(files(shell)) > 100
