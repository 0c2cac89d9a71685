"""What is true of a person at the moment of a turn."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.inbound.service import Heard
from api.people import service as people
from api.requests import service as requests
from api.turns import store
from api.turns.schemas import Facts


def facts_of(
    conn: Connection, person_id: str, heard: Heard | None, *, silent_s: int, now: datetime
) -> Facts:
    """The facts of a person, as the forms' conditions ask for them."""
    person = people.person(conn, person_id)
    asked, volunteered, called = store.ever(conn, person_id)
    volunteer = volunteered and groups.is_volunteer(conn, person_id)
    return Facts(
        language=person.language,
        consented=people.has_consented(conn, person_id),
        name_known=bool(person.name),
        phone_known=person.can_be_rung,
        volunteer=volunteer,
        caller_for=heard is not None and heard.call_id is not None,
        invited=_invited(conn, heard, now),
        silent_s=silent_s,
        profile=people.profile_known(conn, person),
        requests=requests.open_of(conn, person_id) if asked else [],
        offers=dispatch.offers_of(conn, person_id, now=now) if volunteered else [],
        late=dispatch.late_offers_of(conn, person_id, now=now) if volunteer else [],
        tasks=dispatch.tasks_of(conn, person_id) if volunteered else [],
        call=calls.open_of(conn, person_id) if called else None,
    )


def _invited(conn: Connection, heard: Heard | None, now: datetime) -> bool:
    link = heard.body.link if heard is not None else ""
    return bool(link) and groups.is_invite(conn, link, now=now)
