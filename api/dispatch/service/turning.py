"""What the worker does when a restriction begins or ends: every request inside is looked at.

Each begin and each end is acted on once, by whichever worker has it: the requests inside are
marked, some at a time, and each marked one is then looked at under its own lock.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.dispatch import store
from api.dispatch.service.guarding import guarded
from api.dispatch.service.heeding import heed
from api.dispatch.service.telling import Work
from api.places.rules import inside
from api.requests import service as requests
from api.requests.rules import point_of
from api.requests.service import Request, RequestForgotten
from api.restrictions import service as restrictions
from api.restrictions.service import Turn
from api.settings import Settings
from api.vocabulary import RequestStatus

BATCH = 10
PAGE = 500
"""So many places are unsealed in one unit of work: others wait meanwhile."""


def restrictions_due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """Acts on a page of the next restriction, looks at some requests; whether there was any."""
    turn = restrictions.turn(conn, now)
    if turn is not None:
        _mark(conn, turn, now)
    work = Work(conn, settings, now)
    marked = store.marked(conn, now, BATCH)
    for request_id in marked:
        guarded(work, request_id, lambda request: _look(work, request))
    return turn is not None or bool(marked)


def next_restriction(conn: Connection, _settings: Settings) -> datetime | None:
    """When a restriction begins or ends next, or a request is to be looked at."""
    moments = (restrictions.next_turn(conn), store.next_marked(conn))
    return min((moment for moment in moments if moment is not None), default=None)


def _mark(conn: Connection, turn: Turn, now: datetime) -> None:
    page = store.located(conn, turn.looked_to, PAGE)
    store.mark(conn, [one for one in page if _is_inside(conn, turn, one)], now)
    if len(page) < PAGE:
        restrictions.looked(conn, turn, now=now)
    else:
        restrictions.look_on(conn, turn, page[-1])


def _is_inside(conn: Connection, turn: Turn, request_id: str) -> bool:
    try:
        point = point_of(requests.place_of(conn, request_id))
    except RequestForgotten:
        return False
    return point is not None and inside(point, turn.rings)


def _look(work: Work, request: Request) -> None:
    """Fits a marked request to what holds now; one that nobody is asked for is looked at at once.

    Silent where nothing changed: who was asked has their time, who waits is told nothing twice.
    """
    if not store.is_marked(work.conn, request.id, work.now):
        return  # another worker was faster
    store.put_mark(work.conn, request.id, None)
    if request.closed_at is not None:
        return
    request = heed(work, request)
    if request.leaves(RequestStatus.OPEN):
        requests.update(work.conn, request.id, {"wave": 0, "next_at": work.now})
