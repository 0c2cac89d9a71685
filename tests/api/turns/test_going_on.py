"""A resume code brings a conversation to the address where it is given, or changes nothing."""

import pytest

from api.addresses import service as addresses
from api.inbound import service as inbound
from api.notices import service as notices
from api.sessions import service as sessions
from api.vocabulary import Channel, Effect, InboundKind, NoticeCode
from tests.api.turns.test_taking import CREATE
from tests.api.world import NOON, SETTINGS, hear, meet, message


@pytest.fixture
async def old(store, bot):
    """Where a conversation was begun."""
    await store.write(hear(message(address="old")))
    work, _ = await bot.answer(prompts=("ask.need",))
    return await store.read(lambda conn: addresses.address_of(conn, work.address_id))


@pytest.fixture
async def code(store, old):
    """A code for it."""
    return await store.write(
        lambda conn: sessions.new_code(conn, old.id, settings=SETTINGS, now=NOON)
    )


def go_on(code):
    """The effect that a "yes, go on here" brings."""
    return {"effect": "go_on", "code": code}


async def test_the_open_question_is_put_again_where_the_code_was_given(store, bot, old, code):
    """Nothing of the conversation that was there is asked any more; the person is the same."""
    await store.write(hear(message(address="new")))
    work, out = await bot.answer(go_on(code), prompts=("ask.language",))
    assert out.undone == []
    assert await bot.told(work.address_id) == []
    arrival = await bot.claim()
    assert (arrival.address_id, arrival.session.state) == (work.address_id, {"serial": 1})
    assert (arrival.inbound.kind, arrival.inbound.body.arrives) == (InboundKind.START, True)
    moved = await store.read(lambda conn: addresses.address_of(conn, work.address_id))
    assert moved.person_id == old.person_id
    assert await bot.told(old.id) == ["ask.need", NoticeCode.WENT_ELSEWHERE]


async def test_a_code_that_is_not_good_is_refused_and_the_conversation_here_goes_on(store, bot):
    """What was to be asked here is asked."""
    await store.write(hear(message(address="new")))
    work, out = await bot.answer(go_on("123 456 788"), prompts=("ask.language",))
    assert out.undone == [Effect.GO_ON]
    assert await bot.told(work.address_id) == [NoticeCode.GO_ON_REFUSED, "ask.language"]


async def test_nobody_is_cut_off_from_a_request_of_their_own(store, bot, code):
    """What becomes of it is told at this address, which stays theirs; the code stays good."""
    new = await store.write(meet("new"))
    await store.write(hear(message(address="new")))
    await bot.answer(CREATE)
    await store.write(hear(message(address="new", number="2")))
    _, out = await bot.answer(go_on(code))
    assert out.undone == [Effect.GO_ON]
    here = await store.read(lambda conn: addresses.address_of(conn, new.id))
    assert here.person_id == new.person_id
    page = await store.write(meet("page", Channel.WEB))
    await store.write(hear(message(address="page", channel=Channel.WEB)))
    _, out = await bot.answer(go_on(code))
    assert out.undone == []
    assert await store.read(lambda conn: inbound.head(conn, page.id)) is not None


async def test_a_code_is_told_where_it_was_asked_for_and_leads_there(store, bot, old):
    """With how long it is good for; then the open question is put again."""
    await store.write(hear(message("code", address="old", number="2")))
    await bot.answer({"effect": "give_code"})
    told = await store.read(lambda conn: notices.waiting(conn, old.id))
    assert [one.code for one in told[1:]] == [NoticeCode.RESUME_CODE, "ask.need"]
    said = told[1].values
    assert said["days"] == SETTINGS.resume_code_lifetime.days
    leads = await store.read(lambda conn: sessions.stands_for(conn, said["code"], now=NOON))
    assert leads == old.id
