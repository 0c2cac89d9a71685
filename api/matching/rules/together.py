"""A request that is shared out, as one: every group has one place in it, or one reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from api.matching.rules.lacking import lacking
from api.matching.rules.match import Chosen, Matches, match
from api.matching.rules.wanted import Able, Wanted
from api.vocabulary import Accommodation, Leaf, Reason


def together(
    wanted: Wanted,
    parts: Sequence[frozenset[Leaf]],
    best: Callable[[Wanted], Sequence[Chosen]],
    doing: Iterable[Able],
    now: datetime,
) -> Matches:
    """Who is able to do the whole or a share of it; of those `doing` some of it, what they failed.

    A group that does only some of it, where nobody is asked for that alone, fails by the leaf.
    """
    able = [best(replace(wanted, leaves=part)) for part in parts or [wanted.leaves]]
    chosen = {one.group_id: one for found in reversed(able) for one in found}
    left = defaultdict[frozenset[Leaf], list[Able]](list)
    for group in doing:
        if group.id not in chosen:
            left[wanted.leaves & (group.in_person | group.remote)].append(group)
    rejected, lacks = Counter[Reason](), Counter[Accommodation]()
    for leaves, groups in left.items():
        here = replace(wanted, leaves=leaves)
        some = match(here, groups, now)
        rejected.update(some.rejected)
        rejected[Reason.LEAF] += len(some.chosen)
        lacks.update(lacking(here, groups, now))
    ranked = sorted(chosen.values(), key=lambda one: one.rank)
    return Matches(tuple(ranked), {reason: n for reason, n in rejected.items() if n}, lacks)
