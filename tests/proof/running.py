"""One world of the proof: searches among changes, each compared with brute force."""

from collections import Counter
from dataclasses import dataclass, replace
from random import Random

from api.matching.index import Index
from api.matching.rules import match
from tests.proof.sides import KS, Sides

SIZES = (0, 2, 20, 60, 120, 300, 300, 600)
"""So many groups at the beginning; brute force over more would take too long."""

CHANGES_A_SEARCH = 10
COUNTED = 0.05
"""So many searches also ask who does any of it: of these the rules count why they cannot."""


@dataclass
class Failure:
    """What differed: enough to do it again, and the smallest world that still shows it."""

    seed: str
    searches: int
    told: str


class Walk:
    """A world as it goes on: the index beside the groups that it should know."""

    def __init__(self, seed):
        self.seed = seed
        self.chance = Random(seed)  # noqa: S311 - to be done again, and no secret
        self.sides = Sides(self.chance)
        count = self.chance.choice(SIZES)
        self.groups = {name: self.sides.group(name) for name in map(named, range(count))}
        self.index = Index(self.groups.values())
        self.searches = 0
        self.changes = Counter()

    def go(self, searches):
        """So many searches among ten times as many changes; the first Failure, or None."""
        for _ in range(searches):
            for _ in range(self.chance.randrange(2 * CHANGES_A_SEARCH + 1)):
                self._change()
            self.sides.go_on()
            if failure := self._search():
                return failure
        return None

    def _change(self):
        """One change, to the index and to what it should know."""
        kinds = ("load",) * 5 + ("pause", "asked", "asked", "put", "remove")
        kind = self.chance.choice(kinds) if self.groups else "put"
        self.changes[kind] += 1
        if kind == "put":
            self._put()
            return
        name = self.chance.choice(list(self.groups))
        group = self.groups[name]
        if kind == "load":
            load = self.chance.choice([0, 1, group.capacity, group.capacity - 1])
            self.index.set_load(name, load)
            self.groups[name] = replace(group, load=load)
        elif kind == "pause":
            until = self.sides.pause()
            self.index.set_paused(name, until)
            self.groups[name] = replace(group, paused_until=until)
        elif kind == "asked":
            at = self.sides.asked()
            self.index.set_asked(name, at)
            self.groups[name] = replace(group, asked_at=at)
        else:
            self.index.remove(name)
            del self.groups[name]

    def _put(self):
        """A new group, or one that is changed, wholly or in one thing."""
        name = named(self.chance.randrange(600))
        old = self.groups.get(name)
        whole = old is None or self.chance.random() < 0.5
        self.groups[name] = self.sides.group(name) if whole else self.sides.changed(old)
        self.index.put(self.groups[name])

    def _search(self):
        self.searches += 1
        wanted, now, k = self.sides.wanted(), self.sides.now, self.chance.choice(KS)
        asked = self.chance.random() < COUNTED
        if told := difference(self.index, self.groups.values(), wanted, now, k, asked):
            return Failure(self.seed, self.searches, told + smallest(self, wanted, now, k))
        if len(self.index) != len(self.groups):
            return Failure(self.seed, self.searches, f"{len(self.index)} of {len(self.groups)}")
        return None


def named(number):
    """The id of a group."""
    return f"g{number:03}"


def difference(index, groups, wanted, now, k, asked=False):  # noqa: FBT002 - a search
    """How the index's answer differs from that of brute force; empty if it does not."""
    expected = match(wanted, groups, now, k)
    found = index.best(wanted, now, k)
    if list(found) != list(expected.chosen):
        return f"best: expected {expected.chosen}, found {found}\n"
    if asked:
        able = {one.id for one in groups if wanted.leaves & (one.in_person | one.remote)}
        doing = {one.id for one in index.doing(wanted.leaves)[0]}
        return f"doing: expected {able}, found {doing}\n" if doing != able else ""
    return ""


def smallest(walk, wanted, now, k):
    """The fewest groups with which a new index still differs, or that only an old one does."""
    groups = list(walk.groups.values())

    def differs(some):
        return bool(difference(Index(some), some, wanted, now, k, asked=True))

    if not differs(groups):
        return "a new index over the same groups does not differ: some change was lost\n"
    for group in list(groups):
        fewer = [one for one in groups if one is not group]
        if differs(fewer):
            groups = fewer
    return f"groups = {groups}\nwanted = {wanted}\nnow = {now!r}; k = {k}\n"
