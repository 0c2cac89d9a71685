"""Where nobody could help, at the desk: alarms first, gaps in words, canaries made and ended."""

from datetime import timedelta

import pytest

from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.places import service as places
from api.places.schemas import PlaceIn
from api.vocabulary import Role, WeekPart
from bot.desk.cover import when
from tests.world import HERE

DAY = timedelta(days=1)


@pytest.fixture
async def ida(office):
    """A coordinator at the page, of a neighbourhood with one place and one group."""
    road = PlaceIn(name="Garden Road", latitude=HERE[0], longitude=HERE[1])
    await office.write(lambda c: places.replace(c, [road], now=office.now))
    await office.add_group("Elm", 300, ["meal"])
    visitor = await office.at_the_desk("Ida Berg")
    await visitor.follows("Cover")
    return visitor


async def pause(office, name):
    """A group helps nobody for a month."""
    until = GroupChange(paused_until=office.now + 30 * DAY)
    await office.write(lambda c: groups.change(c, office.groups[name], until, now=office.now))


async def test_before_the_first_night_the_page_looks_by_itself(ida):
    """A practice district shows something sensible at once."""
    assert "looked at just now" in ida.text
    assert "Garden Road Nobody: food shopping, drinking water," in ida.text
    assert ida.text.index("Nobody: food shopping") < ida.text.index("Only one group: a cooked")


@pytest.mark.usefixtures("ida")
async def test_an_area_that_lost_its_help_stands_first_until_somebody_sees_to_it(office):
    """On the queue too; with the reason, and without anybody's name."""
    await office.pass_time(DAY * 0.8)
    assert "Finds somebody" in await (await office.at_the_desk("Ida Berg")).follows("Cover")
    await pause(office, "Elm")
    await office.pass_time(DAY)
    ida = await office.at_the_desk("Ida Berg")
    seen = await ida.follows("Cover")
    assert "Garden Road Nobody can help any more: a cooked meal Why one group is paused" in seen
    assert "1 Cover to look after" in await ida.opens("/desk")
    await ida.opens("/desk/coverage")
    assert "Noted. You look after this." in await ida.presses("I look after this")
    assert "Somebody looks after this" in ida.text
    assert "Cover to look after" not in await ida.opens("/desk")


async def test_a_filter_is_a_plain_address_and_hides_no_gap_that_holds_for_it(ida):
    """Who asks about wheelchairs sees what nobody does for anybody, too."""
    seen = await ida.opens("/desk/coverage?leaf=meal&accommodation=wheelchair&part=workday_night")
    assert "Only one group: a cooked meal" in seen
    assert "Nobody: " not in seen
    assert "Nothing fits" in await ida.opens("/desk/coverage?leaf=meal&cover=nobody")


async def test_what_no_filter_means_is_left_out(ida):
    """An address that somebody typed breaks nothing."""
    await ida.opens("/desk/coverage?leaf=x&part=y&accommodation=z&cover=0&language=1")
    assert ida.answer.status_code == 200
    await ida.opens("/desk/coverage?area=Nowhere")
    assert ida.answer.status_code == 404


async def test_a_coordinator_makes_a_canary_and_ends_it(ida):
    """It is tried at once; an unknown place is said, and what was typed stays."""
    wanted = {"leaf": "water", "urgency": "now", "language": ""}
    wrong = {**wanted, "leaf": "cake"}
    assert "That did not work" in await ida.presses("Try it every night", place="x", **wrong)
    seen = await ida.presses("Try it every night", place="Gardn Road", **wanted)
    assert (ida.answer.status_code, "We do not know this place" in seen) == (422, True)
    seen = await ida.presses("Try it every night", place="Garden Road", **wanted)
    assert "It was tried once just now" in seen
    assert "drinking water now Finds nobody Why one group no longer does this" in seen
    assert "It is tried no more." in await ida.presses("Try it no more")
    assert "Finds nobody" not in ida.text


async def test_only_coordinators_see_it(office):
    """A caller has neither the page nor the way to it."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    assert "Cover" not in eva.text
    await eva.opens("/desk/coverage")
    assert eva.answer.status_code == 403


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (list(WeekPart), ["any_time"]),
        ([part for part in WeekPart if part.startswith("weekend")], ["weekends"]),
        (["workday_night", "weekend_night"], ["night"]),
        (["workday_night"], ["workday_night"]),
        ([one for one in WeekPart if one != "weekend_night"], ["workdays", "weekend_morning"]),
    ],
)
def test_hours_are_told_in_few_words(parts, said):
    """Never eight of them where two do."""
    assert when(parts)[: len(said)] == said
