"""How somebody is spoken to: kept where they said it, remembered if they agree, gone at a word."""

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.addresses.schemas import SpokenTo
from api.auth.actor import LINLI
from api.database.tables.people import addresses as addresses_table
from api.notices import service as notices
from api.people import service as people
from api.retention import service as retention
from api.vocabulary import CallBy, Channel, MannerCode, NoticeCode
from tests.api.deliveries.conftest import report
from tests.api.world import NOON, hear, meet, message

SPEAK = {"effect": "set_manner", "voice": True}
SLOWER = {"effect": "set_manner", "voice": True, "slower": True}
WRITE = {"effect": "set_manner", "voice": False}
USUAL = {"effect": "set_manner", "slower": False, "louder": False}
KEEP = {"effect": "set_profile", "kept": True, "ways": ["text"]}
FORGET = {"effect": "set_profile", "kept": False}


@pytest.fixture
def says(bot, store):
    """Somebody says something at an address, and a turn with these effects answers."""
    numbers = iter(range(1, 99))

    async def said(*effects, address="resident"):
        came = message(number=str(next(numbers)), address=address)
        await store.write(hear(came))
        work, _ = await bot.answer(*effects)
        return work

    return said


async def manner(sender, address_id):
    """How the next message there is to be put; it is sent."""
    told = await sender.claim()
    (found,) = (one for one in told if one.address_id == address_id)
    while told:
        told = await sender.claim(*(report(one) for one in told))
    return found.manner


async def test_a_word_counts_from_the_same_turn_on_and_the_last_word_counts(says, sender):
    """What they did not say now stays as it was."""
    work = await says(SLOWER)
    assert await manner(sender, work.address_id) == SpokenTo(voice=True, slower=True)
    work = await says(WRITE)
    assert await manner(sender, work.address_id) == SpokenTo(voice=False, slower=True)
    work = await says(USUAL)
    assert await manner(sender, work.address_id) == SpokenTo(
        voice=False, slower=False, louder=False
    )
    assert (await says()).facts.manner == SpokenTo(voice=False, slower=False, louder=False)


async def test_nothing_is_known_of_who_said_nothing(says, sender):
    """Then the face decides, and that is not the API's."""
    work = await says()
    assert work.facts.manner == SpokenTo()
    assert await manner(sender, work.address_id) == SpokenTo()


async def test_it_is_remembered_elsewhere_only_if_they_agree(says, sender, store):
    """And what they say at an address counts there before what is remembered."""
    work = await says(SLOWER)
    person_id = (await store.read(lambda c: addresses.address_of(c, work.address_id))).person_id

    def elsewhere(conn):
        return addresses.address_for(
            conn, Channel.TELEGRAM, "niece", now=NOON, person_id=person_id
        )

    there = await store.write(elsewhere)
    assert (await says(address="niece")).facts.manner == SpokenTo()
    await says(KEEP)
    assert (await says(address="niece")).facts.manner == SpokenTo(voice=True, slower=True)
    await says(WRITE, address="niece")
    assert (await says()).facts.manner == SpokenTo(voice=True, slower=True)
    assert (await says(address="niece")).facts.manner == SpokenTo(voice=False, slower=True)
    await sender.put(there.id)
    out = next(one for one in await sender.claim() if one.address_id == there.id)
    assert (out.manner, out.ways) == (SpokenTo(voice=False, slower=True), [CallBy.TEXT])


async def test_what_is_kept_is_read_back_in_codes(says, store):
    """They hear what of it is remembered; the usual is not worth a word."""
    work = await says(SLOWER)
    await says(KEEP)
    told = await store.read(lambda conn: notices.said(conn, work.address_id, limit=9))
    (kept,) = (one for one in told if one.code == NoticeCode.PROFILE_KEPT)
    assert kept.values["manner"] == [MannerCode.ALOUD, MannerCode.SLOWLY]


async def test_forgetting_takes_it_along_everywhere(says):
    """What was remembered, and what was said: with nothing open nothing is left of it."""
    await says(SLOWER)
    await says(KEEP)
    await says(FORGET)
    work = await says()
    assert (work.facts.manner, work.facts.profile.manner) == (SpokenTo(), SpokenTo())


async def test_who_wants_nothing_remembered_is_spoken_to_as_before(says):
    """Who answers "not now" does not wish to be written to."""
    await says(SLOWER)
    await says(FORGET)
    work = await says()
    assert work.facts.manner == SpokenTo(voice=True, slower=True)
    assert work.facts.profile.manner == SpokenTo()


async def test_who_is_erased_leaves_nothing_of_it(says, store):
    """An address that is nobody's has no manner."""
    work = await says(SLOWER)
    person_id = (await store.read(lambda c: addresses.address_of(c, work.address_id))).person_id
    await store.write(lambda c: retention.erase(c, person_id, actor=LINLI, now=NOON))
    kept = await store.read(
        lambda c: c.execute(sa.select(addresses_table.c.manner)).scalars().all()
    )
    assert kept == [None]


async def test_who_takes_no_voice_notes_is_told_so_once_and_written_to(sender, store):
    """The next word of theirs may try it again."""
    met = await store.write(meet())
    await store.write(lambda c: addresses.set_manner(c, met.id, SpokenTo(voice=True)))
    for _ in range(2):
        await sender.put(met.id)
    (first,) = await sender.claim()
    (second,) = await sender.claim(report(first, voice_refused=True))
    assert second.manner == SpokenTo(voice=False)
    (third,) = await sender.claim(report(second, voice_refused=True))
    assert third.code == NoticeCode.VOICE_REFUSED
    assert await sender.claim(report(third)) == []


async def test_a_group_chat_is_never_spoken_to(sender, store):
    """Nor told anything for a refusal."""
    chat = await store.write(meet("chat"))
    await store.write(lambda c: _as_group(c, chat.id))
    await sender.put(chat.id)
    (told,) = await sender.claim()
    assert told.manner == SpokenTo()
    assert await sender.claim(report(told, voice_refused=True)) == []


def _as_group(conn, address_id):
    """An address of nobody, as that of a group chat."""
    values = {"person_id": None, "manner": None}
    conn.execute(addresses_table.update().where(addresses_table.c.id == address_id).values(values))


async def test_what_is_remembered_needs_no_second_consent(says, store):
    """Each later word of theirs is remembered, too."""
    work = await says(KEEP)
    await says(SPEAK)
    person_id = (await store.read(lambda c: addresses.address_of(c, work.address_id))).person_id
    known = await store.read(lambda c: people.person(c, person_id))
    assert known.profile.manner == SpokenTo(voice=True)
