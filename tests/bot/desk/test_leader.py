"""A leader who has only a telephone: all that others read is read to them, by one caller."""

import pytest

from api.vocabulary import Role
from bot.desk.requests import CLOSE_REASONS

PRIVATE = ("Ann", "31.23040")


@pytest.fixture
async def rung(office):
    """A leader who is to be rung about a request, the desk beside it."""
    await office.add_group("Elm", 300, ["meal"], phone_only=True)
    await office.add_leader("Lin", "Elm")
    await office.ask("Ann", "meal", "today", "no_stairs")
    office.whole.bot.work()
    return office


async def takes_the_call(office):
    """Eva holds it."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    await eva.follows("they can only be reached by phone")
    await eva.presses("Take this call")
    return eva


async def test_before_a_yes_the_page_says_nothing_of_who_and_where(rung):
    """The leader decides on what every volunteer decides on."""
    eva = await takes_the_call(rung)
    assert "What do they say?" in eva.text
    assert "a cooked meal" in eva.text
    assert not [word for word in PRIVATE if word in eva.text]
    assert "Show who and where" not in eva.text


SAID = ("A neighbour needs: a cooked meal.", "When: today.", "in a straight line", "Can you help?")


async def test_before_a_yes_the_page_says_in_words_what_to_ask_them(rung):
    """The sentences of every other volunteer, without a letter: they answer by voice."""
    eva = await takes_the_call(rung)
    for said in (*SAID, "Note: cannot use stairs."):
        assert said in eva.text
    assert "Request B" not in eva.text


async def test_the_script_of_their_call_says_the_offer_and_leaves_nothing_of_it_blank(rung):
    """The whole offer, and still nothing of who and where."""
    eva = await takes_the_call(rung)
    text = await eva.presses("Open it as a page")
    for said in (*SAID, "Note: cannot use stairs."):
        assert said in text
    offer = text[text.index("A neighbour needs") : text.index("Can you help?")]
    assert "__" not in offer
    assert not [word for word in PRIVATE if word in text]


async def test_after_a_yes_the_page_says_what_to_read_to_them(rung):
    """Who, where, the word for the door and what to heed; and it stays while the call is held."""
    eva = await takes_the_call(rung)
    for seen in (await eva.presses("Yes, we do it"), await eva.opens(str(eva.answer.url.path))):
        assert "read this to them" in seen
        assert all(word in seen for word in (*PRIVATE, "cannot use stairs"))
        assert "Word they say at the door" in seen
        assert "They must not phone the resident." in seen
    [request] = await rung.requests_of("Ann")
    assert "reveal" in await rung.actions(request.id)


async def test_nobody_but_the_holder_of_the_call_reads_it(rung):
    """Neither another caller nor a coordinator who looks on."""
    eva = await takes_the_call(rung)
    await eva.presses("Yes, we do it")
    for name, role in (("Tom", Role.CALLER), ("Ida", Role.COORDINATOR)):
        other = await rung.at_the_desk(name, role)
        seen = await other.opens(str(eva.answer.url.path))
        assert "read this to them" not in seen
        assert not [word for word in PRIVATE if word in seen]


@pytest.mark.parametrize(
    ("says", "heard"),
    [("They set out now", "on the way"), ("It is done", "Did"), ("They cannot do it", "cannot")],
)
async def test_what_they_say_of_the_task_reaches_the_resident(rung, says, heard):
    """On the way, done or handed back, by the same call."""
    eva = await takes_the_call(rung)
    await eva.presses("Yes, we do it")
    assert "Saved" in await eva.presses(says)

    async def came():
        return heard in rung.heard("Ann")[-1]

    await rung.until(came, says)


async def cancels(office):
    """A coordinator cancels Ann's request, and the worker tells whoever must know."""
    ida = await office.at_the_desk("Ida", Role.COORDINATOR)
    [request] = await office.requests_of("Ann")
    await ida.opens(f"/desk/requests/{request.id}")
    await ida.presses("Close this request", reason=CLOSE_REASONS[0])
    office.whole.bot.work()


@pytest.mark.parametrize("after_a_yes", [True, False])
async def test_when_it_is_no_longer_needed_the_page_says_that_and_asks_nothing(rung, after_a_yes):
    """Whoever holds the call reads out what is so: there is no yes or no to give."""
    eva = await takes_the_call(rung)
    paper = next(form for form in eva.page.forms if form.action.endswith("/script"))
    if after_a_yes:
        await eva.presses("Yes, we do it")
    await cancels(rung)

    async def came():
        return "no longer needed" in await eva.opens(str(eva.answer.url.path))

    await rung.until(came, "that it is over")
    assert ("Please do not go there any more." in eva.text) is after_a_yes
    for gone in ("What do they say?", "Yes, we do it", "Can you help?", "read this to them"):
        assert gone not in eva.text
    assert not [word for word in PRIVATE if word in eva.text]
    assert not [form for form in eva.page.forms if form.action.endswith("/script")]
    assert "Can you help?" not in await eva.sends(paper, {"as": "page"})


async def test_after_they_handed_it_back_the_page_does_not_ask_them_again(rung):
    """Others are asked now; nobody presses yes for them by mistake."""
    eva = await takes_the_call(rung)
    await eva.presses("Yes, we do it")
    await eva.presses("They cannot do it")
    assert "We ask others" in eva.text
    assert "Yes, we do it" not in eva.text
