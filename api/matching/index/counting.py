"""How many groups fail which rule first; where nobody does the leaves, branches are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime

from api.matching.index.bits import SERVICES
from api.matching.index.slots import Slots
from api.matching.rules import Wanted
from api.matching.rules.able import judge
from api.matching.rules.wanted import metres
from api.places.rules import Ruler
from api.vocabulary import Reason


def count(
    kept: Slots, wanted: Wanted, now: datetime, without: Collection[str] = ()
) -> Mapping[Reason, int]:
    """The counts of `rules.match`; `without` these groups."""
    tree, need = kept.tree, sum(SERVICES[leaf] for leaf in wanted.leaves)
    ruler = None if wanted.point is None else Ruler(wanted.point[0])
    out = {kept.slots[one] for one in without if one in kept.slots}
    counted, unlike, nodes = Counter[Reason](), 0, [0]
    while nodes:
        node = nodes.pop()
        if tree.does[node] & need != need:
            unlike += tree.size[node] - sum(1 for slot in out if under(tree.leaf[slot], node))
        elif node < tree.first:
            nodes += (2 * node + 1, 2 * node + 2)
        else:
            for slot in tree.all[node - tree.first]:
                able = None if slot in out else kept.able(slot)
                if able is not None:
                    found = judge(wanted, able, now, metres(wanted, able, ruler))
                    if isinstance(found, Reason):
                        counted[found] += 1
    counted[Reason.LEAF] += unlike
    return {reason: found for reason, found in counted.items() if found}


def under(leaf: int, node: int) -> bool:
    """Whether a leaf of the tree is a node or below it."""
    while leaf > node:
        leaf = (leaf - 1) >> 1
    return leaf == node
