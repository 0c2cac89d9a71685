"""Coordinators are told: once when help is lost, once when it is back; many losses in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses.service import from_setting
from api.notices import service as notices
from api.notices.schemas import CoverageBack, CoverageLost, OffersUnanswered
from api.notices.schemas.watch import LINES, NAMES, Because, Lost
from api.settings import Settings
from api.vocabulary import AlarmKind, Leaf, Loss, NoticeCode
from api.watch.rules.alarms import WINDOW, Told, grouped, unanswered
from api.watch.store import canaries as store
from api.watch.store import reading
from api.wire import Wire


def tell(conn: Connection, night_id: str, *, settings: Settings, now: datetime) -> None:
    """Tell what was lost and what is back since the last night; each once."""
    lost, back = store.untold(conn, AlarmKind.LOST), store.back(conn)
    if lost:
        told = grouped(_alarms(lost))
        areas, lines = _areas(lost), _lines(told)
        values = CoverageLost(count=areas, lost=lines, further=len(told) - len(lines))
        _put(conn, night_id, NoticeCode.COVERAGE_LOST, values, settings=settings, now=now)
        store.change_alarm(conn, _ids(lost), {"told_at": now})
    if back:
        told = grouped((area, leaf, {}) for area, leaf, _ in _alarms(back))
        areas, lines = _areas(back), _lines(told)
        back_values = CoverageBack(count=areas, lost=lines, further=len(told) - len(lines))
        _put(conn, night_id, NoticeCode.COVERAGE_BACK, back_values, settings=settings, now=now)
        store.change_alarm(conn, _ids(back), {"told_back_at": now})


def find_unanswered(conn: Connection, night_id: str, *, settings: Settings, now: datetime) -> None:
    """Raise and tell the areas whose offers nobody accepts; end those where somebody does."""
    offers = reading.offers_by_area(conn, now - WINDOW)
    deaf = {area for area, made in offers.items() if unanswered(made)}
    known = {row.area: row.id for row in store.of_kind(conn, AlarmKind.UNANSWERED)}
    over = [row_id for area, row_id in known.items() if area not in deaf]
    if over:
        store.change_alarm(conn, over, {"ended_at": now, "told_back_at": now})
    for area in sorted(deaf - known.keys()):
        values = {"kind": AlarmKind.UNANSWERED, "area": area, "losses": {}}
        store.raise_alarm(conn, values, now)
    new = store.untold(conn, AlarmKind.UNANSWERED)
    if new:
        names = [row.area[:80] for row in new]
        said = OffersUnanswered(
            areas=names[:NAMES], more=max(0, len(names) - NAMES), days=WINDOW.days
        )
        _put(conn, night_id, NoticeCode.OFFERS_UNANSWERED, said, settings=settings, now=now)
        store.change_alarm(conn, _ids(new), {"told_at": now})


def _put(
    conn: Connection,
    night_id: str,
    code: NoticeCode,
    values: Wire,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """One notice to everybody who sees to what goes wrong, once a night."""
    for written in settings.told_of_trouble:
        address = from_setting(conn, written, now=now)
        said = notices.values_of(code, values)
        key = f"watch {night_id} {code} {address.id}"
        notices.put(conn, address.id, code, said, now=now, dedupe=key, about=night_id)


def _alarms(rows: Sequence[sa.Row[Any]]) -> list[tuple[str, Leaf, dict[Loss, int]]]:
    return [
        (row.area, row.leaf, {Loss(code): count for code, count in row.losses.items()})
        for row in rows
    ]


def _areas(rows: Sequence[sa.Row[Any]]) -> int:
    return len({row.area for row in rows})


def _ids(rows: Sequence[sa.Row[Any]]) -> list[str]:
    return [row.id for row in rows]


def _lines(told: Sequence[Told]) -> list[Lost]:
    return [
        Lost(
            areas=[name[:80] for name in one.areas[:NAMES]],
            more=max(0, len(one.areas) - NAMES),
            leaves=list(one.leaves),
            because=[Because(code=code, count=count) for code, count in one.losses.items()],
        )
        for one in told[:LINES]
    ]
