"""Whether somebody is invited already, and what an invite came to.

Law: of one person there is one call; and a number alone never says who somebody is.
"""

from __future__ import annotations

from collections.abc import Collection

from api.vocabulary import CallOutcome, InviteStatus

TALKED = frozenset({CallOutcome.COMPLETED, CallOutcome.PARTLY, CallOutcome.NO_HELP_WANTED})
"""Outcomes of having spoken with somebody; who has not joined by then has not said yes."""


def is_there(names: Collection[str], name: str, *, somebody_else: bool) -> bool:
    """Whether who is invited is one of those at the number who were invited before.

    `names` are theirs, "" where none is known. A number is taken for one person's, until a
    coordinator says that this is `somebody_else`; who has the same name still is not.
    """
    if not names or not somebody_else:
        return bool(names)
    return _folded(name) in {_folded(one) for one in names}


def came_to(outcome: CallOutcome | None) -> InviteStatus:
    """What became of an invite whose call is over and whose person has not joined."""
    return InviteStatus.DECLINED if outcome in TALKED else InviteStatus.OVER


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
