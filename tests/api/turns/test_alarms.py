"""What a turn does for somebody who may be in danger."""

from itertools import count

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.alerts import service as alerts
from api.database.tables.texts import texts
from api.groups import service as groups
from api.groups.schemas import GroupIn
from api.inbound.schemas import Body
from api.notices import service as notices
from api.vocabulary import AlertKind, Channel, InboundKind, SafetyAnswer
from tests.api.world import NOON, hear, message

NUMBERS = count(1)
GROUP = GroupIn.model_validate(
    {
        "name": "A",
        "latitude": 31.2,
        "longitude": 121.5,
        "radius_m": 1000,
        "services": [],
        "languages": ["en"],
        "capacity": 3,
    }
)
WHY = {"danger_class": "violence", "why": ["en:violence.now"]}


async def said(bot, store, *effects, text="he hits me", **changed):
    """Somebody says this, and the turn has these effects; the work."""
    number = next(NUMBERS)
    await store.write(hear(message(text, number=str(number))))
    work, _ = await bot.answer(*effects, **changed)
    return work


async def listed(store):
    """The open alerts with what is kept of them."""
    found = await store.read(lambda conn: alerts.open_alerts(conn, flags=True))
    read = lambda one: store.read(lambda conn: alerts.detail(conn, one.id, flags=True))  # noqa: E731 - short
    return [await read(one) for one in found]


@pytest.mark.parametrize("kind", list(AlertKind))
async def test_an_alert_keeps_the_words_the_class_and_the_rules(bot, store, kind):
    """Of every kind; to the person nothing more is told than the turn says itself."""
    work = await said(bot, store, {"effect": "alert", "kind": kind.value, **WHY})
    (one,) = await listed(store)
    kept = (one.alert.kind, one.words, one.danger_class, one.rules)
    assert kept == (kind, "he hits me", "violence", ["en:violence.now"])
    assert await bot.told(work.address_id) == ["ask.need"]


async def test_an_answer_is_noted_and_yes_is_danger(bot, store):
    """With the words at the time."""
    await said(bot, store, {"effect": "alert", "kind": "ask", **WHY})
    await said(bot, store, {"effect": "answer_alert", "answer": "yes"}, text="1")
    (one,) = await listed(store)
    assert (one.alert.kind, one.alert.answer) == (AlertKind.DANGER, SafetyAnswer.YES)
    assert one.words == "he hits me"


async def test_danger_in_a_group_chat_puts_the_numbers_there(bot, store):
    """For everybody, and nothing of who said it; a chat we do not know has nothing."""

    def unit(conn):
        group_id = groups.create(conn, GROUP, now=NOON)
        return addresses.group_chat(conn, Channel.TELEGRAM, "-5", group_id, now=NOON)

    chat = await store.write(unit)
    for name in ("-5", "-6"):
        await said(bot, store, {"effect": "alert", "kind": "danger", "group_chat": name})
    waiting = await store.read(lambda conn: notices.waiting(conn, chat.id))
    assert [(one.code, one.values) for one in waiting] == [("danger_card", {})]


async def test_words_to_be_read_are_kept_as_they_were_said(bot, store):
    """At the question; what is no words is not."""
    await said(bot, store, text="the blue one", to_read="ask.need")
    await said(bot, store, text="17", to_read="ask.need")
    await said(bot, store, text="something else")
    questions = await store.read(lambda conn: conn.scalars(sa.select(texts.c.question)).all())
    assert questions == ["ask.need"]


async def test_whoever_types_a_paper_in_a_chat_has_the_card_that_its_words_call_for(bot, store):
    """Beside what came of the line."""
    typed_at = await store.write(
        lambda conn: addresses.address_for(conn, Channel.TELEGRAM, "typist", now=NOON)
    )
    body = Body(text='9="he hits me"', typed_at=typed_at.id)
    await store.write(hear(message(kind=InboundKind.ANSWER_LINE, body=body)))
    await bot.answer({"effect": "alert", "kind": "danger"}, prompts=("danger_card", "ask.need"))
    assert (await bot.told(typed_at.id))[0] == "danger_card"


@pytest.mark.parametrize(
    ("words", "kept"), [("he is hitting me", "he is hitting me"), ("1", ""), ("０ 1", "")]
)
async def test_danger_raises_an_alert_with_the_words_that_were_said(bot, store, words, kept):
    """A pressed key is no word: "1" would say nothing to the safeguarding lead."""
    await store.write(hear(message(words)))
    await bot.answer({"effect": "alert", "kind": "danger"}, prompts=("ask-danger_card",))
    (alert,) = await store.read(lambda conn: alerts.open_alerts(conn, flags=False))
    detail = await store.read(lambda conn: alerts.detail(conn, alert.id, flags=False))
    assert detail.words == kept


async def test_a_flag_says_nothing_on_the_residents_channel(bot, store):
    """Only the open question comes again."""
    await store.write(hear(message("he reads along")))
    work, _ = await bot.answer({"effect": "alert", "kind": "flag"})
    assert await bot.told(work.address_id) == ["ask.need"]
