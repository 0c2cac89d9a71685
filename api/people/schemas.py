"""The wire schemas of people."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.addresses.schemas import SpokenTo
from api.vocabulary import Accommodation, CallBy, Channel, PartOfDay, SafeContact
from api.wire import E164, Id, Language, Line, Short, Wire


class Contact(Wire):
    """How a phone call is safe for a person: with nothing said, only if nothing else is left.

    `when`: the parts of the day in which they may be rung, none named means any. `who_answers` is
    who else may pick up, and `borrowed` a phone that is not theirs: both are told nothing.
    """

    may_call: Literal["", "yes", "no"] = ""
    when: Annotated[tuple[PartOfDay, ...], Field(max_length=len(PartOfDay))] = ()
    leave_message: bool = False
    who_answers: Short = ""
    borrowed: bool = False


class KeptContact(Contact):
    """As it is kept; `number`: what is wrong with the number we have, until another is given."""

    number: Literal["", "wrong_number", "number_dead"] = ""


class Profile(Wire):
    """How to talk with somebody, besides their accommodations: kept with their consent.

    `ways` are those that suit them, the best first, and `manner` is how they were spoken to last.
    `helper_name` helps them to talk with us; with a `helper_phone` that person may be rung when
    nothing else reaches them.
    """

    ways: Annotated[tuple[CallBy, ...], Field(max_length=len(CallBy))] = ()
    helper_name: Short = ""
    helper_phone: E164 = ""
    manner: SpokenTo = Field(default_factory=SpokenTo)


class KeptProfile(Profile):
    """As it is kept; `refused`: they want nothing kept, and are not asked again."""

    refused: bool = False


class ProfileFact(Wire):
    """What a conversation knows of it; `asked` once they answered, whatever they said.

    `accommodations` are what they last said of themselves. `kept`: it may be used the next time.
    """

    asked: bool = False
    kept: bool = False
    accommodations: list[Accommodation] = Field(default_factory=list)
    ways: list[CallBy] = Field(default_factory=list)
    helper: Short = ""
    manner: SpokenTo = Field(default_factory=SpokenTo)


class AddressOut(Wire):
    """An address as callers see it: the wire and how it may be used, never the name on it."""

    id: Id
    channel: Channel
    safe_contact: list[SafeContact]
    dead: bool


class PersonOut(Wire):
    """A person, personal data included; every reading of it is in the audit."""

    id: Id
    language: str
    name: str
    phone: str
    accommodations: list[Accommodation]
    addresses: list[AddressOut]
    profile: KeptProfile | None = None


class PersonChange(Wire):
    """What a coordinator corrects; what is not named stays."""

    language: Language | None = None
    name: Short | None = None
    phone: E164 | None = None
    accommodations: Annotated[list[Accommodation], Field(max_length=len(Accommodation))] | None = (
        None
    )


class Block(Wire):
    """A resident and a volunteer who must not meet again."""

    volunteer_id: Id


class Secret(Wire):
    """The secret of a token or of a link; shown once."""

    secret: Line


class LinkFor(Wire):
    """Whom a personal link is for."""

    person_id: Id


class Followed(Wire):
    """Whom a personal link stands for: the address on the web."""

    channel: Channel
    address: Line


class Done(Wire):
    """It is done."""

    ok: bool = True
