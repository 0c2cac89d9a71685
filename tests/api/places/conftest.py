"""A small gazetteer of an invented district, in English and Chinese."""

from datetime import UTC, datetime

from api.places.index import Index, Spot
from api.places.schemas import PlaceIn

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

NAMES = (
    ("Elm Court", ("The Old Mill",)),
    ("Elm Park", ()),
    ("St John's Church", ()),
    ("District People's Hospital", ()),
    ("Lane 120", ()),
    ("Lane 122", ()),
    ("Café Zoë", ()),
    ("幸福里小区", ("幸福里",)),
    ("长宁路120弄", ()),
    ("重庆路菜市场", ()),
    ("绿园新村", ()),
    ("区人民医院", ()),
    ("人民广场", ("People's Square",)),
)


def spots():
    """The places of NAMES, a kilometre apart."""
    return [
        Spot(str(number), name, aliases, 31.2 + number / 100, 121.4)
        for number, (name, aliases) in enumerate(NAMES)
    ]


def gazetteer():
    """The places of NAMES as a file brings them."""
    return [
        PlaceIn(
            name=spot.name,
            aliases=list(spot.aliases),
            latitude=spot.latitude,
            longitude=spot.longitude,
        )
        for spot in spots()
    ]


INDEX = Index(spots())


def names(words, limit=20):
    """Names near some words, best first."""
    return [found.spot.name for found in INDEX.search(words, limit)]
