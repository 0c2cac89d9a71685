"""Callers in their own chat: what waits for them, and which words are a paper."""

import pytest

from api.vocabulary import Effect, InboundKind
from bot.calling import typed_line, waiting_for
from bot.turn import reading_of, root_of
from tests.bot.work import AT, ID, OFFER, SAFE, leased

CARD = {"call_id": ID, "by": "text", "language": "en", "before": AT, "urgent": False}
HELD = {"call_id": ID, "before": AT}
LINE = "v=76 1=1 4=13 c=7"
UNCHECKED = "1=1 4=13"
CALLER = {"volunteer": True, "takes_calls": True}


def wrote(text, **facts):
    """Work in which a caller wrote this in their own chat."""
    return leased(InboundKind.TEXT, text=text, facts={**CALLER, **facts})


@pytest.mark.parametrize(
    ("facts", "form"),
    [
        ({"held": [HELD], "cards": [CARD], "offers": [OFFER]}, "held_call"),
        ({"cards": [CARD], "offers": [OFFER]}, "card"),
        ({"offers": [OFFER]}, "offer"),
        ({}, "enrol"),
    ],
    ids=["a call", "a card", "an offer", "nothing"],
)
def test_who_writes_is_asked_about_the_call_they_have_then_about_a_card(facts, form):
    """Somebody waits on the telephone, or for it."""
    assert root_of(wrote("hello", **facts))[0] == form


def test_a_card_says_only_what_a_caller_decides_on():
    """And the id that answers it."""
    form, about = waiting_for(wrote("hello", cards=[CARD | {"urgent": True}]))
    assert form == "card"
    assert about == {**CARD, "urgent": "yes"}


def test_the_line_of_a_paper_is_one_whatever_is_asked_of_the_caller():
    """It is typed in whole, and answers no question."""
    act = typed_line(wrote(f"  {LINE}\n"))
    assert (act.effect, act.values) == (Effect.TYPE_IN, {"line": LINE})


def test_who_has_a_call_is_told_that_the_check_digit_is_missing():
    """Elsewhere words without one may be anything."""
    assert typed_line(wrote(UNCHECKED, held=[HELD])) is not None
    assert typed_line(wrote(UNCHECKED)) is None


@pytest.mark.parametrize("text", ["1", "hello", "I have 2=two children", "1=1", ""])
def test_other_words_are_no_paper(text):
    """Not even of somebody who has a call."""
    assert typed_line(wrote(text or "-", held=[HELD])) is None


def test_who_takes_no_calls_types_nothing_in():
    """A resident answers for themselves, question by question."""
    assert typed_line(wrote(LINE, takes_calls=False)) is None
    assert typed_line(leased(InboundKind.START, link="x", facts=CALLER)) is None


def test_what_a_caller_types_at_the_desk_is_not_typed_in_again():
    """It is in the conversation of their call already."""
    work = wrote(LINE)
    came = work.inbound.model_copy(update={"call_id": ID})
    assert typed_line(work.model_copy(update={"inbound": came})) is None


@pytest.mark.parametrize(
    ("to_call", "about"),
    [(False, {"invite": "CODE"}), (True, {"invite": "CODE", "takes_calls": "yes"})],
)
def test_a_callers_invite_asks_for_calls_and_another_one_does_not(to_call, about):
    """By the same form."""
    facts = {"invited": True, "invited_to_call": to_call}
    reading = reading_of(leased(InboundKind.START, link="CODE", facts=facts), SAFE, "CN")
    assert (reading.text, dict(reading.about)) == ("enrol", about)
