"""Our own side of the bench."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from api.matching.rules import Able, Chosen, Wanted, match


class Index:
    """Brute force, as long as there is no index."""

    def __init__(self, groups: Iterable[Able]) -> None:
        self._groups = {one.id: one for one in groups}

    def best(self, wanted: Wanted, now: datetime, k: int) -> Sequence[Chosen]:
        """The best groups."""
        return match(wanted, self._groups.values(), now, k).chosen

    def set_load(self, name: str, load: int) -> None:
        """Not kept."""
