"""A request looked at under its lock, so that one that crashes stops no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from api.database.prepared import DATABASE_ERRORS
from api.dispatch import store
from api.dispatch.service.telling import Work
from api.errors import log_crash
from api.requests import service as requests
from api.requests.service import Request

AFTER_A_CRASH = timedelta(minutes=5)


def guarded(work: Work, request_id: str, act: Callable[[Request], None]) -> None:
    """Acts on a request under its lock. One that crashes is put off, so that it stops no other."""
    request = requests.lock(work.conn, request_id, wait=False)
    if request is None:
        return  # another worker has it
    try:
        with work.conn.begin_nested():
            act(request)
    except DATABASE_ERRORS:
        raise
    except Exception as error:  # noqa: BLE001 - one broken row must not stop all others
        log_crash(error)
        later = work.now + AFTER_A_CRASH
        store.put_off(work.conn, request_id, later)
        if request.next_at is not None and request.next_at <= work.now:
            requests.update(work.conn, request_id, {"next_at": later})
