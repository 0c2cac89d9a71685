"""A resident asks, a volunteer helps, help arrives: every step over the wire."""

import pytest

from api.vocabulary import Leaf
from tests.bot.channels.telegram.asking import ASK, answer_all, enrol
from tests.world import HERE


@pytest.mark.parametrize("way", ["pressed", "typed", "mixed"])
async def test_the_whole_ask_form_is_answered_by_buttons_by_numbers_or_both(
    district, new_person, way
):
    """However it was answered, the request is the same."""
    mei = new_person("Mei")
    await mei.starts()
    await answer_all(mei, ASK, way)
    await mei.reads_until("We have your request")
    [(request, private)] = await district.requests_of(mei)
    assert request.leaves() == [Leaf.GROCERIES, Leaf.MEDICINE]
    assert request.urgency == "today"
    assert sorted(request.accommodations) == ["ring_long", "slow", "wheelchair", "woman_only"]
    assert (private.name, private.phone) == ("Mei", "+8613800138000")
    assert private.details["door"] == "Door 4"
    place = private.place
    assert (place.latitude, place.longitude) == pytest.approx(HERE)


async def test_an_invite_link_makes_a_volunteer(district, new_person):
    """`/start <code>` opens the enrol form with the invite."""
    group = await district.add_group(Leaf.GROCERIES)
    ann = new_person("Ann")
    await ann.follows(f"https://t.me/linli_bot?start={await district.invite(group)}")
    await answer_all(ann, enrol("Ann"), "pressed")
    assert "Welcome, Ann. You are a volunteer of Hongmei now." in await ann.reads()


async def test_a_link_that_is_no_invite_is_refused_before_any_question(district, new_person):
    """Nobody answers nine questions to hear that the invitation was old."""
    ann = new_person("Ann")
    await ann.starts("OLDCODE")
    read = await ann.reads()
    assert read.startswith("This invitation does not work.")
    assert "press its number" in read


async def test_help_is_offered_accepted_given_and_confirmed(either, new_person):
    """Offer in private, accepted by button; the resident hears it, and that it is on its way."""
    district = either
    group = await district.add_group(Leaf.GROCERIES, Leaf.MEDICINE)
    ann, mei = new_person("Ann"), new_person("Mei")
    await ann.starts(await district.invite(group))
    await answer_all(ann, enrol("Ann"), "mixed")
    await ann.reads_until("You are a volunteer")
    await mei.starts()
    await answer_all(mei, ASK, "mixed")
    await mei.reads_until("We have your request")
    assert "Food shopping" not in (await ann.reads_until("Can you help?"))[-1]
    assert ann.received[-1]["has_protected_content"]
    await ann.presses("Yes, I will help")
    assert "Door 4" in (await ann.reads_until("Please help Mei"))[-1]
    assert ann.received[-1]["has_protected_content"]
    word = (await mei.reads_until("Ann will help you"))[-1].split("at the door: ")[1].split(".")[0]
    assert word in ann.screen[-1]
    await ann.reads_until("How is it going")
    await ann.presses("I am on my way")
    await ann.reads_until("When will you be there?")
    await ann.presses(1)
    assert word in (await mei.reads_until("Ann is on the way to you"))[-1]
    await ann.says("I am there")
    await ann.reads_until("How is it going")
    await ann.presses("It is done")
    await mei.reads_until("Did the help arrive")
    await mei.presses("Yes, all of it")
    await mei.reads_until("Thank you. It is good that help arrived.")
    [(request, _)] = await district.requests_of(mei)
    assert request.status == "done"
