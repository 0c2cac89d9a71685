"""Words that were written for another question than the one open now are known as such."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from api.vocabulary import InboundKind
from bot.dialogue.engine import CROSSED
from bot.dialogue.state import Frame, State
from bot.turn import facts_of
from tests.bot.work import leased

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DISPLACED = State((Frame("offer", open="answer", asked=7),), serial=7, displaced=True)


def crossed(seconds, state=DISPLACED, kind=InboundKind.TEXT, told="2026-03-02T10:00:00Z", **body):
    """Whether what comes in so long after the newest words went out was written before them."""
    work = leased(kind, **body).model_copy(
        update={"told_at": datetime.fromisoformat(told) if told else None}
    )
    came = work.inbound.model_copy(update={"received_at": NOW + timedelta(seconds=seconds)})
    return CROSSED in facts_of(work.model_copy(update={"inbound": came}), state, NOW).known


def test_words_cross_a_question_that_came_by_itself_until_it_can_have_been_read():
    """So many seconds after it was sent, and while it waits to be sent."""
    assert [crossed(seconds) for seconds in (-1, 0, 2.9, 3)] == [True, True, True, False]
    assert crossed(600, told="")
    assert not crossed(0, replace(DISPLACED, displaced=False))


def test_a_wires_own_time_counts_where_it_is_earlier():
    """What waited on the wire while we were away was written before the new question."""
    assert crossed(600, said_at="2026-03-02T09:59:00Z")
    assert not crossed(600, said_at="2026-03-02T10:30:00Z")


def test_a_page_tells_which_question_its_words_were_typed_under():
    """Then no clock is asked, however long the page stood open."""
    calm = replace(DISPLACED, displaced=False)
    assert crossed(600, calm, question="6")
    assert not crossed(0, question="7")


def test_what_is_pressed_or_shared_crosses_nothing():
    """A button names its question."""
    for kind in (InboundKind.BUTTON, InboundKind.LOCATION, InboundKind.START):
        assert not crossed(0, kind=kind)


def test_whoever_speaks_began_before_they_sent_it():
    """A voice note is as old as its first word; a wire that tells nonsense is not believed."""
    for seconds, spoken, crosses in ((10, 0, False), (10, 8, True), (10, 6, False), (2, 0, True)):
        note = {"file_id": "f", "seconds": spoken}
        assert crossed(seconds, kind=InboundKind.VOICE, media=note) is crosses
    assert not crossed(4000, kind=InboundKind.VOICE, media={"file_id": "f", "seconds": 2**32})
