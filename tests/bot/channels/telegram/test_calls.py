"""Calls with people on Telegram: a person goes on where they pressed 0, by voice or in writing.

The residents press and write in the app; their callers sit at the desk's own pages.
"""

import re
from dataclasses import replace

import pytest

from api.people import service as people
from api.vocabulary import Channel, Leaf, Role
from tests.bot.channels.telegram import neighbours
from tests.bot.channels.telegram.asking import PHONE, answer_all, free, many, one
from tests.bot.desk.visitor import Visitor
from tests.world import HERE

BEGUN = (
    one("English: press its number", "English", "1"),
    one("Are you safe right now?", "Yes, I am safe", "1"),
    one("May we keep your answers", "Yes", "1"),
    many("What do you need?", "1", "Food or water"),
    many("What food or water", "2", "A cooked meal"),
)
"""Two answers of what somebody needs."""


TO_THE_RECEIPT = (
    one("Who is the help for?", "For me", "1"),
    free("What may we call you?", "Ann"),
    one("Is there anything we must know", "Yes", "1"),
    many("How can we talk with you?", "1", "No phone calls"),
    many("What matters at the door?", "5", "Leave things at the door"),
    free("Who may come?", "#"),
    one("How may we reach you?", "Write to me here", "1"),
    one("This is what you told us:", "Yes, ask for help", "1"),
)


@pytest.fixture
async def desks(district):
    """Callers who signed in at the desk, by name; in the end none is left open."""
    signed_in = []

    async def at_the_desk(name):
        secret = await district.whole.node.secret(Role.ADMIN, "test")
        caller = Visitor(district.whole.web)
        signed_in.append(caller)
        wanted = {"role": "caller", "label": "desk", "name": name, "language": "en", "days": 1}
        made = await caller.client.post(
            "/v1/tokens",
            json={**wanted, "one_use": True},
            headers={"authorization": f"Bearer {secret}"},
        )
        await caller.opens(f"/desk/sign-in/{made.json()['secret']}")
        await caller.presses("Sign in")
        return caller

    yield at_the_desk
    for caller in signed_in:
        await caller.client.aclose()


async def known(district, somebody, phone="", *needs):
    """What is known of somebody from an earlier time."""

    def unit(conn):
        here = people.address_for(conn, Channel.TELEGRAM, str(somebody.id), now=district.now())
        people.set_phone(conn, here.person_id, phone)
        people.set_accommodations(conn, here.person_id, list(needs))

    await district.write(unit)


async def wants_a_person(district, somebody, begun, *needs):
    """They begin to ask, press 0, and say how; their number is known."""
    await somebody.starts()
    await answer_all(somebody, begun, "pressed")
    await somebody.reads()
    await known(district, somebody, PHONE.replace(" ", ""), *needs)
    await somebody.presses("0 A person")
    await somebody.reads_until("How should a person help you")
    await somebody.presses("Call me")


async def takes(desks, name, begins_with):
    """A caller who took the next call, with its open question before them."""
    caller = await desks(name)
    await caller.opens("/desk/calls")
    assert begins_with in await caller.presses("Take the next call")
    await caller.opens(str(caller.answer.url.path).partition("/opening")[0])
    return caller


def page_has(caller, words):
    """Whether the caller's page, loaded anew, has these words."""
    path = str(caller.answer.url.path)

    async def seen():
        return words in await caller.opens(path)

    return seen


async def say_all(caller, *answers):
    """What the resident says, each typed at its question."""
    for asked, said in answers:
        assert asked in caller.text
        await caller.presses("Keep the answer", text=said)


async def test_an_old_man_presses_0_and_two_volunteers_finish_by_phone(
    district, new_person, desks
):
    """Two answers, 0, a call, the line drops, a second caller; then he hears who comes."""
    group = await district.add_group(Leaf.MEAL)
    vera, lao = new_person("Vera"), new_person("Lao")
    await neighbours.enrol(district, group, vera, "Vera")
    await wants_a_person(district, lao, BEGUN)
    await lao.reads_until("A person will call you")

    eva = await takes(desks, "Eva", "Good day, my name is Eva.")
    assert "When do you need it?" in eva.text
    assert "Where is the help needed?" in await eva.presses("Today")
    await lao.shares_location(*HERE)
    await lao.reads_until("How does a helper find your door?")
    await district.later(minutes=31)  # the line dropped, and Eva's time with the call ran out

    tom = await takes(desks, "Tom", "Good day, my name is Tom.")
    await say_all(
        tom,
        ("How does a helper find your door?", "third floor, the green door"),
        ("How many people", "one"),
        ("What should we know about your food?", "soft food"),
        ("Who is the help for?", "1"),
        ("What may we call you?", "Lao"),
        ("Is there anything we must know", "no"),
        ("How may we reach you?", "2"),
        ("May we leave a message there?", "no"),
        ("This is what you told us:", "yes"),
    )
    assert "We have your request" in tom.text
    await vera.reads_until("Can you help?")
    await vera.presses("Yes, I will help")
    await vera.reads_until("Please help Lao")
    await district.until(page_has(tom, "Vera will help you"), "who comes")
    await tom.presses("Close the call", outcome="completed")
    [(request, private)] = await district.requests_of(lao)
    assert (request.status, private.details["food_detail"]) == ("taken", "soft food")


async def test_a_deaf_woman_presses_0_and_is_served_in_writing_by_the_same_page(
    district, new_person, desks
):
    """She asked never to be phoned; a person writes in her own chat until the help has come."""
    group = await district.add_group(Leaf.GROCERIES)
    vera, ann = new_person("Vera"), new_person("Ann")
    await neighbours.enrol(district, group, vera, "Vera")
    await wants_a_person(district, ann, BEGUN[:-1], "no_phone_calls")
    await ann.reads_until("A person will write to you")

    eva = await takes(desks, "Eva", "Write to them")
    assert PHONE.replace(" ", "") not in eva.answer.text
    await eva.presses("Send", text="Good morning! What would you like?")
    assert "Eva" in (await ann.reads_until("Good morning! What would you like?"))[-1]
    await ann.says("something for my baby please")
    await district.until(page_has(eva, "something for my baby please"), "her words")
    await eva.ticks("Food shopping")
    await ann.reads_until("When do you need it?")
    await ann.presses("Today")
    await ann.reads_until("Where is the help needed?")
    await ann.shares_location(*HERE)
    await ann.reads_until("How does a helper find your door?")
    await district.until(page_has(eva, "How does a helper find your door?"), "her place")
    await say_all(
        eva,
        ("How does a helper find your door?", "ring the light, third floor"),
        ("How many people", "two"),
        ("What should we know about your food?", "for a baby"),
    )
    await answer_all(ann, TO_THE_RECEIPT, "pressed")
    await ann.reads_until("We have your request")
    await district.until(page_has(eva, "We have your request"), "the receipt")
    await eva.presses("Close the call", outcome="completed")
    assert PHONE.replace(" ", "") not in eva.answer.text

    await _the_help_comes(vera, ann)
    [(request, private)] = await district.requests_of(ann)
    assert (request.status, private.details["door"]) == ("done", "ring the light, third floor")


async def _the_help_comes(vera, ann):
    """Vera accepts and is told not to phone; Ann hears who comes, and says that it came."""
    await vera.reads_until("Can you help?")
    await vera.presses("Yes, I will help")
    told = "\n".join(await vera.reads_until("Please help Ann"))
    assert "Please do not phone." in told
    assert PHONE.replace(" ", "") not in told
    assert "Vera" in (await ann.reads_until("will help you"))[-1]
    await vera.reads_until("How is it going")
    await vera.presses("It is done")
    await ann.reads_until("Did the help arrive")
    await ann.presses("Yes, all of it")
    await ann.reads_until("It is good that help arrived")


CALLER = (
    one("English: press its number", "English", "1"),
    one("May we keep your name", "Yes", "1"),
    free("What is your first name?", ""),
    many("How can you talk with people", "1 2", "By phone", "In writing, on a page"),
    many("Which languages do you know?", "1", "English"),
    many("Which of these are true", "3", "I can explain in easy words"),
    many("When can you help?", "5", "At any time"),
    one("This is what you told us:", "Yes, I want to help", "1"),
)
"""What somebody is asked who comes by a caller's invite."""


async def takes_calls(district, group, somebody, name):
    """They come by a caller's invite."""
    await somebody.starts(await district.invite(group, Role.CALLER))
    named = [replace(step, type=step.type or name) for step in CALLER]
    await answer_all(somebody, named, "pressed")
    await somebody.reads_until(f"Welcome, {name}. You take calls")


async def test_two_callers_press_a_card_and_one_opens_the_call_from_her_chat(district, new_person):
    """The card names nobody; the link opens the page once; the other one is thanked."""
    group = await district.add_group(Leaf.MEAL)
    vera, kim, ann = new_person("Vera"), new_person("Kim"), new_person("Ann")
    await takes_calls(district, group, vera, "Vera")
    await takes_calls(district, group, kim, "Kim")
    await wants_a_person(district, ann, BEGUN[:-1], "no_phone_calls")
    for caller in (vera, kim):
        card = "\n".join(await caller.reads_until("Can you take it?"))
        assert "How: in writing, on a page." in card
        assert "Ann" not in card

    await vera.presses("Yes, I take it")
    told = "\n".join(await vera.reads_until("Open its page:"))
    await kim.reads_until("Somebody else takes this call.")
    page = Visitor(district.whole.web)
    link = re.search(r"/desk/sign-in/[0-9a-f]{64}/[0-9a-f-]{36}", told)[0]
    await page.opens(link)
    await page.presses("Open your call")
    assert "Write to them" in page.text
    await page.client.aclose()
