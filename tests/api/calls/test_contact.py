"""What is safe on somebody's telephone: when it rings, what is left there, and who knows it."""

from datetime import timedelta

import pytest

from api.calls import service as calls
from api.people import service as people
from api.people.schemas import Contact
from api.vocabulary import Accommodation, CallBy, CallOutcome, PartOfDay
from tests.api.calls.conftest import NOW, SETTINGS, attempt, queue, resident
from tests.api.calls.test_trying import rung

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "contact",
    [Contact(), Contact(may_call="yes"), Contact(leave_message=True, borrowed=True)],
)
async def test_a_message_is_left_only_where_that_is_safe(store, ann, contact):
    """Never on a phone that is not theirs: somebody else hears it."""

    def unit(conn):
        attempt(conn, rung(conn, contact=contact)[1], ann, CallOutcome.VOICEMAIL)

    with pytest.raises(calls.LeaveNoMessage):
        await store.write(unit)


async def test_who_named_parts_of_the_day_is_rung_in_them_and_written_to_at_any_time(store):
    """NOW is in the morning."""
    evenings = Contact(may_call="yes", when=(PartOfDay.EVENING,))

    def unit(conn):
        _, call_id = rung(conn, contact=evenings)
        first = calls.get(conn, call_id).due_at
        other = resident(conn, "2")
        people.set_contact(conn, other.person_id, Contact(when=(PartOfDay.EVENING,)))
        return first, calls.get(conn, queue(conn, other).call_id).due_at

    rung_at, written_at = await store.write(unit)
    assert rung_at.hour >= 17
    assert written_at == NOW + HOUR


async def test_what_is_safe_is_sealed_and_shown_to_the_holder_only(store, ann, ben):
    """Who else answers is nobody else's business."""
    said = Contact(may_call="yes", who_answers="my son Bo", borrowed=True)

    def unit(conn):
        _, call_id = rung(conn)
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        calls.set_contact(conn, call_id, said, ann, now=NOW)
        with pytest.raises(calls.CallNotHeld):
            calls.set_contact(conn, call_id, said, ben, now=NOW)
        return [calls.detail(conn, call_id, actor, now=NOW).contact for actor in (ann, ben)]

    own, others = await store.write(unit)
    assert (own.who_answers, own.borrowed) == ("my son Bo", True)
    assert (others.who_answers, others.borrowed) == ("", False)


async def test_who_is_not_to_be_rung_needs_no_phone_calls(store, ann):
    """From that moment on, for the call that is held too."""

    def unit(conn):
        someone, call_id = rung(conn)
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        before = calls.get(conn, call_id).by
        calls.set_contact(conn, call_id, Contact(may_call="no"), ann, now=NOW)
        needs = people.person(conn, someone.person_id).accommodations
        return before, calls.get(conn, call_id).by, needs

    before, after, needs = await store.write(unit)
    assert (before, after) == (CallBy.VOICE, CallBy.TEXT)
    assert needs == (Accommodation.NO_PHONE_CALLS,)
