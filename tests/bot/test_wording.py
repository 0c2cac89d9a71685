"""Codes become words when they are sent: whole sentences of one language, and no code is read."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

import locales
from accessibility.prompt import Kind, Option
from api.notices.schemas import VALUES
from bot.dialogue.state import Asked
from bot.dialogue.statement import SIMPLE, WHICH, Statement
from bot.forms import FORMS
from bot.wording import Wording, as_values
from tests.bot.notice_values import ANY, samples

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
LANGUAGES = [language.code for language in locales.languages()]
ALWAYS = {
    "emergency": "120",
    "emergency_sms": "12110",
    "relay": "18000",
    "coordinator_phone": "021 5555 0100",
    "languages": "",
    "link": "7.7/7",
}
WORDING = Wording(ZoneInfo("Asia/Shanghai"), "en", ALWAYS)
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|[{}]|\bNone\b|\u2068")
LATIN = re.compile(r"[A-Za-z]{2,}")
IN_LATIN = {"SMS", "Linli", "OK", "desk", "sign", "in"}
"""What a reader of Chinese also writes so, and the path of a link."""

READ_BACK = [{"question": "ask.people", "answer": ["two"], "labels": {}}]
ABOUT = {
    "read_back": READ_BACK,
    "leaves": ["meal"],
    "area": ANY,
    "urgency": "now",
    "said": ANY,
    "letter": "B1",
    "name": ANY,
    "group": ANY,
    "by": "voice",
    "language": "zh-Hans",
    "urgent": "yes",
}
"""What questions may say of what they are about."""

PEOPLE = Asked(
    "ask.people", question_id="7", options=(Option("one", "", "1"), Option("two", "", "2"))
)


def text(code, values, language="en"):
    """What a notice says."""
    return WORDING.prompt(code, values, language, NOW).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(VALUES))
def test_every_notice_is_said_whole_whatever_it_carries(code, language):
    """With each value a field may have, with all fields and with the fewest, in each language."""
    for values in samples(VALUES[code]):
        said = text(code, values, language)
        assert said.strip()
        assert not CODE.search(said), said


@pytest.mark.parametrize("code", list(VALUES))
def test_nothing_is_said_in_english_to_who_reads_chinese(code):
    """A label that was forgotten would be an English word in the middle of a sentence."""
    for values in samples(VALUES[code]):
        said = text(code, values, "zh-Hans").replace(ANY, "")
        assert set(LATIN.findall(said)) <= IN_LATIN, said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_every_option_of_every_question_is_named(form, language):
    """What is read is never what the program keeps."""
    for question in form.questions:
        code = f"{form.name}.{question.name}"
        options = tuple(Option(one, "", str(key)) for key, one in enumerate(question.codes, 1))
        asked = Asked(code, ABOUT, question_id="7", options=options)
        prompt = WORDING.asked(asked, language, NOW)
        labels = [option.label for option in prompt.options]
        assert len(set(labels)) == len(options)
        assert not [label for label in labels if "_" in label or not label.strip()]


def test_what_is_said_before_a_question_comes_in_the_same_message():
    """One message is one SMS and one announcement of a screen reader; the question is its end."""
    values = as_values(PEOPLE, (Asked(Statement.STALE), Asked(Statement.AT_START)))
    prompt = WORDING.prompt("ask.people", values, "en", NOW)
    first, then, *question = prompt.text.splitlines()
    assert first == text("stale", {})
    assert then == text("at_start", {})
    assert question == WORDING.asked(PEOPLE, "en", NOW).text.splitlines()


def test_a_question_rests_in_codes_and_comes_back_the_same():
    """What waited in the outbox is the very prompt that a reply is read against."""
    prompt = WORDING.prompt("ask.people", as_values(PEOPLE), "en", NOW)
    assert prompt == WORDING.asked(PEOPLE, "en", NOW)
    assert [option.code for option in prompt.options] == ["one", "two"]
    assert (prompt.question_id, prompt.kind, prompt.code) == ("7", Kind.ONE, "ask.people")


def test_a_label_that_came_along_wins_over_the_catalogue():
    """A language and a place are called by their own names, whatever is spoken."""
    asked = Asked("ask.language", question_id="1", options=(Option("fi", "suomi", "1"),))
    assert WORDING.asked(asked, "zh-Hans", NOW).options[0].label == "suomi"


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_simpler_words_are_used_where_there_are_any(form):
    """After a misunderstanding; a question without them is put in its usual words."""
    for question in form.questions:
        code, key = f"{form.name}.{question.name}", f"{form.name}-{question.name}"
        usual, simple = (
            WORDING.asked(Asked(code, ABOUT, "7", variant=variant), "en", NOW).text
            for variant in ("", SIMPLE)
        )
        assert (usual != simple) == locales.catalog("en").has(key, SIMPLE)


def test_a_place_question_repeats_what_was_written_when_it_asks_which_one():
    """So that a typing error is seen."""
    asked = Asked("ask.where", {"said": ANY}, question_id="7", variant=WHICH)
    assert ANY in WORDING.asked(asked, "en", NOW).text


def test_what_may_be_changed_is_called_as_it_was_read_back():
    """A person finds the line again."""
    change = next(one.name for one in FORMS["ask"].questions if one.changes)
    asked = Asked(f"ask.{change}", question_id="7", options=(Option("people", "", "1"),))
    label = WORDING.asked(asked, "en", NOW).options[0].label
    read_back = WORDING.asked(Asked("ask.sure", ABOUT, "7"), "en", NOW).text
    assert f"{label}: " in read_back


def test_a_choice_of_many_says_that_it_may_be_ended_once_something_is_chosen():
    """Key # is named only when it would keep something."""
    chosen = Asked(Statement.CHOSEN, {"question": "ask.need", "options": ["food"]})
    need = Asked("ask.need", question_id="7", options=(Option("food", "", "1"),))
    assert WORDING.prompt("ask.need", as_values(need, (chosen,)), "en", NOW).chosen
    assert not WORDING.prompt("ask.need", as_values(need), "en", NOW).chosen


@pytest.mark.parametrize("code", ["nothing_like_it", "ask-nothing", ""])
def test_what_has_no_words_is_said_by_nobody(code):
    """A fault of ours is seen where it is sent, and never read as a code."""
    with pytest.raises(locales.MissingWords):
        text(code, {})


def test_a_missing_value_is_a_fault_and_no_gap():
    """Half a sentence could mean something else."""
    with pytest.raises(locales.MissingWords):
        text("call_message", {"text": ANY})


def test_who_has_chosen_no_language_reads_the_first_one():
    """And so does a group without any."""
    assert text("left", {}, "") == text("left", {}, "en")
    first = Wording(ZoneInfo("UTC"), "zh-Hans", ALWAYS)
    assert first.prompt("left", {}, "", NOW).text == text("left", {}, "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_practice_is_said_in_each_language_and_only_in_practice(language):
    """Nobody may wait for help that nobody can send."""
    practice = Wording(ZoneInfo("UTC"), "en", ALWAYS, practice=True)
    (line,) = practice.practice_line(language, NOW)
    assert line == locales.catalog(language).say("say-practice")
    assert WORDING.practice_line(language, NOW) == ()


def test_times_are_those_of_the_place_people_live_in():
    """Wherever the server stands."""
    values = {"by": "voice", "before": "2026-03-02T07:00:00Z"}
    assert "15:00" in text("call_queued", values)


@pytest.mark.parametrize("reviewer", ["", "Mei Lin"])
def test_where_nobody_reviewed_the_rules_of_danger_the_safety_question_says_so(
    monkeypatch, reviewer
):
    """In each language, until somebody did."""
    monkeypatch.setattr("bot.wording.claims_detection", lambda _language: bool(reviewer))
    warnings = {"en": "Do not count on me to notice danger", "zh-Hans": "我可能看不出来"}
    for language, warning in warnings.items():
        asked = WORDING.prompt("ask.safe_now", {}, language, NOW).text
        assert (warning in asked) != bool(reviewer)
