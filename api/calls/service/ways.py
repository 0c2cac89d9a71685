"""How somebody can be reached, the best way first: one rule for all that must reach them."""

from __future__ import annotations

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.calls import rules
from api.calls.rules import Reach, Way
from api.people import service as people
from api.vocabulary import Channel, SafeContact


def ways_of(conn: Connection, person_id: str) -> tuple[Way, ...]:
    """Every way to a person as they are known now; a coordinator is always the last."""
    person = people.person(conn, person_id)
    living = [one for one in addresses.addresses_of(conn, person_id) if one.dead_at is None]
    line = any(one.channel is Channel.PHONE for one in living) and not person.contact.number
    safe = any(SafeContact.CALL in one.safe_contact for one in living)
    profile = person.profile
    return rules.ways(
        Reach(
            written=[one.id for one in addresses.all_written_to(conn, person_id)],
            number=person.can_be_rung or line,
            may_ring=safe or person.contact.may_call == "yes",
            accommodations=person.accommodations,
            preferred=person.ways,
            helper=bool(profile and profile.helper_phone),
        )
    )
