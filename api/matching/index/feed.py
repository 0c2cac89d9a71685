"""The index of one store: what of the database it holds, and what a unit of work sees besides.

The index holds what was committed up to some state. A unit of work asks the database what it sees
changed since, by one statement in its own transaction: groups that others changed and the index
has not taken in yet, and those that it changed itself. These it reads and judges by the rules;
all others it leaves to the index. So the answer is that of brute force over what the unit sees,
and nothing has to be taken back when the unit, its SAVEPOINT or its COMMIT fails.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from api.database.copies import Copies, TakeIn
from api.groups import service as groups
from api.groups.service import Changes, Group, State
from api.matching.index import Index
from api.matching.rules import Able, Chosen, Wanted, match
from api.vocabulary import Leaf

T = TypeVar("T")

log = logging.getLogger(__name__)

PAGE = 200
"""Groups read at a time while all are read: in between, others have their turn."""
MANY = 1000
"""Changes of more groups than this are not taken in one by one: all are read anew."""


@dataclass(frozen=True, slots=True)
class Held:
    """An index, and the state of the database that it has. Each change makes a new one."""

    index: Index
    state: State


class Feed:
    """The index of a store and the state of the database that it has; empty until it was read."""

    def __init__(self, copies: Copies, able_of: Callable[[Group], Able]) -> None:
        self._hurry = copies.hurry
        self._able_of = able_of
        self._lock = threading.Lock()
        self._held: Held | None = None
        self.built = 0
        """How often all was read; each loss of the connection that hears of changes adds one."""

    def seen(self, conn: Connection) -> Seen | None:
        """The groups as a connection sees them; None if the index cannot tell, or not yet."""
        held = self._held
        changes = None if held is None else groups.changes_since(conn, held.state)
        if held is None or changes is None or len(changes.group_ids) > MANY:
            self._hurry()
            return None
        fresh = self.some(conn, changes.group_ids)
        if changes.group_ids:
            self._hurry()
        return Seen(self, held, frozenset(changes.group_ids), fresh)

    def some(self, conn: Connection, group_ids: Collection[str]) -> list[Able]:
        """Those of these groups that are open, as a connection sees them."""
        found = groups.some(conn, group_ids) if group_ids else []
        return [self._able_of(group) for group in found if group.closed_at is None]

    def news(self, conn: Connection) -> TakeIn | None:
        """Reads what was committed since, or everything; see `api.database.copies.Copy`."""
        held = self._held
        changes = None if held is None else groups.changes_since(conn, held.state)
        if held is None or changes is None or len(changes.group_ids) > MANY:
            state, everybody = groups.state_of(conn), self._everybody(conn)
            return lambda: self._build(state, everybody)
        if not changes.group_ids:
            return None
        found = self.some(conn, changes.group_ids)
        return lambda: self._change(held, changes, found)

    def forget(self) -> None:
        """Nothing of it is used until all was read anew."""
        with self._lock:
            self._held = None

    def _everybody(self, conn: Connection) -> list[Able]:
        able: list[Able] = []
        while page := groups.open_after(conn, able[-1].id if able else "", PAGE):
            able += [self._able_of(group) for group in page]
        return able

    def _build(self, state: State, everybody: Sequence[Able]) -> None:
        index = Index(everybody)
        with self._lock:
            self._held = Held(index, state)
        self.built += 1
        log.debug("read all of %d groups into the index", len(everybody))

    def _change(self, held: Held, changes: Changes, found: Sequence[Able]) -> None:
        """Takes in what was read, unless all was forgotten in the meantime."""
        open_still = {able.id for able in found}
        with self._lock:
            if self._held is not held:
                return
            for group_id in changes.group_ids:
                if group_id not in open_still:
                    held.index.remove(group_id)
            for able in found:
                held.index.put(able)
            self._held = Held(held.index, changes.state)

    def ask(self, held: Held, question: Callable[[Index], T]) -> T | None:
        """The index's answer; None if it has moved on from what was held."""
        with self._lock:
            return question(held.index) if self._held is held else None


class Seen:
    """The groups as one unit of work sees them; every answer is None once the index moved on.

    `changed`: the groups of which the index knows less than the unit; `fresh`: what they are now.
    """

    def __init__(
        self, feed: Feed, held: Held, changed: frozenset[str], fresh: Sequence[Able]
    ) -> None:
        self._feed, self._held = feed, held
        self._changed, self._fresh = changed, fresh

    @property
    def behind(self) -> bool:
        """Whether the index knows less than the unit."""
        return bool(self._changed)

    def best(self, wanted: Wanted, now: datetime, k: int | None) -> list[Chosen] | None:
        """The best `k` of all."""
        found = self._feed.ask(
            self._held, lambda index: index.best(wanted, now, k, without=self._changed)
        )
        if found is None or not self._fresh:
            return found
        found += match(wanted, self._fresh, now, k).chosen
        found.sort(key=lambda one: one.rank)
        return found[:k]

    def doing(self, leaves: frozenset[Leaf]) -> tuple[list[Able], int] | None:
        """Those that do any of these leaves, and how many others there are."""
        asked = self._feed.ask(
            self._held, lambda index: (index.doing(leaves, self._changed), len(index))
        )
        if asked is None:
            return None
        (found, known), size = asked
        mine = [one for one in self._fresh if leaves & (one.in_person | one.remote)]
        both = sorted([*found, *mine], key=lambda one: one.id)
        return both, size - known + len(self._fresh) - len(both)

    def everybody(self) -> list[Able] | None:
        """All of them, in the order of their ids."""
        found = self._feed.ask(self._held, lambda index: index.everybody(self._changed))
        if found is None:
            return None
        return sorted([*found, *self._fresh], key=lambda one: one.id)
