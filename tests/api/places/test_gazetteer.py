"""A gazetteer file is taken whole or refused whole, with the line and field of each mistake."""

import json

import pytest

from api.places.schemas import Gazetteer
from api.places.service import GazetteerRefused, read
from api.vocabulary import Datum

HEADER = "name,aliases,latitude,longitude,datum\n"


def csv(text):
    """The places of a CSV file."""
    return read(Gazetteer(format="csv", text=text))


def geojson(collection):
    """The places of a GeoJSON file."""
    return read(Gazetteer(format="geojson", text=json.dumps(collection)))


def feature(coordinates, **properties):
    """A named point."""
    point = {"type": "Point", "coordinates": coordinates}
    return {"type": "Feature", "geometry": point, "properties": properties}


def collection(*features):
    """A whole file of features."""
    return {"type": "FeatureCollection", "features": list(features)}


def mistakes(reading, text):
    """The fields a refused file names."""
    with pytest.raises(GazetteerRefused) as refused:
        reading(text)
    return [error["field"] for error in refused.value.errors]


def test_a_csv_file_is_read():
    """Aliases parted by |, the datum tagged, empty lines passed over."""
    first, second = csv(
        f"{HEADER}Elm Court,Old Mill | The Mill,51.5,-0.1,\n\n幸福里小区,,31.2,121.4,GCJ-02\n"
    )
    assert (first.name, first.aliases) == ("Elm Court", ["Old Mill", "The Mill"])
    assert (first.latitude, first.longitude, first.datum) == (51.5, -0.1, Datum.WGS84)
    assert (second.name, second.aliases, second.datum) == ("幸福里小区", [], Datum.GCJ02)


@pytest.mark.parametrize(
    "text",
    [
        "longitude,latitude,name\n-0.1,51.5,Elm Court",
        "\ufeffname;latitude;longitude\r\nElm Court;51.5;-0.1\r\n",
        "Name\tLatitude\tLongitude\nElm Court\t51.5\t-0.1\n",
        'name,latitude,longitude\n"Elm Court",51.5,-0.1\n',
    ],
)
def test_columns_stand_in_any_order_parted_as_spreadsheets_do(text):
    """With a byte order mark, semicolons, tabs or quotes."""
    (place,) = csv(text)
    assert (place.name, place.latitude, place.longitude) == ("Elm Court", 51.5, -0.1)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (",,51.5,-0.1,", "line 3: name"),
        ("Elm Court,,91,-0.1,", "line 3: latitude"),
        ("Elm Court,,nan,-0.1,", "line 3: latitude"),
        ("Elm Court,,north,-0.1,", "line 3: latitude"),
        ("Elm Court,,51.5,-181,", "line 3: longitude"),
        ("Elm Court,,51.5,-0.1,bd09", "line 3: datum"),
        ("Elm Court,,51.5,-0.1", "line 3"),
        ("<b>Elm</b>,,51.5,-0.1,", "line 3: name"),
        (f"Elm Court,{'x' * 81},51.5,-0.1,", "line 3: aliases.0"),
        ('"Elm Court,,51.5,-0.1,', "line 3"),
    ],
)
def test_a_mistake_in_a_csv_file_names_its_line_and_field(row, field):
    """So that who made the file finds it."""
    assert mistakes(csv, f"{HEADER}Elm Park,,51.5,-0.1,\n{row}\n") == [field]


def test_a_line_is_counted_as_an_editor_counts_it():
    """A quoted name may go over two."""
    text = f'{HEADER}"Elm\nCourt",,51.5,-0.1,\nElm Park,,x,-0.1,\n'
    assert mistakes(csv, text) == ["line 2: name", "line 4: latitude"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "name,latitude\n",
        "name,name,latitude,longitude\n",
        "name,latitude,longitude,zip\n",
    ],
)
def test_a_file_without_the_right_columns_is_refused(text):
    """Nothing is guessed."""
    assert mistakes(csv, text) == ["line 1"]


def test_every_mistake_is_named_at_once_up_to_fifty():
    """Nobody repairs a file line by line."""
    assert len(mistakes(csv, HEADER + "Elm Court,,x,y,\n" * 100)) == 50


def test_a_geojson_file_is_read():
    """Longitude first; aliases as a list or parted by |; heights ignored."""
    first, second = geojson(
        collection(
            feature([-0.1, 51.5], name="Elm Court", aliases=["Old Mill"]),
            feature([121.4, 31.2, 4.0], name="幸福里小区", aliases="幸福里|XFL", datum="gcj02"),
        )
    )
    assert (first.latitude, first.longitude, first.aliases) == (51.5, -0.1, ["Old Mill"])
    assert (second.aliases, second.datum) == (["幸福里", "XFL"], Datum.GCJ02)


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (feature([-0.1, 91], name="Elm Court"), "feature 2: latitude"),
        (feature([-0.1, "north"], name="Elm Court"), "feature 2: latitude"),
        (feature([-0.1, 51.5]), "feature 2: name"),
        (feature([-0.1, 51.5], name=7), "feature 2: name"),
        (feature([-0.1, 51.5], name="Elm Court", aliases=7), "feature 2: aliases"),
        (feature([-0.1], name="Elm Court"), "feature 2: geometry.coordinates"),
        (feature([-0.1, 51.5], name="Elm Court") | {"geometry": None}, "feature 2: geometry"),
        ("Elm Court", "feature 2: geometry"),
    ],
)
def test_a_mistake_in_a_geojson_file_names_its_feature_and_field(made, field):
    """So that who made the file finds it."""
    assert mistakes(geojson, collection(feature([0, 0], name="Elm Park"), made)) == [field]


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "[]", "7", '{"type":"FeatureCollection"}']
)
def test_what_is_no_geojson_file_is_refused(text):
    """Without a crash, however deep."""
    assert mistakes(lambda it: read(Gazetteer(format="geojson", text=it)), text) == ["file"]


def test_a_refusal_repeats_nothing_of_the_file():
    """It may be the wrong file, with people in it."""
    with pytest.raises(GazetteerRefused) as refused:
        csv(f"{HEADER}Elm Court,,Mei Lin,-0.1,Mei Lin\n")
    assert "Mei" not in str(refused.value.errors)
