"""What the desk asks of the API about who is invited by telephone, and rung when needed."""

from __future__ import annotations

from dataclasses import dataclass

from bot.service import (
    InvitedTo,
    NoAnswer,
    PauseOnPhone,
    PhoneInviteIn,
    PhoneInviteOut,
    PhoneInvites,
    Transport,
)
from bot.service import groups as schemas


@dataclass(frozen=True, slots=True)
class Inviting:
    """A part of what one person may use; every method raises Problem or Unreachable."""

    call: Transport

    async def groups(self) -> schemas.GroupList:
        """Every open group."""
        return await self.call("GET", "/v1/groups", None, schemas.GroupList)

    async def group(self, group_id: str) -> schemas.GroupOut:
        """A group."""
        return await self.call("GET", f"/v1/groups/{group_id}", None, schemas.GroupOut)

    async def change_group(self, group_id: str, wanted: schemas.GroupChange) -> schemas.GroupOut:
        """Change a group; what is not named stays."""
        return await self.call("PATCH", f"/v1/groups/{group_id}", wanted, schemas.GroupOut)

    async def invites(self) -> PhoneInvites:
        """Invites by telephone, the newest first; nobody is named."""
        return await self.call("GET", "/v1/invites/by-phone", None, PhoneInvites)

    async def invite_by_phone(self, wanted: PhoneInviteIn) -> PhoneInviteOut:
        """Invite somebody who has only a telephone."""
        return await self.call("POST", "/v1/invites/by-phone", wanted, PhoneInviteOut)

    async def invite(self, call_id: str) -> InvitedTo:
        """What somebody who is invited is told first, for who holds the call."""
        return await self.call("GET", f"/v1/calls/{call_id}/invite", None, InvitedTo)

    async def pause(self, call_id: str) -> None:
        """The volunteer on the phone is not asked for a week."""
        body = PauseOnPhone(how_long="week")
        await self.call("POST", f"/v1/calls/{call_id}/pause", body, NoAnswer)

    async def leave(self, call_id: str) -> None:
        """The volunteer on the phone belongs to no group any more."""
        await self.call("POST", f"/v1/calls/{call_id}/leave", None, NoAnswer)
