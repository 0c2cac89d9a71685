"""What is true of a person at the moment of a turn."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses.service import AddressRow
from api.calls import service as calls
from api.cards import service as cards
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.inbound.service import Heard
from api.people import service as people
from api.requests import service as requests
from api.turns import store
from api.turns.schemas import Facts
from api.vocabulary import Role


def facts_of(
    conn: Connection,
    person_id: str,
    here: AddressRow,
    heard: Heard | None,
    *,
    silent_s: int,
    now: datetime,
) -> Facts:
    """The facts of a person, as the forms' conditions ask for them."""
    person = people.person(conn, person_id)
    asked, volunteered, called, consented = store.ever(conn, person_id)
    member = groups.memberships(conn, person_id) if volunteered else []
    volunteer, takes_calls = bool(member), any(one.takes_calls for one in member)
    invite = _invite(conn, heard, now)
    return Facts(
        language=person.language,
        consented=consented,
        name_known=bool(person.name),
        phone_known=person.can_be_rung,
        profile=people.profile_known(conn, person),
        manner=people.manner_at(here, person.profile),
        volunteer=volunteer,
        caller_for=heard is not None and heard.call_id is not None,
        invited=invite is not None,
        invited_to_call=invite is Role.CALLER,
        takes_calls=takes_calls,
        silent_s=silent_s,
        requests=requests.open_of(conn, person_id) if asked else [],
        offers=dispatch.offers_of(conn, person_id) if volunteered else [],
        late=dispatch.late_offers_of(conn, person_id) if volunteer else [],
        tasks=dispatch.tasks_of(conn, person_id) if volunteered else [],
        call=calls.open_of(conn, person_id) if called else None,
        cards=cards.open_of(conn, person_id) if takes_calls else [],
        held=cards.held_of(conn, person_id, now) if takes_calls else [],
    )


def _invite(conn: Connection, heard: Heard | None, now: datetime) -> Role | None:
    """What the invite they came by makes of them, if they came by one that works."""
    link = heard.body.link if heard is not None else ""
    return groups.invite_for(conn, link, now=now) if link else None
