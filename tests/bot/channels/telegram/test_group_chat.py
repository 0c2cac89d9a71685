"""A group's chat: it joins by an invite, is asked to help, and one of its volunteers wins."""

import pytest

from api.vocabulary import CallReason, Leaf
from tests.bot.channels.telegram.neighbours import ask, enrol
from tests.peers.telegram_group import TelegramGroup

WHO_CAN = "Who can help?"
YES = "Yes, I will help"


@pytest.fixture
async def chat(telegram, person):
    """A group chat into which somebody has just added the bot."""
    chat = TelegramGroup(telegram)
    await chat.adds_bot(person)
    return chat


@pytest.fixture
async def group(district, chat, person):
    """A group that does groceries and medicine, whose chat this is."""
    group = await district.add_group(Leaf.GROCERIES, Leaf.MEDICINE)
    await chat.says(person, f"/start@linli_bot {await district.invite(group)}")
    assert "This chat belongs to Hongmei now." in await chat.reads()
    return group


@pytest.fixture
def volunteer(district, group, new_person):
    """Makes volunteers of the group."""

    async def joined(name):
        somebody = new_person(name)
        await enrol(district, group, somebody, name)
        await district.pause(somebody)  # asked in the chat only
        return somebody

    return joined


@pytest.fixture
def resident(district, group, new_person):
    """Makes a resident who has asked."""

    async def asked(name="Mei"):
        somebody = new_person(name)
        await ask(district, somebody)
        return somebody

    return asked


async def test_an_offer_in_a_chat_shows_no_delicate_need(chat, resident):
    """Medicine reads "an errand"; no name, no number, no place but the area."""
    await resident()
    offer = (await chat.reads_until(WHO_CAN))[-1]
    assert "food shopping and an errand" in offer
    for secret in ("medicine", "Mei", "13800138000", "Door 4", "31.2304"):
        assert secret not in offer
    assert chat.received[-1]["has_protected_content"]
    assert chat.labels == [YES]


async def test_of_two_who_press_at_once_one_wins_and_the_other_hears_it(
    district, chat, volunteer, resident
):
    """The details come to the winner in private; the chat sees that it is taken."""
    ann, bo = await volunteer("Ann"), await volunteer("Bea")
    mei = await resident()
    await chat.reads_until(WHO_CAN)
    await chat.presses(ann, YES)
    await chat.presses(bo, YES)
    await ann.reads_until("Please help Mei")
    lost = await bo.reads_until("Somebody else was a little faster")
    assert not [text for text in lost if "Mei" in text]
    await mei.reads_until("Ann will help you")
    taken = (await chat.reads_until("Ann helps with this"))[-1]
    assert "medicine" not in taken
    await district.telegram.until(lambda: not chat.labels, "the button taken away")
    assert [text for text in chat.screen if WHO_CAN in text] == []
    assert chat.screen.count(taken) == 2  # the offer, marked as over, and the new message


async def test_a_press_by_a_stranger_accepts_nothing(district, chat, resident, new_person):
    """The chat gets a link into the private chat, which gives no right; once a person."""
    wu = new_person("Wu", stranger=True)
    chat.joined_by(wu)
    mei = await resident()
    await chat.reads_until(WHO_CAN)
    await chat.presses(wu, YES)
    told = (await chat.reads_until("Nothing is accepted yet"))[-1]
    await chat.presses(wu, YES)
    [link] = [word for word in told.split() if word.startswith("https://")]
    await wu.follows(link)
    assert "press its number" in await wu.reads()
    assert len(chat.received) == 3
    [(request, _)] = await district.requests_of(mei)
    assert request.status == "offered"


async def test_a_volunteer_of_another_group_is_a_stranger_here(
    district, chat, resident, new_person
):
    """Each group vouches for its own."""
    other = await district.add_group(Leaf.MEAL, name="Elm")
    wu = new_person("Wu")
    await enrol(district, other, wu, "Wu")
    await resident()
    await chat.reads_until(WHO_CAN)
    await chat.presses(wu, YES)
    await chat.reads_until("Nothing is accepted yet")


async def test_a_chat_does_not_join_by_a_bad_invite(district, chat, person):
    """Who gave it hears so in private, and the chat nothing."""
    await chat.says(person, "/start@linli_bot NOTACODE")
    assert "This invitation does not work" in await person.reads()
    assert chat.received == []


async def test_what_is_said_in_a_group_chat_is_not_kept(district, chat, group, person):
    """Only the invite and presses are ours."""
    before = await district.heard()
    await chat.says(person, "/stop")
    await chat.says(person, "hello @linli_bot, Mrs Chen of Lane 3 is ill")
    await person.says("hello")
    await person.reads()
    heard, _ = await district.heard()
    assert heard == before[0] + 1


async def test_a_chat_that_became_a_supergroup_is_asked_under_its_new_name(
    district, chat, group, volunteer, resident, person
):
    """Telegram tells the new name once; presses there count as in the old one."""
    ann = await volunteer("Ann")
    await chat.becomes_supergroup(person)
    await resident()
    await chat.reads_until(WHO_CAN)
    await chat.presses(ann, YES)
    await ann.reads_until("Please help Mei")
    await chat.reads_until("Ann helps with this")


async def test_a_chat_whose_new_name_we_missed_is_found_by_sending(
    district, chat, volunteer, resident
):
    """The refused send names the new address, and is sent there."""
    ann = await volunteer("Ann")
    now = TelegramGroup(district.telegram)
    district.telegram.chats.meet({"id": now.id, "type": "supergroup", "title": "Neighbours"})
    chat.chat.migrated_to = now.id  # and no update says so
    await resident()
    await now.reads_until(WHO_CAN)
    await now.presses(ann, YES)
    await ann.reads_until("Please help Mei")


async def test_a_chat_that_threw_the_bot_out_is_not_asked(district, chat, group, resident, person):
    """The request goes up the ladder instead of waiting for nobody."""
    await chat.removes_bot(person)
    mei = await resident()
    await mei.reads_until("Nobody has said yes yet")
    assert len(chat.received) == 1
    assert await district.calls_of(mei) == [CallReason.LADDER]
