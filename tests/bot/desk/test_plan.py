"""A coordinator looks at who waits, proposes a plan, looks at it and lets the groups be asked."""

import pytest

from api.places import service as places
from api.places.schemas import PlaceIn
from api.vocabulary import Role
from tests.world import HERE

MANY = "Lin Wen", "Ann", "Bo", "Cy", "Di"


@pytest.fixture
async def crowded(office):
    """A group with one place and one volunteer, and five residents who need it this week."""
    await office.add_group("Elm", 300, ["meal"], capacity=1)
    await office.add_volunteer("Vera", "Elm", "terminal")
    await office.waits(MANY, "meal", "week")
    office.whole.bot.work()
    return office


async def test_who_waits_is_listed_in_its_order_and_nobody_is_named(crowded):
    """The first three are asked for; the others wait, the older first."""
    ida = await crowded.at_the_desk("Ida Berg")
    seen = await ida.follows("Who waits")
    assert "2 requests wait." in seen
    assert "One group can do it" in seen
    assert not any(name in seen for name in MANY)


async def test_a_plan_asks_nobody_before_somebody_says_that_they_looked(crowded):
    """Then the volunteer is asked, the page says how far that is, and what came of each."""
    await crowded.say("Vera", "2")
    ida = await crowded.at_the_desk("Ida Berg")
    await ida.follows("Who waits")
    seen = await ida.presses("Propose a plan")
    assert "Nobody is asked yet." in seen
    assert "Elm" in seen
    refused = await ida.presses("Ask for one request")
    assert "Please look at the plan first." in refused
    done = await ida.presses("Ask for one request", looked="yes")
    assert "The groups are being asked." in done
    assert "Each volunteer still says yes or no." in done
    assert "So far 0 of 1." in done
    await crowded.settle()
    assert "The groups were asked:" in await ida.follows("Show what is new")


async def test_with_nobody_waiting_there_is_nothing_to_plan(office):
    """And the page says so."""
    ida = await office.at_the_desk("Ida Berg")
    assert "Nobody waits." in await ida.follows("Who waits")


async def test_callers_do_not_plan_or_pause(office):
    """Neither page is theirs."""
    eva = await office.at_the_desk("Eva Lind", Role.CALLER)
    for page in ("/desk/plan", "/desk/intake"):
        assert "You may not see this page" in await eva.opens(page)


@pytest.fixture
async def ida(office):
    """A coordinator at the page of pauses, where one place is known."""
    spot = PlaceIn(name="Garden Road", latitude=HERE[0], longitude=HERE[1])
    await office.write(lambda c: places.replace(c, [spot], now=office.now))
    office.whole.bot.work()
    visitor = await office.at_the_desk("Ida Berg")
    await visitor.follows("Pause new requests")
    return visitor


def typed(office, **changed):
    """A pause around a known place until in three days."""
    day = office.now.date().replace(year=office.now.year + 1).isoformat()
    told = {"where": "around", "place": "Garden Road", "radius": "2", "date": day}
    return told | {"time": "08:00", "reason": "too much to do"} | changed


@pytest.mark.parametrize("where", ["around", "everywhere"])
async def test_a_pause_begins_and_is_ended(ida, office, where):
    """It is listed with its reason until somebody opens again."""
    seen = await ida.presses("Begin the pause", **typed(office, where=where))
    assert "The pause has begun." in seen
    assert "too much to do" in seen
    assert "No request waits for it" in seen
    ended = await ida.presses("Open again now")
    assert "It is open again." in ended
    assert "Nothing is paused." in ended


REFUSED = {
    "place": ("Nowhere at all", "It is not certain which place this is."),
    "date": ("2020-01-01", "Please give a day to come."),
}


@pytest.mark.parametrize("field", REFUSED)
async def test_what_cannot_be_used_is_said_and_what_was_typed_stays(ida, office, field):
    """Nothing is paused."""
    value, why = REFUSED[field]
    seen = await ida.presses("Begin the pause", **typed(office, **{field: value}))
    assert why in seen
    assert "Nothing is paused." in seen
    assert 'value="too much to do"' in ida.page.html


async def test_of_two_places_of_one_name_neither_is_paused(ida, office):
    """A pause of the wrong area would hold requests that somebody could serve."""
    roads = [
        PlaceIn(name=f"Elm Road {side}", latitude=HERE[0] + by, longitude=HERE[1])
        for side, by in (("North", 0.0), ("South", 0.2))
    ]
    await office.write(lambda c: places.replace(c, roads, now=office.now))
    seen = await ida.presses("Begin the pause", **typed(office, place="Elm Road"))
    assert "It is not certain which place this is." in seen
    assert "Nothing is paused." in seen
