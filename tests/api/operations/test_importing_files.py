"""What a file of groups may look like: tables, areas, hours; and what is said of what is none."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.operations import Failed, load_groups
from api.operations.importing import files
from api.operations.importing.fields import DAYS, Unclear, parsed
from api.places.rules import inside
from tests.api.operations.test_importing import ELM, HEADER, kept, written


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("groups.txt", HEADER, "its name must end in .csv"),
        ("groups.csv", "name,latitude", "It lacks longitude, services, languages, capacity"),
        ("groups.csv", f"{HEADER},colour\n{ELM},red", "line 1 names the columns"),
        ("groups.csv", f'{HEADER}\n1,"Elm', "line 2: a quote is not closed"),
        ("groups.csv", "", "line 1 names the columns"),
        ("groups.geojson", "{", "no valid JSON"),
        ("groups.geojson", "[]", "a GeoJSON FeatureCollection"),
        ("groups.geojson", "[" * 100_000, "no valid JSON"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(at, tmp_path, name, text, told):
    """And what it must be instead."""
    with pytest.raises(Failed, match=told):
        load_groups(at, written(tmp_path, *text.splitlines(), name=name))


def test_a_table_as_spreadsheets_write_it(at, tmp_path):
    """Semicolons, a mark at its beginning, Windows line ends."""
    path = tmp_path / "groups.csv"
    lines = (HEADER.replace(",", ";"), ELM.replace(",", ";"), "")
    path.write_text("\r\n".join(lines), encoding="utf-8-sig")
    assert load_groups(at, path).new == 1
    path.write_bytes("name,é".encode("latin-1"))
    with pytest.raises(Failed, match="not UTF-8"):
        load_groups(at, path)


SQUARE = [[[121.4, 31.2], [121.5, 31.2], [121.5, 31.3], [121.4, 31.3], [121.4, 31.2]]]
TOLD = {"services": ["water:in_person"], "languages": ["en"], "capacity": 2}


def feature(geometry, **told):
    """A feature of GeoJSON."""
    services = [{"leaf": "water", "mode": "in_person"}]
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": TOLD | {"services": services} | told,
    }


def test_geojson_has_points_and_areas(at, tmp_path):
    """A group with an area is in the midst of it, unless the file says where."""
    point = {"type": "Point", "coordinates": [121.4, 31.2, 4.0]}
    area = {"type": "Polygon", "coordinates": SQUARE}
    collection = {
        "type": "FeatureCollection",
        "features": [
            feature(point, name="Elm", ref="1", hours="daily 08:00-12:00", services="water"),
            feature(area, name="Oak", ref="2"),
            feature(area, name="Ash", ref="3", point=[121.45, 31.21]),
        ],
    }
    path = written(tmp_path, json.dumps(collection), name="groups.geojson")
    assert load_groups(at, path).new == 3
    assert load_groups(at, path).unchanged == 3
    found = kept(at)
    assert (found["1"].latitude, found["1"].longitude, len(found["1"].hours)) == (31.2, 121.4, 7)
    assert found["2"].area["coordinates"] == SQUARE
    assert (found["2"].latitude, found["2"].longitude) == (31.25, 121.45)
    assert (found["3"].latitude, found["3"].longitude) == (31.21, 121.45)


def test_a_feature_that_is_no_group_is_told_by_its_number(at, tmp_path):
    """Whatever stands there instead."""
    line = {"type": "LineString", "coordinates": SQUARE[0]}
    strange = {"features": [feature(line), None, feature({"type": "Point", "coordinates": 7})]}
    path = written(tmp_path, json.dumps(strange), name="groups.json")
    with pytest.raises(Failed) as failed:
        load_groups(at, path)
    told = str(failed.value)
    assert "3 groups have mistakes" in told
    assert "feature 1: geometry: a Point or a Polygon" in told
    assert "feature 2: geometry: a Point or a Polygon" in told
    assert "feature 3: latitude:" in told


U = [[[0, 0], [9, 0], [9, 9], [6, 9], [6, 3], [3, 3], [3, 9], [0, 9], [0, 0]]]
RING = [SQUARE[0], [[121.44, 31.24], [121.46, 31.24], [121.46, 31.26], [121.44, 31.24]]]


@pytest.mark.parametrize(
    "rings", [SQUARE, U, [U[0][::-1]], RING], ids=["square", "u", "back", "o"]
)
def test_the_place_of_an_area_is_inside_of_it(rings):
    """Also where its middle is not."""
    x, y = files.amid(rings)
    assert inside((y, x), rings)


SPANS = st.tuples(st.integers(0, 1439), st.integers(0, 1439))


@given(st.lists(st.tuples(st.integers(0, 6), SPANS), min_size=1, max_size=8))
def test_hours_are_read_as_they_are_written(week):
    """Any day, any span, also past midnight."""
    text = "; ".join(
        f"{DAYS[day].title()} {a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}"
        for day, (a, b) in week
    )
    assert parsed("hours", text) == [[day, a, b] for day, (a, b) in week]


@pytest.mark.parametrize(
    ("text", "days"),
    [("Sat-Mon 22:00-02:00", [5, 6, 0]), ("mon, wed 9:00-10:00", [0, 2]), ("", [])],
)
def test_days_are_spans_and_lists(text, days):
    """Round the end of the week."""
    assert [span[0] for span in parsed("hours", text)] == days


def test_exceptions_are_closed_days_and_other_hours():
    """By their date."""
    assert parsed("exceptions", "2026-12-25 closed; 2026-12-31 09:00-12:00, 14:00-15:00") == [
        {"on": "2026-12-25", "hours": []},
        {"on": "2026-12-31", "hours": [[540, 720], [840, 900]]},
    ]
    with pytest.raises(Unclear):
        parsed("exceptions", "Christmas closed")


@given(st.text(max_size=40))
def test_whatever_stands_in_a_cell_is_read_or_said_to_be_unclear(text):
    """Nothing breaks."""
    for name in ("services", "hours", "exceptions", "phone_only", "radius_m", "latitude"):
        with suppress(Unclear):
            parsed(name, text)
