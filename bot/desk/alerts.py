"""One alert: what was said and by whom, once somebody asks to see it."""

from __future__ import annotations

from fastapi import Response

from bot.desk.visit import Visit
from bot.service import alerts as wire


async def show(visit: Visit, detail: wire.AlertDetail | None = None) -> Response:
    """The alert without words; 404 when it is closed or not for this role."""
    found = await _listed(visit)
    if found is None:
        return visit.frame.page("notice", 404, why="not_found")
    calls = await visit.client.calls()
    call = next((one for one in calls.items if one.person_id == found.person_id), None)
    return visit.frame.page("alert", said=visit.said, alert=found, detail=detail, call=call)


async def reveal(visit: Visit) -> Response:
    """The words, on this one page only; the audit keeps that they were read.

    Where there is no page to show them on any more, nobody reads them.
    """
    if await _listed(visit) is None:
        return await show(visit)
    return await show(visit, await visit.client.alert(visit.path["alert_id"]))


async def _listed(visit: Visit) -> wire.AlertOut | None:
    listed = await visit.client.alerts()
    return next((one for one in listed.items if one.id == visit.path["alert_id"]), None)


async def acknowledge(visit: Visit) -> Response:
    """Somebody has it; no further lead is told."""
    await visit.client.alert_deed(visit.path["alert_id"], "acknowledge")
    return visit.go(f"/desk/alerts/{visit.path['alert_id']}", "alert_yours")


async def note(visit: Visit) -> Response:
    """What the next to see to it must know."""
    here = f"/desk/alerts/{visit.path['alert_id']}"
    words = visit.one("note")
    if not words:
        return visit.go(here, "check_entry")
    await visit.client.note_alert(visit.path["alert_id"], words)
    return visit.go(here, "saved")


async def close(visit: Visit) -> Response:
    """Somebody saw to it."""
    await visit.client.alert_deed(visit.path["alert_id"], "close")
    return visit.go("/desk", "saved")
