"""Wakes whoever waits for work, after the transaction that made the work was committed.

A unit of work marks its connection; nobody is woken for what was rolled back. A wake is a
hint, never the truth: it may come without work, and a lost one is made good by the time limit.
"""

import asyncio
import contextlib
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

Topic = Literal["inbound", "turns", "notices", "dispatch", "forgotten", "groups"]
"""`inbound`: a lane has something to answer. `turns`: something was answered.

`forgotten`: personal data was deleted; SQLite then empties its log, where it still stands.
`groups`: what groups can do, or how busy they are, changed.
"""

MARKS = "topics to wake"


def after_commit_wake(conn: Connection, topic: Topic) -> None:
    """Called by a unit of work: once it is committed, those who wait for `topic` wake up.

    On PostgreSQL other processes wake too. RuntimeError inside `read`, where nothing commits.
    """
    marks = conn.info.get(MARKS)
    if marks is None:
        raise RuntimeError("only a unit of work passed to `write` can wake somebody")
    marks.add(topic)


def start_marks(conn: Connection) -> set[Topic]:
    """Called by a store before a unit of work: the set that the unit's marks will be in."""
    marks: set[Topic] = set()
    conn.info[MARKS] = marks
    return marks


def stop_marks(info: dict[Any, Any]) -> None:
    """Called by a store after a unit of work: its connection may serve a reader next.

    Takes `Connection.info` as it was before the unit: a connection that broke no longer gives it.
    """
    info.pop(MARKS, None)


class Signal:
    """Who waits for which topic inside one event loop."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()  # how often each topic was notified
        self._waiting: defaultdict[str, set[asyncio.Future[None]]] = defaultdict(set)
        self._newcomers: Counter[str] = Counter()
        self._seen: WeakKeyDictionary[asyncio.Task[Any], dict[str, int]] = WeakKeyDictionary()
        self._quiet: dict[str, tuple[int, datetime | None]] = {}
        self._followers: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)

    def notify(self, topic: Topic) -> None:
        """Wakes everyone who waits for the topic, and spares the next wait of everyone busy."""
        self._times[topic] += 1
        for follow in self._followers[topic]:
            follow()
        for waiting in self._waiting.pop(topic, ()):
            if not waiting.done():
                waiting.set_result(None)

    def follow(self, topic: Topic, follow: Callable[[], None]) -> None:
        """Calls it whenever the topic is notified."""
        self._followers[topic].append(follow)

    def times(self, topic: Topic) -> int:
        """How often the topic was notified: read it before a look for work."""
        return self._times[topic]

    def nothing_before(self, asked: str, times: int, due_at: datetime | None) -> None:
        """A look, begun after so many notices, left nothing to do before then (None: ever)."""
        self._quiet[asked] = (times, due_at)

    def is_quiet(self, asked: str, topic: Topic, now: datetime) -> bool:
        """Whether looking again is useless, as far as this process knows."""
        times, due_at = self._quiet.get(asked, (-1, None))
        return times == self._times[topic] and (due_at is None or due_at > now)

    def next_look(self, asked: str) -> datetime | None:
        """When the last look said that there may be more; None when it did not."""
        return self._quiet.get(asked, (-1, None))[1]

    async def wait_beyond(self, topic: Topic, times: int, seconds: float) -> None:
        """Returns once the topic was notified more often than that, or after so many seconds."""
        if self._times[topic] == times:
            await self._next(topic, seconds)

    async def wait(self, topic: Topic, timeout: float | None) -> None:  # noqa: ASYNC109 - it ends a wait, cancels nothing
        """Returns when the topic is notified, or after `timeout` seconds.

        Returns at once if it was notified since this task's last wait returned, so that work
        which arrives between "nothing to do" and the wait is not missed. Tasks that wait for
        the first time (a task made for one wait, say) share one such memory.
        """
        mine = self._seen_by_this_task()
        new = topic not in mine
        if self._times[topic] == (self._newcomers if new else mine)[topic]:
            await self._next(topic, timeout)
        mine[topic] = self._times[topic]
        if new:
            self._newcomers[topic] = self._times[topic]

    def _seen_by_this_task(self) -> dict[str, int]:
        task = asyncio.current_task()
        return {} if task is None else self._seen.setdefault(task, {})

    async def _next(self, topic: Topic, seconds: float | None) -> None:
        waiting = asyncio.get_running_loop().create_future()
        self._waiting[topic].add(waiting)
        with contextlib.suppress(TimeoutError):
            try:
                async with asyncio.timeout(seconds):
                    await waiting
            finally:
                self._waiting[topic].discard(waiting)
