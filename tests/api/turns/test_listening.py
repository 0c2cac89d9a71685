"""A voice note in a turn: its audio, the moment it takes to listen, and what stays of it."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.alerts import service as alerts
from api.calls import service as calls
from api.database.tables.recordings import recordings as table
from api.inbound import service as inbound
from api.inbound.schemas import Body, Media
from api.lanes.service import LeaseLost
from api.notices import service as notices
from api.recordings import service as recordings
from api.recordings.schemas import Recorded
from api.sessions import service as sessions
from api.sessions.service import StaleTurn
from api.turns import service as turns
from api.turns.rules import ATTEMPTS
from api.turns.schemas import Fetch, Hold
from api.vocabulary import InboundKind, NoticeCode
from tests.api.turns.conftest import turn_of
from tests.api.world import MINUTE, NOON, SECOND, hear, message

OGG = b"OggS my own words"
MEDIA = {"effect": "queue_call", "reason": "media"}
SPOKEN = message(
    "",
    kind=InboundKind.VOICE,
    audio=OGG,
    body=Body(media=Media(file_id="", mime="audio/ogg", size=len(OGG))),
)
ON_THE_WIRE = message(
    "", kind=InboundKind.VOICE, body=Body(media=Media(file_id="AwAC", mime="audio/ogg"))
)


async def kept(store):
    """All voice notes there are, with their calls."""
    rows = await store.read(lambda conn: conn.execute(sa.select(table)).all())
    return [(row.id, row.call_id) for row in rows]


def hold(work, now=NOON, **changed):
    """A unit of work: the answer to some work takes longer."""
    wanted = {"for_s": 10, "back": True} | changed
    asked = Hold(
        address_id=work.address_id, lease=work.lease, inbound_id=work.inbound.id, **wanted
    )
    return lambda conn: turns.hold(conn, asked, now=now)


def fetch(work, **changed):
    """A unit of work: the audio of some work."""
    asked = {"address_id": work.address_id, "lease": work.lease, "inbound_id": work.inbound.id}
    return lambda conn: turns.recording(conn, Fetch(**asked | changed))


async def test_who_answers_gets_the_audio(bot, store):
    """With what kind it is; of a message without any, nothing."""
    await store.write(hear(SPOKEN, message("and words", number="2")))
    got = await store.write(fetch(await bot.claim()))
    assert got == Recorded(audio=OGG, mime="audio/ogg")
    await store.write(hear(message("words", address="other")))
    assert await store.write(fetch(await bot.claim())) == Recorded()


async def test_nobody_else_gets_it(bot, store):
    """Neither without the lease, nor for another's message."""
    await store.write(hear(SPOKEN, message("hello", address="other")))
    one, other = await bot.claim(), await bot.claim()
    with pytest.raises(LeaseLost):
        await store.write(fetch(one, lease="made up"))
    assert await store.write(fetch(other, inbound_id=one.inbound.id)) == Recorded()


async def test_audio_is_deleted_by_the_turn_that_understood_it(bot, store):
    """What was heard stays with the message, as what was written does."""
    await store.write(hear(SPOKEN))
    work, _ = await bot.answer(heard="I need medicine")
    assert await kept(store) == []
    history = await store.read(
        lambda conn: sessions.history(conn, work.address_id, now=NOON, own=True)
    )
    assert [(one.kind, one.text) for one in history.items[:1]] == [
        (InboundKind.VOICE, "I need medicine")
    ]


async def test_audio_that_a_person_must_hear_goes_to_their_call(bot, store):
    """In the same transaction as the call."""
    await store.write(hear(SPOKEN))
    work, _ = await bot.answer(MEDIA, recording={})
    (known,) = await kept(store)
    call = (await facts(bot, store)).call
    assert known == (work.inbound.id, call.id)


async def test_audio_of_a_wire_comes_along_with_the_turn(bot, store):
    """The wire had kept it until then."""
    await store.write(hear(ON_THE_WIRE))
    work, _ = await bot.answer(MEDIA, recording={"audio": OGG, "mime": "audio/ogg"})
    got = await store.read(
        lambda conn: recordings.of_message(conn, work.inbound.id, work.address_id)
    )
    assert (got.audio, got.mime, got.said_at) == (OGG, "audio/ogg", NOON)


async def test_without_a_call_nothing_stays(bot, store):
    """There is nobody to listen to it."""
    await store.write(hear(SPOKEN))
    await bot.answer(recording={"audio": OGG})
    assert await kept(store) == []


async def test_a_stale_turn_deletes_nothing(bot, store):
    """The slower of two workers leaves all as it was."""
    await store.write(hear(SPOKEN))
    work = await bot.claim()
    with pytest.raises(StaleTurn):
        await bot.take(turn_of(work, session_version=7))
    assert [known for known, _ in await kept(store)] == [work.inbound.id]


async def test_danger_that_was_heard_goes_with_the_alert(bot, store):
    """In the words that were heard, beside those that were written."""
    await store.write(hear(SPOKEN.model_copy(update={"body": Body(text="look")})))
    danger = {"effect": "alert", "kind": "danger"}
    await bot.answer(danger, prompts=("ask-danger_card",), heard="he is hitting me")
    (alert,) = await store.read(lambda conn: alerts.open_alerts(conn, flags=False))
    detail = await store.read(lambda conn: alerts.detail(conn, alert.id, flags=False))
    assert detail.words == "look he is hitting me"


async def test_a_message_that_nobody_can_answer_takes_its_audio_to_the_call(bot, store):
    """So many workers died of it that a person listens instead."""
    await store.write(hear(SPOKEN))
    now = NOON
    for _ in range(ATTEMPTS + 1):
        work = await bot.claim(now)
        now += MINUTE
    assert work is None
    ((_, call_id),) = await kept(store)
    assert await store.read(lambda conn: calls.find(conn, call_id)) is not None


async def test_who_waits_is_told_once_and_answered_later(bot, store):
    """The message stays first in its lane, and the lane is nobody's for so long."""
    await store.write(hear(SPOKEN, message("hello", number="2")))
    work = await bot.claim()
    assert not (await store.write(hold(work))).held
    assert await bot.claim(NOON + 9 * SECOND) is None
    again = await bot.claim(NOON + 10 * SECOND)
    assert again.inbound.id == work.inbound.id
    assert not (await store.write(hold(again, NOON + 10 * SECOND))).held
    assert await bot.told(work.address_id) == [NoticeCode.LISTENING]


async def test_waiting_is_no_failure(bot, store):
    """However often it was given back, it is not put to a person for that."""
    await store.write(hear(SPOKEN))
    now = NOON
    for _ in range(3 * ATTEMPTS):
        work = await bot.claim(now)
        assert not (await store.write(hold(work, now))).held
        now += 10 * SECOND
    assert (await bot.claim(now)).inbound.id == work.inbound.id


async def test_nobody_waits_for_ever(bot, store):
    """After so long it is not given back any more: who has it then finds another way."""
    await store.write(hear(SPOKEN))
    work = await bot.claim()
    assert not (await store.write(hold(work, most_s=60))).held
    later = NOON + MINUTE
    again = await bot.claim(later)
    assert (await store.write(hold(again, later, most_s=60))).held
    await bot.take(turn_of(again, MEDIA, recording={}), later)


async def test_a_lane_may_be_held_longer_while_somebody_listens(bot, store):
    """Nobody else takes the message up meanwhile."""
    await store.write(hear(SPOKEN))
    work = await bot.claim(lease_s=30)
    soon = NOON + 20 * SECOND
    assert (await store.write(hold(work, soon, back=False, for_s=30))).held
    assert await bot.claim(NOON + 40 * SECOND) is None
    assert (await bot.claim(NOON + 51 * SECOND)).inbound.id == work.inbound.id


async def test_only_who_has_the_lane_may_hold_it(bot, store):
    """Whoever lost it is told so, and says nothing to anybody."""
    await store.write(hear(SPOKEN))
    work = await bot.claim(lease_s=1)
    await bot.claim(NOON + 2 * SECOND)
    with pytest.raises(LeaseLost):
        await store.write(hold(work, NOON + 2 * SECOND))
    assert await bot.told(work.address_id) == []


async def test_what_is_answered_already_is_not_given_back(bot, store):
    """It would be answered twice."""
    await store.write(hear(SPOKEN, message("hello", number="2")))
    work = await bot.claim()
    await store.write(
        lambda conn: inbound.settle(conn, work.inbound.id, work.address_id, now=NOON)
    )
    with pytest.raises(StaleTurn):
        await store.write(hold(work))


async def test_that_somebody_waits_changes_nothing_of_what_they_were_asked(bot, store):
    """When the open question reached them is told as before: a voice note may cross it."""

    def unit(conn):
        (came,) = hear(SPOKEN)(conn)
        for code, at in (("ask.need", NOON), (NoticeCode.LISTENING, NOON + MINUTE)):
            put = notices.put(conn, came.address_id, code, {}, now=at)
            notices.sent(conn, put, "1", now=at + timedelta(seconds=1))
        return notices.newest_sent_at(conn, came.address_id)

    assert await store.write(unit) == NOON + SECOND


async def facts(bot, store):
    """The facts of the resident's next turn."""
    await store.write(hear(message("again", number="9")))
    return (await bot.claim()).facts
