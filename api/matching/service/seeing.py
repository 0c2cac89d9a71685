"""The open groups as a unit of work sees them, and the best of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from api.database.copies import copies_of
from api.groups import service as groups
from api.groups.service import Group
from api.matching.rules import Able, Chosen, Wanted, match, primary
from api.vocabulary import Accommodation, Leaf, Mode

if TYPE_CHECKING:
    from api.matching.index.feed import Feed
    from api.matching.index.feed import Seen as IndexSeen

T = TypeVar("T")

TRIES = 3
"""How often the index is asked anew that others change all the time; then all is read."""


def best(
    conn: Connection, wanted: Wanted, *, now: datetime, k: int | None = None
) -> Sequence[Chosen]:
    """The best `k` groups able to do what is wanted, or all of them, in their order."""
    return seen_by(conn, now=now).best(wanted, k)


class Seen:
    """The open groups as one unit of work sees them: by the index, or read where it cannot tell.

    Either gives the same groups in the same order; see ADR 0027.
    """

    def __init__(self, conn: Connection, now: datetime) -> None:
        self._conn = conn
        self._now = now
        self._read: list[Able] | None = None
        self._seen: IndexSeen | None = None

    def best(self, wanted: Wanted, k: int | None = None) -> Sequence[Chosen]:
        """The best `k` groups able to do what is wanted, or all of them, in their order."""
        found = self._asked(lambda seen: seen.best(wanted, self._now, k))
        return found if found is not None else match(wanted, self._all(), self._now, k).chosen

    def doing(self, leaves: frozenset[Leaf]) -> tuple[list[Able], int]:
        """Those that do any of these leaves, and how many others there are."""
        found = self._asked(lambda seen: seen.doing(leaves))
        if found is not None:
            return found
        able = self._all()
        does = [one for one in able if leaves & (one.in_person | one.remote)]
        return does, len(able) - len(does)

    def everybody(self) -> list[Able]:
        """All of them, in the order of their ids."""
        found = self._asked(lambda seen: seen.everybody())
        return found if found is not None else self._all()

    def _asked(self, question: Callable[[IndexSeen], T | None]) -> T | None:
        """The index's answer; asked anew if the index moved on in between, but not for ever."""
        feed = _feed(self._conn) if self._read is None else None
        for _ in range(TRIES if feed is not None else 0):
            if self._seen is None and feed is not None:
                self._seen = feed.seen(self._conn)
            found = None if self._seen is None else question(self._seen)
            if found is not None or self._seen is None:
                return found
            self._seen = None
        return None

    def _all(self) -> list[Able]:
        if self._read is None:
            self._read = [able_of(group) for group in groups.open_groups(self._conn)]
        return self._read


def _feed(conn: Connection) -> Feed | None:
    copies = copies_of(conn)
    if copies is None:
        return None
    from api.matching.index.feed import Feed  # noqa: PLC0415 - an idle server needs no index

    return copies.of(Feed, lambda: Feed(copies, able_of))


def seen_by(conn: Connection, *, now: datetime) -> Seen:
    """The open groups as they are now, to be asked several times in one unit of work."""
    return Seen(conn, now)


def everybody(conn: Connection) -> list[Able]:
    """Every open group as it is now."""
    return Seen(conn, datetime.min.replace(tzinfo=UTC)).everybody()


def able_of(group: Group) -> Able:
    """What a group can do, as the rules read it."""
    return Able(
        id=group.id,
        point=(group.latitude, group.longitude),
        radius_m=group.radius_m,
        in_person=_leaves(group.services, Mode.IN_PERSON),
        remote=_leaves(group.services, Mode.REMOTE),
        languages=frozenset(map(primary, group.languages)),
        able=frozenset(map(Accommodation, group.able)),
        talks_by=frozenset(group.talks_by),
        capacity=group.capacity,
        load=group.load,
        area=group.area["coordinates"] if group.area else None,
        hours=group.hours,
        exceptions=groups.exceptions_of(group),
        time_zone=group.time_zone,
        paused_until=group.paused_until,
        asked_at=group.asked_at,
    )


def _leaves(services: Iterable[tuple[Leaf, Mode]], mode: Mode) -> frozenset[Leaf]:
    return frozenset(leaf for leaf, how in services if how is mode)
