"""Restrictions around the home of the district, as a coordinator makes them."""

from api.dispatch import service as dispatch
from api.restrictions import service as restrictions
from api.restrictions.schemas import RestrictionIn
from api.vocabulary import Leaf, RestrictionKind
from tests.api.district import (
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    offers,
    person,
    request,
    volunteer,
    work,
)
from tests.api.matching.sides import square

CLOSED, GATE = RestrictionKind.CLOSED, RestrictionKind.GATE_DROP
PERMIT, INSIDE = RestrictionKind.PERMIT, RestrictionKind.INSIDE_ONLY


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


def waiting(conn, *leaves, inside=False):
    """A neighbour from outside, asked for a request of Rose at home: ann, rose, the request."""
    elm = group(conn, "Elm", east_m=0 if inside else 2000, leaves=leaves or [Leaf.GROCERIES])
    ann, rose = volunteer(conn, elm, "ann"), person(conn, "rose")
    request_id = request(conn, rose, *leaves)
    work(conn)
    forget(conn, rose)
    return ann, rose, request_id


def under_way(conn, **changed):
    """The same, and Ann has the task."""
    ann, rose, request_id = waiting(conn, **changed)
    accept(conn, ann)
    forget(conn, ann)
    forget(conn, rose)
    return ann, rose, request_id


def pair(conn, kind=INSIDE, *, relay=True, **changed):
    """Ann shops outside, Bo runs errands inside, Rose asks for groceries: all of them."""
    restrict(conn, kind, **({"relay": True} if relay else {}))
    ann = volunteer(conn, group(conn, "Elm", east_m=2000), "ann")
    bo = volunteer(conn, group(conn, "Oak", east_m=100, leaves=[Leaf.ERRAND]), "bo")
    rose = person(conn, "rose")
    request_id = request(conn, rose, **changed)
    turn(conn)
    forget(conn, rose)
    return ann, bo, rose, request_id


def parts(conn, request_id):
    """Who is asked for which part."""
    return {one.part: one.person_id for one in offers(conn, request_id)}
