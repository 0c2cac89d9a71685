"""A bot is given one lane at a time, with all that its answer needs."""

import pytest

from api.notices import service as notices
from api.people import service as people
from api.turns.rules import ATTEMPTS
from api.vocabulary import NoticeCode
from tests.api.district import forget, group, volunteer
from tests.api.turns.conftest import turn_of
from tests.api.world import MINUTE, NOON, SECOND, hear, meet, message

MINUTES_10 = 600


def ask(address_id, *, patience_s=MINUTES_10, now=NOON, number="1"):
    """A unit of work: a notice asks whether help arrived."""
    return lambda conn: notices.put(
        conn,
        address_id,
        NoticeCode.DID_HELP_ARRIVE,
        {"request_id": number, "purpose": "arrived"},
        now=now,
        opens="follow_up",
        about=number,
        patience_s=patience_s,
    )


async def test_a_message_is_given_with_its_conversation_and_what_is_true(bot, store):
    """And to nobody else."""
    await store.write(hear(message("hello")))
    work = await bot.claim()
    assert (work.inbound.body.text, work.session.version, work.opening) == ("hello", 0, None)
    assert (work.facts.consented, work.facts.volunteer, work.facts.requests) == (False, False, [])
    assert await bot.claim() is None


async def test_facts_tell_what_is_known_of_the_person(bot, store):
    """So that nobody is asked twice."""
    met = await store.write(meet())

    def learn(conn):
        people.set_language(conn, met.person_id, "zh-Hans")
        people.set_name(conn, met.person_id, "Li")
        people.record_consent(conn, met.person_id, "ask", now=NOON)

    await store.write(learn)
    await store.write(hear(message()))
    facts = (await bot.claim()).facts
    known = (facts.language, facts.name_known, facts.phone_known, facts.consented)
    assert known == ("zh-Hans", True, False, True)


@pytest.mark.parametrize(("wrong", "known"), [(None, True), ("wrong_number", False)])
async def test_a_number_that_is_not_theirs_is_asked_for_again(bot, store, wrong, known):
    """Else nobody could ever put it right."""
    met = await store.write(meet())
    await store.write(lambda conn: people.set_phone(conn, met.person_id, "+8613800138000"))
    if wrong:
        await store.write(lambda conn: people.mark_number(conn, met.person_id, wrong))
    await store.write(hear(message()))
    assert (await bot.claim()).facts.phone_known is known


async def test_messages_of_one_person_are_answered_one_after_the_other(bot, store):
    """The second waits while the first is being answered."""
    await store.write(hear(message("one", number="1"), message("two", number="2")))
    said = []
    for _ in range(2):
        work, _ = await bot.answer()
        said.append(work.inbound.body.text)
    assert said == ["one", "two"]
    assert await bot.claim() is None


async def test_silence_is_told_in_seconds(bot, store):
    """From the last turn."""
    await store.write(hear(message(number="1")))
    await bot.answer()
    later = NOON + 5 * MINUTE
    await store.write(hear(message(number="2"), now=later))
    assert (await bot.claim(later)).facts.silent_s == 300


async def test_an_asking_notice_is_opened_when_no_question_is_open(bot, store):
    """With its form, what it is about, and which notice it is."""
    met = await store.write(meet())
    notice_id = await store.write(ask(met.id))
    opening = (await bot.claim()).opening
    assert (opening.notice_id, opening.form) == (notice_id, "follow_up")
    assert opening.about == {
        "request_id": "1",
        "purpose": "arrived",
        "notice": "did_help_arrive",
    }


async def test_an_asking_notice_waits_for_the_open_question_but_not_for_ever(bot, store):
    """A bot with nothing to do is told when to look again."""
    await store.write(hear(message()))
    work, _ = await bot.answer()
    await store.write(ask(work.address_id))
    assert await bot.claim() is None
    assert await bot.next_at() == NOON + 10 * MINUTE
    assert await bot.claim(NOON + 10 * MINUTE - SECOND) is None
    assert (await bot.claim(NOON + 10 * MINUTE)).opening is not None


async def test_an_urgent_offer_may_overtake_a_patient_question(bot, store):
    """Each waits for its own time."""
    await store.write(hear(message()))
    work, _ = await bot.answer()
    await store.write(ask(work.address_id, number="1"))
    await store.write(ask(work.address_id, number="2", patience_s=60))
    assert (await bot.claim(NOON + MINUTE)).opening.about["request_id"] == "2"


async def test_what_a_person_says_comes_before_what_we_ask(bot, store):
    """Also when the question waited longer."""
    met = await store.write(meet())
    await store.write(ask(met.id))
    await store.write(hear(message()))
    work = await bot.claim()
    assert work.inbound is not None
    assert work.opening is None


async def test_a_question_that_was_withdrawn_is_never_put(bot, store):
    """It is no longer true."""
    met = await store.write(meet())
    await store.write(ask(met.id))
    await store.write(lambda conn: notices.withdraw(conn, "1", now=NOON))
    assert await bot.claim() is None


async def test_a_lease_that_ends_gives_the_lane_to_another_worker(bot, store):
    """The first one's answer then comes too late, see test_taking."""
    await store.write(hear(message()))
    first = await bot.claim(lease_s=30)
    assert await bot.claim(NOON + 29 * SECOND) is None
    second = await bot.claim(NOON + 30 * SECOND)
    assert second.inbound.id == first.inbound.id
    assert second.lease != first.lease


async def test_what_nobody_can_answer_goes_to_a_person(bot, store):
    """The lane goes on with the next message."""
    await store.write(hear(message("poison", number="1"), message("fine", number="2")))
    now = NOON
    for _ in range(ATTEMPTS):
        assert (await bot.claim(now)).inbound.body.text == "poison"
        now += MINUTE
    work = await bot.claim(now)
    assert work.inbound.body.text == "fine"
    assert work.facts.call is not None


@pytest.mark.parametrize("defer_s", [1, 600])
async def test_an_opening_can_be_given_back_for_later(bot, store, defer_s):
    """The conversation stays as it was."""
    met = await store.write(meet())
    await store.write(ask(met.id))
    out = await bot.take(turn_of(await bot.claim(), prompts=(), defer_s=defer_s))
    assert out.session_version == 0
    assert await bot.claim() is None
    assert (await bot.claim(NOON + defer_s * SECOND)).opening is not None


async def test_words_come_with_when_the_open_question_reached_their_writer(bot, store):
    """Of whoever we may ask by ourselves; while it is on its way nobody can have read it."""

    def unit(conn):
        somebody = volunteer(conn, group(conn), "Ann")
        forget(conn, somebody)
        return notices.put(conn, somebody.address_id, "offer.answer", {}, now=NOON)

    put = await store.write(unit)
    later = NOON + MINUTE
    for number, sent in enumerate((None, later)):
        if sent:
            await store.write(lambda conn: notices.sent(conn, put, "w1", now=later))
        said = message("1", number=str(number), address="Ann")
        await store.write(hear(said, now=later))
        work, _ = await bot.answer(now=later, prompts=())
        assert work.told_at == sent


async def test_whoever_is_never_asked_by_us_spares_the_outbox_a_look(bot, store):
    """Their question came with its turn."""
    await store.write(hear(message(number="1")))
    await bot.answer()
    await store.write(hear(message(number="2"), now=NOON + MINUTE))
    assert (await bot.claim(NOON + MINUTE)).told_at == NOON
