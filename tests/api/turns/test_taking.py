"""A turn is kept whole and once, or not at all."""

import asyncio

import pytest

from api.calls import service as calls
from api.errors import Invalid
from api.inbound import service as inbound
from api.intake import service as intake
from api.intake.schemas import PauseIn
from api.notices import service as notices
from api.people import service as people
from api.requests import service as requests
from api.sessions import service as sessions
from api.sessions.service import StaleTurn
from api.turns.service.effects import EFFECTS
from api.vocabulary import Effect, InboundKind, NoticeCode
from tests.api.turns.conftest import turn_of
from tests.api.world import HOUR, MINUTE, NOON, hear, message

REQUEST = {
    "needs": ["water"],
    "urgency": "today",
    "place": {"text": "Gate 3", "latitude": 31.2, "longitude": 121.5},
    "name": "Li",
}
CREATE = {"effect": "create_request", "request": REQUEST}
UNKNOWN = "01890000-0000-7000-8000-000000000000"


def test_every_effect_of_a_turn_is_carried_out_by_one_row():
    """What the bot may bring, the API can do."""
    assert set(EFFECTS) == set(Effect)


async def test_a_turn_settles_what_it_answers_keeps_the_session_and_says_its_prompts(bot, store):
    """In that order of the lane."""
    await store.write(hear(message()))
    work, out = await bot.answer(prompts=("ask.language", "ask.safe_now"))
    assert (out.session_version, out.undone) == (1, [])
    assert await bot.told(work.address_id) == ["ask.language", "ask.safe_now"]
    session = await store.read(lambda conn: sessions.get(conn, work.address_id))
    assert (session.version, session.state, session.asks) == (1, {"serial": 1}, True)
    assert await store.read(lambda conn: inbound.head(conn, work.address_id)) is None


async def test_what_an_effect_tells_is_said_before_the_next_question(bot, store):
    """Nothing is told before it is so."""
    await store.write(hear(message()))
    work, _ = await bot.answer(CREATE)
    assert await bot.told(work.address_id) == [NoticeCode.REQUEST_RECEIVED, "ask.need"]
    (request,) = (await _facts(bot, store)).requests
    assert (request.leaves, request.status) == (["water"], "open")


async def test_a_turn_that_comes_twice_is_done_once(bot, store):
    """The answer to the first was lost on the way."""
    await store.write(hear(message()))
    turn = turn_of(await bot.claim(), CREATE)
    await bot.take(turn)
    with pytest.raises(StaleTurn):
        await bot.take(turn)
    assert len((await _facts(bot, store)).requests) == 1


async def test_of_many_workers_with_one_message_one_takes_the_turn(bot, store):
    """Nothing of the others is kept."""
    await store.write(hear(message()))
    turn = turn_of(await bot.claim(), CREATE)
    given = await asyncio.gather(*(bot.take(turn) for _ in range(6)), return_exceptions=True)
    assert sum(not isinstance(one, StaleTurn) for one in given) == 1
    assert len((await _facts(bot, store)).requests) == 1


async def test_the_slower_of_two_leases_is_refused(bot, store):
    """Whoever took the lane after it ended has it."""
    await store.write(hear(message()))
    slow = turn_of(await bot.claim(lease_s=30))
    quick = turn_of(await bot.claim(NOON + MINUTE))
    with pytest.raises(StaleTurn):
        await bot.take(slow, NOON + MINUTE)
    await bot.take(quick, NOON + MINUTE)


async def test_a_late_turn_is_good_while_nobody_else_took_the_lane(bot, store):
    """A slow worker's work is not thrown away."""
    await store.write(hear(message()))
    turn = turn_of(await bot.claim(lease_s=30))
    assert (await bot.take(turn, NOON + HOUR)).session_version == 1


@pytest.mark.parametrize(
    "changed",
    [{"session_version": 7}, {"inbound_id": UNKNOWN}, {"lease": "made up"}, {"lease": ""}],
)
async def test_a_turn_that_does_not_fit_keeps_nothing(bot, store, changed):
    """Not its effects, not its prompts, not its session."""
    await store.write(hear(message()))
    work = await bot.claim()
    with pytest.raises(StaleTurn):
        await bot.take(turn_of(work, CREATE, **changed))
    assert await bot.told(work.address_id) == []
    assert await store.read(lambda conn: inbound.head(conn, work.address_id)) is not None
    assert (await bot.take(turn_of(work, CREATE))).undone == []


@pytest.mark.parametrize("changed", [{"inbound_id": None}, {"notice_id": UNKNOWN}])
async def test_a_turn_settles_exactly_one_thing(bot, store, changed):
    """A message or an opening."""
    await store.write(hear(message()))
    with pytest.raises(Invalid):
        await bot.take(turn_of(await bot.claim(), **changed))


PLACE = {"text": "12 Elm Road", "latitude": 31.2304, "longitude": 121.4737}
AROUND = {"latitude": 31.2304, "longitude": 121.4737, "radius_m": 1000}


@pytest.mark.parametrize(
    ("around", "urgency", "place", "is_told"),
    [
        (AROUND, "week", PLACE, True),
        (None, "later", {"text": "12 Elm Road"}, True),
        (AROUND, "week", PLACE | {"latitude": 31.3}, False),
        (AROUND, "week", {"text": "12 Elm Road"}, False),
        (AROUND, "today", PLACE, False),
        (None, "now", PLACE, False),
    ],
)
async def test_who_would_wait_for_intake_hears_so_before_they_go_on(
    bot, store, around, urgency, place, is_told
):
    """When the search begins; nobody else hears of it, and who is urgent never."""
    until = NOON + 24 * HOUR
    wanted = {"around": around, "until_at": until, "reason": "twice what we can do"}
    paused = PauseIn.model_validate(wanted)
    await store.write(lambda conn: intake.pause(conn, paused, author_id="desk", now=NOON))
    await store.write(hear(message()))
    work, _ = await bot.answer({"effect": "check_intake", "urgency": urgency, "place": place})
    told = [NoticeCode.INTAKE_PAUSED_HERE] if is_told else []
    assert await bot.told(work.address_id) == [*told, "ask.need"]


@pytest.mark.parametrize(
    "effect",
    [
        {"effect": "show_request"},
        {"effect": "cancel_request", "request_id": UNKNOWN},
        {"effect": "accept_offer", "offer_id": UNKNOWN},
        {"effect": "accept_offer", "offer_id": UNKNOWN, "group_chat": "nowhere"},
        {"effect": "start_task", "minutes": 5},
        {"effect": "pause", "how_long": "today"},
    ],
)
async def test_an_effect_that_comes_too_late_is_told_and_the_turn_goes_on(bot, store, effect):
    """The other effects are done."""
    await store.write(hear(message()))
    work, out = await bot.answer(effect, {"effect": "set_language", "language": "fr"})
    assert out.undone == [effect["effect"]]
    assert await bot.told(work.address_id) == [NoticeCode.TOO_LATE, "ask.need"]
    assert (await _facts(bot, store)).language == "fr"


async def test_a_voice_note_is_answered_at_once_and_queued_as_a_call(bot, store):
    """Nobody is told that something is not supported."""
    await store.write(hear(message(kind=InboundKind.VOICE)))
    work, _ = await bot.answer({"effect": "queue_call", "reason": "media"}, prompts=())
    told = await bot.told(work.address_id)
    assert told == [NoticeCode.MEDIA_RECEIVED, NoticeCode.CALL_QUEUED]
    assert (await _facts(bot, store)).call is not None


async def test_who_cannot_read_is_called(bot, store):
    """The request is made all the same."""
    await store.write(hear(message()))
    cannot_read = {**REQUEST, "accommodations": ["no_text"]}
    await bot.answer({"effect": "create_request", "request": cannot_read})
    facts = await _facts(bot, store)
    assert facts.call is not None
    assert len(facts.requests) == 1


async def test_what_a_caller_types_is_answered_on_the_page_and_not_on_the_phone(bot, store):
    """The resident is being spoken with."""
    await store.write(hear(message(number="1")))
    work, _ = await bot.answer({"effect": "queue_call", "reason": "asked", "by": "voice"})

    def call(conn):
        person_id = people.address_of(conn, work.address_id).person_id
        people.set_phone(conn, person_id, "+8613800000000")
        duty = calls.OnDuty.of(bot.settings)
        return calls.queue(
            conn, person_id, "asked", by="voice", address_id=work.address_id, duty=duty, now=NOON
        ).call_id

    call_id = await store.write(call)
    before = await bot.told(work.address_id)
    await store.write(hear(message("2", number="2", call_id=call_id)))
    await bot.answer(prompts=("ask.where",))
    assert await bot.told(work.address_id) == before
    said = await store.read(lambda conn: notices.said(conn, work.address_id, limit=1))
    assert [one.code for one in said] == ["ask.where"]


async def test_an_opened_question_is_put_once(bot, store):
    """The notice is settled by the turn that opened it."""
    await store.write(hear(message(number="1")))
    work, _ = await bot.answer(asks=False)
    await store.write(
        lambda conn: notices.put(
            conn, work.address_id, NoticeCode.OFFER, {}, now=NOON, opens="offer"
        )
    )
    work, _ = await bot.answer(prompts=("offer.answer",))
    assert work.opening.form == "offer"
    assert await bot.claim(NOON + HOUR) is None


async def test_two_requests_of_one_person_are_two(bot, store):
    """A second one is never a duplicate."""
    for number in ("1", "2"):
        await store.write(hear(message(number=number)))
        await bot.answer(CREATE)
    facts = await _facts(bot, store)
    assert len({one.receipt for one in facts.requests}) == 2
    kept = await store.read(lambda conn: requests.find(conn, facts.requests[0].id))
    assert kept is not None


async def _facts(bot, store):
    """What is true of the resident now."""
    later = NOON + 2 * HOUR
    await store.write(hear(message(number="facts"), now=later))
    return (await bot.claim(later)).facts
