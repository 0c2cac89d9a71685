"""A coordinator makes a rule in an area and ends it; what cannot be used is said by its field."""

import json

import pytest

from api.places import service as places
from api.places.schemas import PlaceIn
from api.vocabulary import Role
from tests.bot.desk.office import Office

PAGE = "/desk/restrictions"
SQUARE = {
    "type": "Polygon",
    "coordinates": [
        [[121.47, 31.22], [121.48, 31.22], [121.48, 31.24], [121.47, 31.24], [121.47, 31.22]]
    ],
}
RULE = {"kind": "closed", "reason": "Three cases in block 7", "area": json.dumps(SQUARE)}


@pytest.fixture
async def office(tmp_path):
    """An office with one group and one request inside."""
    made = Office(tmp_path)
    await made.whole.open()
    await made.add_group("Elm", 300, ["meal"])
    yield made
    await made.close()


def form_of(visitor):
    """The form of a new rule."""
    return next(one for one in visitor.page.forms if one.action == PAGE)


async def makes(visitor, **typed):
    """Send the form with this typed."""
    empty = {"place": "", "radius": "", "area": "", "from": "", "until": ""}
    return await visitor.sends(form_of(visitor), {**empty, **RULE, **typed})


async def test_a_rule_is_made_listed_and_ended_after_a_question(office):
    """With its reason, who made it and how many open requests are inside."""
    await office.ask("Ann", "meal", "today", "")
    ida = await office.at_the_desk("Ida")
    assert "Nothing keeps anybody from coming" in await ida.opens(PAGE)
    text = await makes(ida)
    assert "The rule is made" in text
    assert "Closed: nobody may come" in text
    assert "Three cases in block 7" in text
    assert "Made by Ida" in text
    assert "Until somebody ends it" in text
    assert "End this rule now?" in await ida.follows("End it")
    text = await ida.presses("End it now")
    assert "The rule has ended" in text
    assert "Nothing keeps anybody from coming" in text


async def test_what_cannot_be_used_is_said_by_its_field_and_what_was_typed_stays(office):
    """Nothing is made."""
    ida = await office.at_the_desk("Ida")
    await ida.opens(PAGE)
    text = await makes(ida, area="{", reason="", until="yesterday")
    assert ida.answer.status_code == 422
    assert "This is no closed GeoJSON polygon" in text
    assert "Say why" in text
    assert "Write the day and the time" in text
    assert 'value="yesterday"' in ida.page.html
    assert "Nothing keeps anybody" in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"area": ""}, "Name a place, or paste a polygon"),
        ({"place": "Elm Road", "radius": "500"}, "not both"),
        ({"area": "", "place": "Nowhere at all", "radius": "500"}, "No place is called like this"),
        ({"from": "2030-01-02T10:00", "until": "2030-01-02T09:00"}, "must end after it begins"),
        ({"kind": "ajar"}, "Choose what it says"),
        (
            {"area": json.dumps({**SQUARE, "coordinates": [[[0, 0], [1, 1], [0, 0]]]})},
            "closed GeoJSON",
        ),
    ],
)
async def test_each_field_says_what_it_takes(office, typed, said):
    """By its own words."""
    ida = await office.at_the_desk("Ida")
    await ida.opens(PAGE)
    assert said in await makes(ida, **typed)


async def test_a_place_and_metres_are_an_area(office):
    """Of several places that could be meant, the coordinator chooses."""
    ida = await office.at_the_desk("Ida")
    roads = [
        PlaceIn(name=name, latitude=31.2304, longitude=121.4737)
        for name in ("Hongmei Road", "Hongmei Lane")
    ]
    await office.write(lambda c: places.replace(c, roads, now=office.now))
    await ida.opens(PAGE)
    text = await makes(ida, area="", place="Hongmei", radius="400")
    assert "Which place is it?" in text
    chosen = ida.page.html.split('name="place_id" value="')[1].split('"')[0]
    text = await makes(ida, area="", place="Hongmei", place_id=chosen, radius="400")
    assert "The rule is made" in text


async def test_groups_with_a_permit_and_a_relay_are_shown(office):
    """By their names."""
    ida = await office.at_the_desk("Ida")
    await ida.opens(PAGE)
    [box] = [one for one in form_of(ida).boxes if one[0] == "permits"]
    text = await makes(ida, kind="gate_drop", permits=box[1], relay="yes")
    assert "Groups with a permit Elm" in text
    assert "Two help together" in text


async def test_a_feature_as_map_editors_copy_it_is_a_polygon_too(office):
    """Alone, or as the one of a collection."""
    ida = await office.at_the_desk("Ida")
    await ida.opens(PAGE)
    feature = {"type": "Feature", "properties": {}, "geometry": SQUARE}
    for area in (feature, {"type": "FeatureCollection", "features": [feature]}):
        assert "The rule is made" in await makes(ida, area=json.dumps(area))


async def test_callers_make_no_rules(office):
    """Nor do they see the page."""
    caller = await office.at_the_desk("Cai", Role.CALLER)
    await caller.opens(PAGE)
    assert caller.answer.status_code == 403
