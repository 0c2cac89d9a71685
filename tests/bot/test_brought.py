"""A turn as it is brought back: whole, and said in as few messages."""

import pytest

from api.vocabulary import InboundKind
from bot.brought import body_of, spoken_together
from bot.dialogue.state import Asked, State, Turn
from tests.bot.work import ID, leased

ASKED = Asked("ask.need", question_id="3")
SORRY = Asked("unclear", {"question": "ask.need"})
CARD = Asked("danger_card")


def test_a_statement_joins_the_question_after_it():
    """Two messages would be two SMS, and two announcements of a screen reader."""
    (message,) = spoken_together((SORRY, ASKED))
    assert message["code"] == "ask.need"
    assert message["values"]["first"] == [{"code": "unclear", "values": {"question": "ask.need"}}]


def test_the_danger_card_always_stands_alone():
    """Nothing may come before it or hide it."""
    assert [m["code"] for m in spoken_together((CARD, ASKED))] == ["danger_card", "ask.need"]


def test_a_statement_with_no_question_after_it_is_said_by_itself():
    """A conversation may end with words."""
    assert [m["code"] for m in spoken_together((Asked("stopped"),))] == ["stopped"]


@pytest.mark.parametrize("call_id", [ID, None])
def test_what_is_wrong_with_a_paper_is_told_to_who_typed_it(call_id):
    """In a call that is its page, and never the resident's own channel."""
    work = leased(InboundKind.ANSWER_LINE, text="1=1")
    came = work.inbound.model_copy(update={"call_id": call_id})
    turn = Turn(State(), prompts=(Asked("line_no_check"), Asked("stopped")))
    told = body_of(work.model_copy(update={"inbound": came}), turn).prompts
    assert [prompt.quiet for prompt in told] == [call_id is not None, False]


@pytest.mark.parametrize(
    ("needs", "mode"),
    [([], None), (["wheelchair"], None), (["speech"], "written"), (["no_phone_calls"], "written")],
)
def test_the_card_begins_with_the_number_that_they_can_use_themselves(needs, mode):
    """Whoever cannot phone is not told first to call; every number is on it all the same."""
    work = leased(InboundKind.TEXT, text="x", facts={"profile": {"accommodations": needs}})
    for code in ("danger_card", "person-danger_card", "danger-danger_card"):
        told = body_of(work, Turn(State(), prompts=(Asked(code), ASKED))).prompts
        assert told[0].values.get("mode") == mode
        assert "mode" not in told[1].values
