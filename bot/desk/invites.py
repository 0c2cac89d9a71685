"""Somebody who has only a telephone is invited: their number becomes a call in the queue."""

from __future__ import annotations

from fastapi import Response

import locales
from api.vocabulary import TALKING, Accommodation, InvitedAs, InviteStatus
from bot.desk.phoned import number_of
from bot.desk.visit import Visit
from bot.service import PhoneInviteIn, Problem

PAGE = "/desk/invites"
NEEDS = tuple(one for one in TALKING if one is not Accommodation.NO_PHONE_CALLS)
"""How to talk with them; who refuses calls is not invited by one."""


async def show(visit: Visit) -> Response:
    """What must be known to ring them, and what became of those invited before."""
    return await _page(visit)


async def send(visit: Visit) -> Response:
    """The call joins the queue, unless something cannot be used; then what was typed stays."""
    phone, invited_as = number_of(visit), visit.one("invited_as", 20)
    group_id, language = visit.one("group", 40), visit.one("language", 35)
    groups = {one.id for one in (await visit.client.groups()).items}
    languages = {one.code for one in locales.languages()}
    if not phone:
        return await _page(visit, refused="number")
    if group_id not in groups or language not in languages or invited_as not in set(InvitedAs):
        return await _page(visit, refused="entry")
    somebody_else, name = visit.one("somebody_else", 3) == "yes", visit.one("name", 80)
    if somebody_else and not name:
        return await _page(visit, refused="name")
    wanted = PhoneInviteIn(
        group_id=group_id,
        invited_as=InvitedAs(invited_as),
        phone=phone,
        language=language,
        name=name,
        accommodations=[one for one in NEEDS if one in visit.form.get("needs", ())],
        note=visit.one("note"),
        somebody_else=somebody_else,
    )
    try:
        await visit.client.invite_by_phone(wanted)
    except Problem as problem:
        if problem.code != "already_invited":
            raise
        return await _page(visit, refused="taken")
    return visit.go(PAGE, "invited")


async def _page(visit: Visit, *, refused: str = "") -> Response:
    groups = (await visit.client.groups()).items
    made = (await visit.client.invites()).items
    return visit.frame.page(
        "invites",
        {"": 200, "taken": 409}.get(refused, 422),
        said=visit.said,
        groups=groups,
        group_names={one.id: one.name for one in groups},
        made=made,
        waiting=InviteStatus.WAITING,
        roles=tuple(InvitedAs),
        needs=NEEDS,
        languages=locales.languages(),
        typed={name: visit.one(name) for name in ("phone", "name", "note", "group", "invited_as")},
        ticked=frozenset(visit.form.get("needs", ())),
        somebody_else=visit.one("somebody_else", 3) == "yes",
        chosen=visit.one("language", 35) or visit.frame.words.catalog.language,
        refused=refused,
    )
