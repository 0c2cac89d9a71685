"""The two sides of a match, able by default: what a test is about, it changes."""

from datetime import UTC, datetime

from api.matching.rules import Able, Wanted
from api.restrictions.rules import Restriction
from api.vocabulary import Accommodation, Leaf, RestrictionKind
from tests.api.district import HOME

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
"""A Wednesday."""
METRES_A_DEGREE = 95_300
"""Of longitude, where home is."""


def east(metres):
    """The point so many metres east of home."""
    return HOME[0], HOME[1] + metres / METRES_A_DEGREE


def wanted(*leaves, **changed):
    """A request at home for groceries, in English."""
    fields = {"leaves": frozenset(leaves or [Leaf.GROCERIES]), "language": "en", "point": HOME}
    return Wanted(**fields | changed)


def able(name="g", metres=0, **changed):
    """A group that does groceries within 5 km of where it is, always, and can do all else."""
    fields = {
        "point": east(metres),
        "radius_m": 5000,
        "in_person": frozenset({Leaf.GROCERIES}),
        "remote": frozenset(),
        "languages": frozenset({"en"}),
        "able": frozenset(Accommodation),
        "talks_by": frozenset({"voice", "text"}),
        "capacity": 4,
    }
    return Able(id=name, **fields | changed)


def square(metres=1000):
    """A ring around home: so far to each side."""
    (_, left), (_, right) = east(-metres), east(metres)
    low, high = HOME[0] - metres / 110_900, HOME[0] + metres / 110_900
    return ((left, low), (right, low), (right, high), (left, high), (left, low))


def restriction(kind=RestrictionKind.CLOSED, metres=1000, name="r", **changed):
    """A rule around home."""
    return Restriction(name, kind, (square(metres),), **changed)
