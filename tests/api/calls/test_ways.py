"""How a call is held follows what is known of the person, whenever it becomes known."""

from api.addresses import service as addresses
from api.calls import service as calls
from api.people import service as people
from api.vocabulary import Accommodation, CallBy, CallReason
from tests.api.calls.conftest import NOW, queue, resident


async def test_who_has_no_living_address_is_rung(store):
    """Their number is what is left."""

    def unit(conn):
        someone = resident(conn, phone="+4930123456")
        addresses.mark_dead(conn, someone.address_id, now=NOW)
        return queue(conn, someone, CallReason.ADDRESS_DEAD)

    assert (await store.write(unit)).by is CallBy.VOICE


async def test_a_need_learned_later_changes_a_call_in_the_queue(store):
    """No phone calls: told, listed and shown as text from that moment on."""

    def unit(conn):
        someone = resident(conn, phone="+4930123456")
        queued = queue(conn, someone, by=CallBy.VOICE)
        needs = [Accommodation.NO_PHONE_CALLS]
        people.set_accommodations(conn, someone.person_id, needs)
        ways = (
            calls.open_of(conn, someone.person_id).by,
            calls.get(conn, queued.call_id).by,
            queue(conn, someone).by,
        )
        return queued.by, set(ways)

    assert await store.write(unit) == (CallBy.VOICE, {CallBy.TEXT})


async def test_a_way_once_asked_for_is_kept_to(store):
    """A second, unasked call does not undo it, unless what we learn speaks against it."""

    def unit(conn):
        someone = resident(conn, phone="+4930123456")
        queue(conn, someone, by=CallBy.VOICE)
        kept = queue(conn, someone, CallReason.MISUNDERSTOOD).by
        people.set_accommodations(conn, someone.person_id, [Accommodation.SPEECH])
        return kept, queue(conn, someone, CallReason.MISUNDERSTOOD).by

    assert await store.write(unit) == (CallBy.VOICE, CallBy.TEXT)


async def test_who_cannot_read_is_rung_if_we_know_a_number(store):
    """Whatever their profile says."""

    def unit(conn):
        with_number = resident(conn, "1", phone="+4930123456")
        without = resident(conn, "2")
        reason = CallReason.CANNOT_READ
        return queue(conn, with_number, reason).by, queue(conn, without, reason).by

    assert await store.write(unit) == (CallBy.VOICE, CallBy.TEXT)
