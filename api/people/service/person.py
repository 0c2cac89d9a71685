"""Who a person is to those who help them, and what they agreed to.

Two people with one phone number stay two people: nobody is ever merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection

from api.database.ids import new_id
from api.errors import NotFound
from api.people import store
from api.people.schemas import Contact, KeptContact, KeptProfile
from api.vocabulary import Accommodation, CallBy

ASK = "ask"


@dataclass(frozen=True, slots=True)
class Person:
    """A person in plain words; `language` is "" until it is known."""

    id: str
    language: str
    name: str
    phone: str
    accommodations: tuple[Accommodation, ...]
    contact: KeptContact
    profile: KeptProfile | None

    @property
    def can_be_rung(self) -> bool:
        """Whether we know a number that is theirs and works."""
        return bool(self.phone) and not self.contact.number

    @property
    def ways(self) -> tuple[CallBy, ...]:
        """The ways they said suit them, the best first."""
        return self.profile.ways if self.profile else ()


def person(conn: Connection, person_id: str) -> Person:
    """The person of an id, unsealed; raises NotFound."""
    row = store.get(conn, person_id)
    if row is None:
        raise NotFound
    return Person(
        id=row.id,
        language=row.language,
        name=store.unsealed(conn, row, "name"),
        phone=store.unsealed(conn, row, "phone"),
        accommodations=tuple(Accommodation(code) for code in row.accommodations),
        contact=_contact(store.unsealed(conn, row, "contact")),
        profile=_profile(store.unsealed(conn, row, "profile")),
    )


def _contact(kept: str) -> KeptContact:
    return KeptContact.model_validate_json(kept) if kept else KeptContact()


def kept_profile(conn: Connection, person_id: str, sealed: bytes | None) -> KeptProfile | None:
    """What is kept of how to talk with them, of a column that was read already."""
    return _profile(store.opened(conn, person_id, "profile", sealed))


def _profile(kept: str) -> KeptProfile | None:
    return KeptProfile.model_validate_json(kept) if kept else None


def add_person(
    conn: Connection,
    *,
    language: str,
    name: str,
    phone: str,
    accommodations: Sequence[Accommodation],
    now: datetime,
) -> str:
    """A person whom somebody else speaks for, without an address of their own; their id."""
    person_id = new_id(now)
    known = {"language": language, "accommodations": _kept(accommodations)}
    store.add(conn, person_id, known | _sealed(conn, person_id, name, phone), now)
    return person_id


def learn(
    conn: Connection,
    person_id: str,
    *,
    language: str = "",
    name: str = "",
    phone: str = "",
    accommodations: Sequence[Accommodation] | None = None,
) -> None:
    """What a person said of themselves; what they did not say stays as it was known."""
    values = _sealed(conn, person_id, name, phone)
    if language:
        values["language"] = language
    if accommodations is not None:
        values["accommodations"] = _kept(accommodations)
    if values:
        store.change(conn, person_id, values)
    if phone:
        _mark(conn, person_id, "")


def _sealed(conn: Connection, person_id: str, name: str, phone: str) -> dict[str, Any]:
    """What was said of them; what was not has no column here."""
    said = {"name": name, "phone": phone}
    return store.sealed(conn, person_id, {column: it for column, it in said.items() if it})


def learn_reach(conn: Connection, person_id: str, *, ring: bool, leave_message: bool) -> None:
    """Whether they asked to be rung, and may then be left a message; what else is safe stays."""
    known = person(conn, person_id).contact
    asked = "yes" if ring else known.may_call.replace("yes", "")
    said = {"may_call": asked, "leave_message": ring and leave_message}
    if known.model_copy(update=said) != known:
        kept = known.model_copy(update=said)
        store.seal(conn, person_id, "contact", kept.model_dump_json())


def set_language(conn: Connection, person_id: str, language: str) -> None:
    """The person speaks this language."""
    store.change(conn, person_id, {"language": language})


def set_name(conn: Connection, person_id: str, name: str) -> None:
    """The person is called so; "" forgets it."""
    store.seal(conn, person_id, "name", name)


def set_phone(conn: Connection, person_id: str, phone: str) -> None:
    """The person can be called at this number (E.164); "" forgets it."""
    store.seal(conn, person_id, "phone", phone)
    _mark(conn, person_id, "")


def set_contact(conn: Connection, person_id: str, contact: Contact) -> None:
    """How a phone call is safe for the person; who is not to be rung needs no phone calls."""
    known = person(conn, person_id)
    kept = KeptContact(**contact.model_dump(), number=known.contact.number)
    store.seal(conn, person_id, "contact", kept.model_dump_json())
    if contact.may_call == "no" and Accommodation.NO_PHONE_CALLS not in known.accommodations:
        needs = [*known.accommodations, Accommodation.NO_PHONE_CALLS]
        set_accommodations(conn, person_id, needs)


def mark_number(
    conn: Connection, person_id: str, wrong: Literal["wrong_number", "number_dead"]
) -> None:
    """The number we have reaches somebody else, or nobody: it is not rung any more."""
    _mark(conn, person_id, wrong)


def _mark(
    conn: Connection, person_id: str, wrong: Literal["", "wrong_number", "number_dead"]
) -> None:
    known = person(conn, person_id).contact
    if known.number != wrong:
        kept = known.model_copy(update={"number": wrong})
        store.seal(conn, person_id, "contact", kept.model_dump_json())


def set_accommodations(
    conn: Connection, person_id: str, accommodations: Sequence[Accommodation]
) -> None:
    """What the person needs so that help works; replaces what was known."""
    store.change(conn, person_id, {"accommodations": _kept(accommodations)})


def _kept(accommodations: Sequence[Accommodation]) -> list[str]:
    return [code.value for code in Accommodation if code in set(accommodations)]


def record_consent(conn: Connection, person_id: str, purpose: str, *, now: datetime) -> None:
    """The person agreed; agreeing twice changes nothing."""
    store.consent(conn, person_id, purpose, now)


def withdraw_consent(conn: Connection, person_id: str, purpose: str, *, now: datetime) -> None:
    """The person no longer agrees."""
    store.withdraw_consent(conn, person_id, purpose, now)


def has_consented(conn: Connection, person_id: str, purpose: str = ASK) -> bool:
    """Whether the person agreed and still does."""
    return store.consented(conn, person_id, purpose)


def block(conn: Connection, resident_id: str, volunteer_id: str, *, now: datetime) -> bool:
    """These two are never matched again; whether that is new."""
    return store.block(conn, resident_id, volunteer_id, now)
