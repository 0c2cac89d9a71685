"""The wire schemas of invites by telephone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, Field

from api.vocabulary import TALKING, Accommodation, InvitedAs, InviteStatus
from api.wire import E164, Id, Language, Short, Wire, Words


def _can_be_rung(needs: list[Accommodation]) -> list[Accommodation]:
    if not set(needs) <= set(TALKING) - {Accommodation.NO_PHONE_CALLS}:
        raise ValueError("how to talk with them, and not no_phone_calls: this invite is a call")
    return needs


class PhoneInviteIn(Wire):
    """Somebody who has only a telephone, and what they are asked to become.

    `accommodations`: how to talk with them. `note`: what whoever calls should know. `days`: how
    long the invite is good. `somebody_else`: not who was invited at this number before.
    """

    group_id: Id
    invited_as: InvitedAs = InvitedAs.VOLUNTEER
    phone: Annotated[E164, Field(min_length=1)]
    language: Language
    name: Short = ""
    accommodations: Annotated[
        list[Accommodation], Field(max_length=len(TALKING)), AfterValidator(_can_be_rung)
    ] = Field(default_factory=list)
    note: Words = ""
    days: Annotated[int, Field(ge=1, le=90, strict=True)] = 14
    somebody_else: bool = False


class PhoneInviteOut(Wire):
    """An invite by telephone; nothing in it says who it is for."""

    id: Id
    group_id: Id
    invited_as: InvitedAs
    status: InviteStatus
    call_id: Id
    tries: int
    handed_on: bool
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None


class PhoneInvites(Wire):
    """Invites by telephone, the newest first."""

    items: list[PhoneInviteOut]


class InvitedTo(Wire):
    """What is said first to whoever is invited; `inviter` is "" where nobody is named."""

    group: str
    invited_as: InvitedAs
    inviter: Short = ""
