"""A coordinator invites somebody by telephone, and a caller rings them."""

from __future__ import annotations

from api.auth import service as auth
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import AttemptIn, CloseIn
from api.groups import service as groups
from api.groups.schemas import Joining
from api.inbound import service as inbound
from api.invites import service as invites
from api.invites import store as kept
from api.invites.schemas import PhoneInviteIn
from api.people import service as people
from api.turns.schemas import Enrol
from api.turns.service.effects.doing import Doing
from api.turns.service.effects.volunteer import enrol as joins
from api.vocabulary import CallOutcome, Role
from tests.api.district import DAY, NOW, SETTINGS, group
from tests.api.serving import app, bearer, http, secrets

__all__ = ["app", "bearer", "http", "secrets"]

PHONE = "+862155550142"
IDA, EVA = Actor(Role.COORDINATOR, "ida"), Actor(Role.CALLER, "eva")
SAID = Joining(
    name="Chen", services=["food"], how=["in_person"], languages=["zh-Hans"], hours=["any_time"]
)


def coordinator(conn, name="Ida Berg"):
    """Somebody who sits at the desk, by name."""
    person_id = people.add_person(
        conn, language="en", name=name, phone="", accommodations=(), now=NOW
    )
    secret = auth.issue(conn, Role.COORDINATOR, "desk", person_id, now=NOW, lifetime=DAY)
    return auth.actor_of(conn, secret, now=NOW)


def invited(conn, group_id=None, *, by=IDA, now=NOW, **changed):
    """Mr. Chen is invited by telephone; the invite as it is kept."""
    fields = {
        "group_id": group_id or group(conn),
        "phone": PHONE,
        "language": "zh-Hans",
        "name": "Mr. Chen",
    }
    wanted = PhoneInviteIn(**fields | changed)
    return kept.get(conn, invites.invite(conn, wanted, by, settings=SETTINGS, now=now))


def code_of(conn, one):
    """The code by which the conversation at the person's line began."""
    line = calls.line_of(conn, one.person_id, NOW)
    return inbound.heard(conn, line.id, limit=9)[-1].body.link


def says_yes(conn, one, *, code=None, joining=SAID, now=NOW):
    """The last answer of the form is yes; whether they joined."""
    line = calls.line_of(conn, one.person_id, now)
    doing = Doing(conn, IDA, one.person_id, line.id, None, quiet=True, settings=SETTINGS, now=now)
    effect = Enrol(invite=code or code_of(conn, one), **joining.model_dump())
    return joins(doing, effect)


def takes(conn, one, now=NOW):
    """Eva holds the call."""
    calls.claim(conn, one.call_id, EVA, settings=SETTINGS, now=now)


def tries(conn, one, outcome, now=NOW, **more):
    """Eva rings, and this came of it."""
    takes(conn, one, now)
    tried = AttemptIn(outcome=outcome, **more)
    calls.attempt(conn, one.call_id, tried, EVA, settings=SETTINGS, now=now)


def closes(conn, one, outcome=CallOutcome.COMPLETED, now=NOW, by=EVA):
    """The call is over."""
    calls.claim(conn, one.call_id, by, settings=SETTINGS, now=now)
    calls.close(conn, one.call_id, CloseIn(outcome=outcome), by, settings=SETTINGS, now=now)


def looked_at(conn, now=NOW):
    """The worker looks at invites; it is asked until there is nothing more."""
    while invites.due(conn, now, SETTINGS):
        pass


def is_volunteer(conn, one):
    """Whether somebody belongs to a group."""
    return groups.is_volunteer(conn, one.person_id)
