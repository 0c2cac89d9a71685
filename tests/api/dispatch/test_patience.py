"""Nobody is asked before their time, and nobody takes over while an answer may still come."""

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.requests import service as requests
from api.requests.schemas import Change
from api.vocabulary import NoticeCode, Urgency
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    asked,
    group,
    offer_to,
    person,
    request,
    told,
    volunteer,
    work,
)

WAVE = SETTINGS.wave_after[Urgency.TODAY]


def refuse(conn, someone, now=NOW, **changed):
    """Somebody does not take the newest offer to them; the worker does what is due then."""
    dispatch.decline(
        conn, offer_to(conn, someone), someone.id, settings=SETTINGS, now=now, **changed
    )
    work(conn, now)


async def test_not_now_is_asked_again_in_the_next_wave_and_no_sooner(store):
    """It is no refusal, and no wish to be asked again in the same breath."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        refuse(conn, ann, not_now=True)
        work(conn, NOW + WAVE - MINUTE)
        before = asked(conn, request_id)
        work(conn, NOW + WAVE)
        return before, asked(conn, request_id), ann.id

    before, after, ann = await store.write(unit)
    assert before == []
    assert after == [ann]


async def test_anothers_refusal_does_not_bring_back_who_said_not_now(store):
    """One who has no time is not hurried by one who has none either."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        refuse(conn, ann, not_now=True)
        refuse(conn, bob, NOW + MINUTE)
        before = asked(conn, request_id)
        work(conn, NOW + WAVE)
        return before, asked(conn, request_id), ann.id

    before, after, ann = await store.write(unit)
    assert before == []
    assert after == [ann]


async def test_a_refusal_with_nobody_left_brings_a_person_at_once(store):
    """Waiting would help nobody."""

    def unit(conn):
        ann, resident = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request(conn, resident)
        work(conn)
        refuse(conn, ann)
        return calls.open_of(conn, resident.id), told(conn, resident)

    call, heard = await store.write(unit)
    assert call is not None
    assert NoticeCode.LOOKING_FURTHER in heard


async def test_a_change_does_not_take_an_answer_for_missing_that_may_still_come(store):
    """Who was asked a minute ago has the time of a wave; only then a person takes over."""

    def unit(conn):
        volunteer(conn, group(conn), "ann")
        resident = person(conn, "rose")
        request_id = request(conn, resident)
        work(conn)
        sooner = Change(urgency=Urgency.NOW)
        requests.change(conn, request_id, sooner, now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        early = calls.open_of(conn, resident.id), requests.get(conn, request_id)
        work(conn, early[1].next_at)
        return *early, calls.open_of(conn, resident.id)

    early, kept, late = await store.write(unit)
    assert early is None
    assert (kept.wave, kept.next_at) == (1, NOW + SETTINGS.wave_after[Urgency.NOW])
    assert late is not None


async def test_who_was_asked_last_has_the_time_of_a_wave(store):
    """A wave that ends a minute after the last one was asked hands nothing over yet."""

    def unit(conn):
        group_id = group(conn)
        crowd = [volunteer(conn, group_id, f"volunteer {number}") for number in range(6)]
        resident = person(conn, "rose")
        request(conn, resident)
        work(conn)
        for one in crowd[:5]:
            refuse(conn, one, NOW + WAVE - MINUTE)
        work(conn, NOW + WAVE)
        early = calls.open_of(conn, resident.id)
        work(conn, NOW + 2 * WAVE - MINUTE)
        return early, calls.open_of(conn, resident.id)

    early, late = await store.write(unit)
    assert early is None
    assert late is not None


async def test_words_alone_ask_nobody_before_their_time(store):
    """More about what is needed changes nothing of who is asked and when."""

    def unit(conn):
        volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        before = requests.get(conn, request_id)
        requests.change(conn, request_id, Change(words="Two bags."), now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        return before, requests.get(conn, request_id)

    before, after = await store.write(unit)
    assert (after.wave, after.next_at) == (before.wave, before.next_at)
