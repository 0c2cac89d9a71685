"""When an address fails, the next way of its person is gone: as they like it, as they need it."""

import pytest

from api.addresses import service as addresses
from api.calls import service as calls
from api.people import service as people
from api.people.schemas import Profile
from api.vocabulary import Accommodation, CallBy, Channel, NoticeCode, SendFailure
from tests.api.deliveries.conftest import report
from tests.api.world import NOON, meet

RECEIVED = {"receipt": "48291573", "leaves": ["meal"]}


@pytest.fixture
async def met(store):
    """Somebody who can be phoned, with a chat."""
    made = await store.write(meet())
    await store.write(lambda conn: people.set_phone(conn, made.person_id, "+8613800138000"))
    return made


@pytest.fixture
async def other(store, met):
    """A page of theirs, from which something came."""
    made = await store.write(meet("page", Channel.WEB))
    await store.write(lambda conn: addresses.link(conn, made.id, met.person_id))
    return made


async def fail(sender, met):
    """There is news for them in the chat, and the chat is gone."""
    await sender.put(met.id, NoticeCode.REQUEST_RECEIVED.value, RECEIVED)
    (notice,) = await sender.claim()
    await sender.claim(report(notice, failure=SendFailure.STOPPED))


async def call_of(store, met):
    """The open call with them."""
    return await store.read(lambda conn: calls.open_of(conn, met.person_id))


async def test_news_goes_to_the_next_place_and_nobody_need_call(sender, store, met, other):
    """Nothing said otherwise: what is written stays written."""
    await fail(sender, met)
    assert NoticeCode.REQUEST_RECEIVED in await sender.told(other.id)
    assert await call_of(store, met) is None


@pytest.mark.parametrize(
    ("ways", "needs"),
    [((CallBy.VOICE, CallBy.TEXT), ()), ((), (Accommodation.NO_TEXT,))],
)
async def test_who_is_rather_talked_with_is_called_as_well(sender, store, met, other, ways, needs):
    """They like it better, or cannot read; the news is in the other place, too."""

    def tell(conn):
        profile = Profile(ways=ways)
        people.keep_profile(conn, met.person_id, profile, talking=needs, now=NOON)

    await store.write(tell)
    await fail(sender, met)
    assert NoticeCode.REQUEST_RECEIVED in await sender.told(other.id)
    assert (await call_of(store, met)).by is CallBy.VOICE


async def test_who_needs_no_phone_calls_is_never_called_for_that(sender, store, met, other):
    """Though they once said that a call is best."""

    def tell(conn):
        profile = Profile(ways=(CallBy.VOICE,))
        needs = [Accommodation.NO_PHONE_CALLS]
        people.keep_profile(conn, met.person_id, profile, talking=needs, now=NOON)

    await store.write(tell)
    await fail(sender, met)
    assert await call_of(store, met) is None
