"""The question open at a dead address is put at a living one, or a person calls."""

import pytest

from api.addresses import service as addresses
from api.calls import service as calls
from api.inbound import service as inbound
from api.notices import service as notices
from api.people import service as people
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn, Unfinished
from api.vocabulary import Channel, InboundKind, NoticeCode, SendFailure
from tests.api.deliveries.conftest import report
from tests.api.world import MINUTE, NOON, SECOND, SETTINGS, hear, meet, message

BEGUN = SessionIn(
    state={"serial": 7}, asks=True, unfinished=Unfinished(question="ask.where", urgency="now")
)
ASKED = SessionIn(state={"serial": 7}, asks=True)


async def rest(store, met, session=BEGUN):
    """A conversation rests here."""
    version = (await store.read(lambda conn: sessions.get(conn, met.id))).version
    save = sessions.save
    await store.write(
        lambda conn: save(conn, met.id, version, session, settings=SETTINGS, now=NOON)
    )


async def state(store, met):
    """What the conversation at an address remembers."""
    return (await store.read(lambda conn: sessions.get(conn, met.id))).state


async def call_of(store, met):
    """The open call with somebody."""
    return await store.read(lambda conn: calls.open_of(conn, met.person_id))


@pytest.fixture
async def met(store):
    """Somebody in the middle of asking for help."""
    made = await store.write(meet())
    await rest(store, made)
    return made


@pytest.fixture
async def other(store, met):
    """Another address of theirs, from which something came."""
    made = await store.write(meet("page", Channel.WEB))
    await store.write(lambda conn: addresses.link(conn, made.id, met.person_id))
    return await store.read(lambda conn: addresses.address_of(conn, made.id))


async def leave(store, met):
    """They block the bot; nothing waits to be sent to them."""
    del met
    await store.write(hear(message(kind=InboundKind.LEFT, number="left")))


async def test_it_is_put_again_at_the_other_address_with_why(sender, store, met, other):
    """With all that was answered; nobody need call."""
    await sender.put(met.id, "ask.where")
    (notice,) = await sender.claim()
    await sender.claim(report(notice, failure=SendFailure.STOPPED))
    assert await sender.told(other.id) == [NoticeCode.GOES_ON_HERE]
    assert (await state(store, other), await state(store, met)) == ({"serial": 7}, {})
    came = await store.read(lambda conn: inbound.head(conn, other.id))
    assert came.body.arrives
    assert await call_of(store, met) is None


async def test_the_arrival_is_not_taken_for_something_they_said(sender, store, met, other):
    """Nothing came from there now: when it was heard last stays as it was."""
    await leave(store, met)
    await sender.claim(now=NOON + MINUTE)
    found = await store.read(lambda conn: addresses.address_of(conn, other.id))
    assert found.heard_at == other.heard_at


async def test_it_moves_though_nothing_waited_to_be_sent(sender, store, met, other):
    """The wire said that they left."""
    await leave(store, met)
    await sender.claim()
    assert await state(store, other) == {"serial": 7}


async def test_it_moves_once(sender, store, met, other):
    """What is put to the dead address later brings only itself."""
    await leave(store, met)
    await sender.claim()
    for notice in await sender.claim():
        await sender.claim(report(notice))
    await sender.put(met.id, NoticeCode.VOLUNTEER_FOUND)
    await sender.claim(channels=[Channel.TELEGRAM])
    assert await sender.told(other.id) == [NoticeCode.VOLUNTEER_FOUND]


async def test_another_question_there_is_not_written_over(sender, store, met, other):
    """A person gets in touch, where they can be reached, about the one that cannot be put."""
    await rest(store, other, SessionIn(state={"serial": 3}, asks=True))
    await leave(store, met)
    await sender.claim()
    told = await sender.claim()
    assert [(one.address_id, one.code) for one in told] == [(other.id, NoticeCode.CALL_QUEUED)]
    assert (await state(store, other), await state(store, met)) == ({"serial": 3}, {"serial": 7})


async def test_with_no_other_address_a_person_calls_at_once(sender, store, met):
    """And the silence there brings no second call."""
    await leave(store, met)
    await sender.claim()
    assert await call_of(store, met) is not None
    assert await store.read(sessions.next_silence) is None


async def test_where_it_is_not_safe_to_write_nothing_is_asked(sender, store, met):
    """Nothing ever came from there."""
    unheard = await store.write(
        lambda conn: addresses.address_for(
            conn, Channel.SMS, "+49", now=NOON, person_id=met.person_id
        )
    )
    await leave(store, met)
    await sender.claim()
    assert await sender.told(unheard.id) == []
    assert await call_of(store, met) is not None


@pytest.mark.parametrize("agreed", [False, True])
async def test_who_only_looked_and_left_is_called_by_nobody(sender, store, agreed):
    """Who agreed to our keeping what they say waits for what follows their answer."""
    met = await store.write(meet())
    await rest(store, met, ASKED)
    if agreed:
        await store.write(lambda conn: people.record_consent(conn, met.person_id, "ask", now=NOON))
    await leave(store, met)
    await sender.claim()
    assert (await call_of(store, met) is not None) is agreed


async def test_what_they_said_last_is_answered_first(sender, store, met, other):
    """Then it is looked again: the answer may have changed the question."""
    await store.write(hear(message(number="2")))
    await leave(store, met)
    out = await sender.out()
    assert (await state(store, other), out.next_at) == ({}, NOON + 10 * SECOND)
    head = await store.read(lambda conn: inbound.head(conn, met.id))
    await store.write(lambda conn: inbound.settle(conn, head.id, met.id, now=NOON))
    await sender.claim(now=NOON + 10 * SECOND)
    assert await state(store, other) == {"serial": 7}


async def test_a_question_that_still_waited_goes_along(sender, store, met, other):
    """It is put after the one that is open."""
    await sender.put(met.id, NoticeCode.DID_HELP_ARRIVE, opens="follow_up")
    await leave(store, met)
    await sender.claim()
    waits = await store.read(lambda conn: notices.waiting(conn, other.id, asking=True))
    assert [one.code for one in waits] == [NoticeCode.DID_HELP_ARRIVE]
