"""Law 1 in free words: what is written in one line and confirmed is the request of the buttons."""

import json
from itertools import product

import pytest

from accessibility.prompt import Kind, Located, Part, Reading, ReadingKind
from accessibility.understand import proposal
from api.vocabulary import LEAVES, Effect, Leaf, Urgency
from bot.dialogue.engine import advance
from bot.dialogue.state import Facts
from bot.forms import FORMS
from bot.forms.request import as_request, canonical
from tests.bot.dialogue.person import NOW, SETTLED, asking, option, text

HERE = Reading(ReadingKind.PLACE, place=Located("Lane 1", 31.1, 121.1, "p1"))
FACTS = Facts(NOW, "en", frozenset({*SETTLED, "profile_asked"}))
WHOM = ("me", "someone_else")
SAID = {
    "en": {
        "groceries": "groceries",
        "meal": "a hot meal",
        "water": "drinking water",
        "medicine": "medicine from the pharmacy",
        "doctor_visit": "somebody to go with me to the doctor",
        "medical_supplies": "bandages",
        "protective_supplies": "face masks",
        "household_goods": "soap and toilet paper",
        "errand": "somebody to post a letter",
        "transport": "a ride",
        "home_care": "help with washing and dressing",
        "repair": "a plumber for a leaking tap",
        "tech_help": "help with the computer",
        "information": "information about the rules",
        "check_in": "somebody to chat with",
        "counselling": "a counsellor",
        "interpreting": "an interpreter",
        "money": "money for the rent",
        "goods": "a heater",
        "now": "right now",
        "today": "today",
        "week": "this week",
        "later": "next month",
        "me": "It is for me.",
        "someone_else": "It is for my neighbour.",
        "line": "I need {leaf} {urgency}. {whom}",
    },
    "zh-Hans": {
        "groceries": "买菜",
        "meal": "送饭",
        "water": "桶装水",
        "medicine": "买药",
        "doctor_visit": "陪着看病",
        "medical_supplies": "纱布",
        "protective_supplies": "口罩",
        "household_goods": "肥皂和卫生纸",
        "errand": "帮忙拿快递",
        "transport": "要一辆车",
        "home_care": "要人帮忙洗澡",
        "repair": "修水管",
        "tech_help": "手机不会弄，要人教",
        "information": "问问小区什么规定",
        "check_in": "找人聊聊天",
        "counselling": "心理咨询",
        "interpreting": "越南语翻译",
        "money": "缺钱交房租",
        "goods": "要一台电风扇",
        "now": "现在就要",
        "today": "今天要",
        "week": "这周要",
        "later": "下个月要",
        "me": "是我自己的事",
        "someone_else": "是替邻居要的",
        "line": "{leaf}，{urgency}，{whom}",
    },
}
"""How somebody says it who never saw our questions; one line for all of it."""


def line(language, leaf, urgency, whom):
    """A free text that says what, when and for whom."""
    words = SAID[language]
    return words["line"].format(leaf=words[leaf], urgency=words[urgency], whom=words[whom])


def parts(leaf, urgency, whom):
    """What such a text says."""
    return {"needs": (leaf,), "urgency": (urgency,), "for_whom": (whom,)}


EVERY = tuple(product([one.value for one in Leaf if one != Leaf.OTHER], Urgency, WHOM))


@pytest.mark.parametrize("language", SAID)
def test_every_need_time_and_person_is_found_in_one_line(language):
    """All of it and nothing else, whatever stands beside what."""
    wrong = {}
    for leaf, urgency, whom in EVERY:
        said = line(language, leaf, urgency.value, whom)
        reading = proposal(said, None, language)
        found = {part.name: part.codes for part in reading.parts} if reading else {}
        if found != parts(leaf, urgency.value, whom):
            wrong[said] = found
    assert wrong == {}


def words(leaf, urgency, whom):
    """The reading of such a text."""
    said = parts(leaf, urgency, whom).items()
    return Reading(ReadingKind.PROPOSAL, parts=tuple(Part(name, codes) for name, codes in said))


def usual(question, **wanted):
    """What is answered to a question, the same by everybody but for what is wanted."""
    answers = {"must_know": "no", "reach": "here", "sure": "yes", "people": "two"}
    said = wanted.get(question.name) or answers.get(question.name)
    if said:
        return option(said)
    if question.kind is Kind.PLACE:
        return HERE
    return text("Li") if question.kind is Kind.TEXT else option(question.options[0])


def asks_for(state, *readings, **wanted):
    """What somebody asks for in the end who says this and then answers as usual; in bytes."""
    acts, left = [], list(readings)
    while state.frames:
        asked = FORMS[state.frames[-1].form].question(state.frames[-1].open)
        turn = advance(FORMS, state, left.pop(0) if left else usual(asked, **wanted), FACTS)
        acts, state = [*acts, *turn.effects], turn.state
    made = next(act for act in acts if act.effect == Effect.CREATE_REQUEST)
    request = as_request(made.values["answers"], "en")
    return json.dumps(canonical(request), sort_keys=True)


def test_what_is_confirmed_is_the_request_that_the_buttons_make():
    """For every need, time and person; the questions that are left are answered alike."""
    begun = asking("yes").state
    for leaf, urgency, whom in EVERY:
        need = next(need for need, leaves in LEAVES.items() if leaf in leaves)
        pressed = {"need": need, f"{need}_need": leaf, "urgency": urgency, "for_whom": whom}
        written = asks_for(begun, words(leaf, urgency, whom), option("yes"))
        assert written == asks_for(begun, **pressed)
