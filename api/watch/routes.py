"""Routes of the watch over routing: for coordinators. What they need is imported when asked."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.idempotency.service import IdempotencyKey, once
from api.vocabulary import Accommodation, Cover, Leaf, Role, WeekPart
from api.watch.schemas import (
    Acknowledge,
    Acknowledged,
    AlarmList,
    CanaryIn,
    CanaryList,
    CanaryOut,
    CoverageReport,
    FairnessReport,
)
from api.wire import Id, Language, Line, Wire

router = APIRouter(prefix="/v1", tags=["watch"])
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]

WHOLE_AT_ONCE = 2
ALONE_AT_ONCE = 10
"""So many leaves of an area between two breaths of the server: with every accommodation and
language, and alone."""


class Filters(Wire):
    """Which rows of the coverage are wanted; what is left out lets everything through.

    `fresh`: looked at now, which needs an area. `limit`: how many rows, the worst first.
    """

    area: Line = ""
    leaf: Leaf | None = None
    language: Language | None = None
    accommodation: Accommodation | None = None
    part: WeekPart | None = None
    cover: Cover | None = None
    fresh: bool = False
    limit: Annotated[int, Query(ge=1, le=500)] = 50


@router.get("/reports/coverage")
async def coverage(context: Coordinator, wanted: Annotated[Filters, Query()]) -> CoverageReport:
    """How many groups are able and how far away, by area, leaf and hour, gaps first."""
    from api.matching.rules import primary  # noqa: PLC0415 - memory of an idle server
    from api.watch.rules.week import mask  # noqa: PLC0415 - as above
    from api.watch.service import reporting  # noqa: PLC0415 - as above
    from api.watch.store.coverage import Wanted  # noqa: PLC0415 - as above

    names = {name: getattr(wanted, name) for name in ("area", "leaf", "cover", "limit")}
    which = Wanted(
        **names,
        language=primary(wanted.language or ""),
        accommodation=wanted.accommodation,
        parts=mask([wanted.part] if wanted.part else []),
    )
    if not (wanted.fresh and wanted.area):
        found = await context.read(lambda conn: reporting.kept(conn, which))
        if found is not None:
            return found
    zone, now = context.settings.time_zone, context.now
    planned = await context.read(lambda conn: reporting.plan(conn, which, time_zone=zone, now=now))
    step = WHOLE_AT_ONCE if wanted.area else ALONE_AT_ONCE
    lines = []
    for one, _ in planned.areas:
        for at in range(0, len(planned.leaves), step):
            leaves = planned.leaves[at : at + step]
            looked = await context.read(
                partial(reporting.look_now, planned=planned, one=one, leaves=leaves)
            )
            lines += [(one, line) for line in looked]
    return await context.read(lambda conn: reporting.report_of(conn, planned, lines))


@router.get("/reports/fairness")
async def fairness(context: Coordinator) -> FairnessReport:
    """How evenly the groups were asked in the last four weeks, and who said yes."""
    from api.watch.service import reporting  # noqa: PLC0415 - memory of an idle server

    return await context.read(lambda conn: reporting.fairness(conn, context.now))


@router.get("/alarms")
async def alarms(context: Coordinator) -> AlarmList:
    """Areas that lost help and areas that never answer, until that is over."""
    from api.watch.service import alarming  # noqa: PLC0415 - memory of an idle server

    return await context.read(alarming.listed)


@router.post("/alarms/acknowledge")
async def acknowledge(body: Acknowledge, context: Coordinator) -> Acknowledged:
    """Look after the alarms of an area: they are no longer first at the desk."""
    from api.watch.service import alarming  # noqa: PLC0415 - memory of an idle server

    def unit(conn: Connection) -> Acknowledged:
        done = alarming.acknowledge(conn, body.area, context.actor.id, now=context.now)
        facts = {"count": done.count}
        audit.record(
            conn, context.actor, "acknowledge", "alarms", "", now=context.now, facts=facts
        )
        return done

    return await context.write(unit)


@router.get("/canaries")
async def canaries(context: Coordinator) -> CanaryList:
    """Requests nobody made that are tried every night; those that find nobody first."""
    from api.watch.service import pinning  # noqa: PLC0415 - memory of an idle server

    return await context.read(pinning.listed)


@router.post("/canaries", status_code=201)
async def pin(
    body: CanaryIn, context: Coordinator, idempotency_key: IdempotencyKey = None
) -> CanaryOut:
    """Have something tried every night that must find somebody; it is never offered or sent."""
    from api.watch.service import pinning  # noqa: PLC0415 - memory of an idle server

    actor, settings, now = context.actor, context.settings, context.now

    def unit(conn: Connection) -> CanaryOut:
        def made() -> str:
            found = pinning.pin(conn, body, author_id=actor.id, settings=settings, now=now)
            audit.record(conn, actor, "create", "canaries", found, now=now)
            return found

        canary_id, _ = once(conn, idempotency_key, body, made, actor_id=actor.id, now=now)
        return pinning.shown(conn, canary_id)

    return await context.write(unit)


@router.post("/canaries/{canary_id}/end")
async def end(canary_id: Id, context: Coordinator) -> CanaryOut:
    """Try a canary no more."""
    from api.watch.service import pinning  # noqa: PLC0415 - memory of an idle server

    def unit(conn: Connection) -> CanaryOut:
        ended = pinning.end(conn, canary_id, now=context.now)
        audit.record(conn, context.actor, "end", "canaries", canary_id, now=context.now)
        return ended

    return await context.write(unit)
