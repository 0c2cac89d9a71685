"""What groups have alike is kept once: thousands of groups have a few hundred sets of services.

As a database gives them, every group has sets and hours of its own; they would be most of the
memory of an index.
"""

from __future__ import annotations

from api.matching.rules import Able

PARTS = ("in_person", "remote", "languages", "able", "talks_by", "hours", "time_zone")
KEPT = 65_536
"""So many parts are remembered; then all are forgotten, and groups to come share among them."""


class Alike:
    """The parts of groups seen so far."""

    def __init__(self) -> None:
        self._known: dict[object, object] = {}

    def share(self, able: Able) -> None:
        """Lets a group have the parts of others that equal its own.

        A group does not change; but nobody can tell an equal part from its own, and a copy of
        every group would cost more than all else that is done with it here.
        """
        known = self._known
        if len(known) > KEPT:
            known.clear()
        for name in PARTS:
            part = getattr(able, name)
            if isinstance(part, list):  # as JSON has hours
                continue
            shared = known.setdefault(part, part)
            if shared is not part:
                object.__setattr__(able, name, shared)
