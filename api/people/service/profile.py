"""How to talk with somebody: kept with their consent, read back to them, forgotten at a word.

What they can use is among their accommodations, where matching and calls look for it; here are the
ways that suit them and who helps them. Nobody is asked twice: that they refused is kept, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.rules import before
from api.addresses.schemas import SpokenTo
from api.addresses.service import AddressRow
from api.people import store
from api.people.schemas import KeptProfile, Profile, ProfileFact
from api.people.service.person import (
    Person,
    has_consented,
    person,
    record_consent,
    set_accommodations,
    withdraw_consent,
)
from api.vocabulary import TALKING, Accommodation

PURPOSE = "profile"
"""What they agree to, as it stands among their consents."""


def profile_known(conn: Connection, of: Person) -> ProfileFact:
    """What a conversation may know of it."""
    profile = of.profile
    kept = profile is not None and not profile.refused
    return ProfileFact(
        asked=profile is not None,
        kept=kept and has_consented(conn, of.id, PURPOSE),
        accommodations=list(of.accommodations),
        ways=list(profile.ways) if profile else [],
        helper=profile.helper_name if profile else "",
        manner=profile.manner if profile else SpokenTo(),
    )


def manner_at(address: AddressRow, profile: KeptProfile | None) -> SpokenTo:
    """How somebody is spoken to there: as they said there, or as is remembered of them."""
    return before(address.manner, profile.manner if profile else SpokenTo())


def set_manner(conn: Connection, person_id: str, address_id: str, said: SpokenTo) -> None:
    """How they want to be spoken to there; remembered if they agreed that this is."""
    addresses.set_manner(conn, address_id, said)
    profile = person(conn, person_id).profile
    if profile is not None and not profile.refused:
        kept = profile.model_copy(update={"manner": before(said, profile.manner)})
        _seal(conn, person_id, kept)


def keep_profile(
    conn: Connection,
    person_id: str,
    profile: Profile,
    *,
    talking: Sequence[Accommodation] | None,
    now: datetime,
) -> Person:
    """They agree that this is kept; `talking` replaces what was known of how to talk with them.

    The person as known from now on.
    """
    record_consent(conn, person_id, PURPOSE, now=now)
    if talking is not None:
        others = set(person(conn, person_id).accommodations) - set(TALKING)
        set_accommodations(conn, person_id, [*others, *talking])
    _seal(conn, person_id, KeptProfile(**profile.model_dump()))
    return person(conn, person_id)


def forget_profile(conn: Connection, person_id: str, *, in_use: bool, now: datetime) -> bool:
    """They want nothing kept, and are not asked again; whether anything was kept.

    `in_use`: something of theirs is open that needs their accommodations; these stay until then,
    and so does how they are spoken to where they said so.
    """
    was = profile_known(conn, person(conn, person_id))
    withdraw_consent(conn, person_id, PURPOSE, now=now)
    _seal(conn, person_id, KeptProfile(refused=True))
    if was.kept and not in_use:
        addresses.forget_manner(conn, person_id)
        set_accommodations(conn, person_id, [])
    return was.kept


def _seal(conn: Connection, person_id: str, profile: KeptProfile) -> None:
    store.seal(conn, person_id, "profile", profile.model_dump_json())
