"""Restrictions around the home of the district, as a coordinator makes them."""

from api.dispatch import service as dispatch
from api.restrictions import service as restrictions
from api.restrictions.schemas import RestrictionIn
from api.vocabulary import RestrictionKind
from tests.api.district import NOW, SETTINGS, work
from tests.api.matching.sides import square


def restrict(conn, kind, *, metres=1000, now=NOW, **changed):
    """A restriction around home; its id."""
    area = {"type": "Polygon", "coordinates": [[list(corner) for corner in square(metres)]]}
    fields = {"kind": kind, "area": area, "reason": "three cases in block 7"}
    made = RestrictionIn.model_validate(fields | changed)
    return restrictions.create(conn, made, author_id="a coordinator", now=now)


def turn(conn, now=NOW, settings=SETTINGS):
    """The worker acts on what began and ended, and then on all that is due."""
    while dispatch.restrictions_due(conn, now, settings):
        pass
    work(conn, now, settings)


def lift(conn, restriction_id, now):
    """A coordinator ends it, and the worker acts on that."""
    restrictions.end(conn, restriction_id, now=now)
    turn(conn, now)


CLOSED, GATE = RestrictionKind.CLOSED, RestrictionKind.GATE_DROP
PERMIT, INSIDE = RestrictionKind.PERMIT, RestrictionKind.INSIDE_ONLY
