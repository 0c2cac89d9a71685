"""How a task is told: whoever helps from afar goes nowhere, and no word says that they do."""

import pytest

import locales
from api.dispatch.service import taking
from api.vocabulary import Mode
from bot.dialogue.engine import prompt_of
from bot.dialogue.state import Facts
from bot.wording import Wording
from tests.bot.dialogue.person import NOW, Person, opening
from tests.deployment import START

AFAR = {"task_id": "t1", "leaves": ["check_in"], "remote": taking.afar(Mode.REMOTE)}
NEAR = {**AFAR, "remote": taking.afar(Mode.IN_PERSON)}


def test_who_goes_there_is_asked_when_they_arrive():
    """The resident is told the time."""
    person = Person().say(opening("task", **NEAR)).choose("on_my_way")
    assert person.at == "task.arrive_at"


def test_who_helps_from_afar_is_not_asked_when_they_arrive():
    """They begin now, and the task is begun by that one answer."""
    person = Person().say(opening("task", **AFAR)).choose("on_my_way")
    assert (person.turn.done, person.turn.effects[0].effect) == (True, "start_task")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_option_is_called_by_how_they_help(language):
    """Nobody who telephones has to say that they are on the way."""
    said = {_first_option(about, language) for about in (AFAR, NEAR)}
    way = locales.catalog(language).say("task-step-on_my_way")
    assert len(said) == 2
    assert way in said


def _first_option(about, language):
    person = Person().say(opening("task", **about))
    words = Wording(zone=START.tzinfo, default_language=language)
    asked = prompt_of(person.forms, person.state, Facts(NOW))
    return words.asked(asked, language, NOW).options[0].label
