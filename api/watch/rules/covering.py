"""How well an area is covered, looked at in stages, and which gap stands first.

First each leaf alone. An accommodation never makes a group able, so it is asked only where
somebody is; a language keeps nobody away, it only tells who needs an interpreter. A line that
would say the same as the leaf alone is left out: what is not said is as the leaf alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from api.matching.rules import Chosen
from api.vocabulary import ABLE_ACCOMMODATIONS, Accommodation, Cover, Leaf, Mode, WeekPart

CAP = 10
"""So many able groups are counted at most: more make an area no safer."""
THIRD = 3
FAR_M = 2000
"""Half an hour on foot one way at 3.5 feet a second, the walking speed that crossings are
timed for (Manual on Uniform Traffic Control Devices, 2009, section 4E.06)."""

ACCOMMODATIONS = tuple(one for one in Accommodation if one in ABLE_ACCOMMODATIONS)
"""What a group must say it can give; the others keep nobody from helping."""
LEAVES = tuple(leaf for leaf in Leaf if leaf is not Leaf.OTHER)
"""What is looked at: "something else" is read by a person, so nobody's lack of it is a gap."""
ORDER = tuple(Leaf)
COVERS = tuple(Cover)

Ask = Callable[[Leaf, Accommodation | None, str, WeekPart], Sequence[Chosen]]
"""The best `CAP` groups for a leaf, with an accommodation or none, in a language or "" for any."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found at one moment, of at most `CAP` groups; distances in metres.

    `sharing` speak the language. Distances are of those who come; None where fewer do.
    """

    able: int
    in_person: int
    sharing: int
    nearest_m: int | None = None
    third_m: int | None = None


NONE = Figures(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """The same figures in some parts of the week, for one thing asked for."""

    leaf: Leaf
    accommodation: Accommodation | None
    language: str
    parts: tuple[WeekPart, ...]
    figures: Figures

    @property
    def cover(self) -> Cover:
        """How well this is covered: the worst that is true of it."""
        figures = self.figures
        if figures.able == 0:
            return Cover.NOBODY
        if figures.able == 1:
            return Cover.ONE
        if self.language and figures.sharing == 0:
            return Cover.INTERPRETER
        far = figures.nearest_m is not None and figures.nearest_m > FAR_M
        return Cover.FAR if far and figures.in_person == figures.able else Cover.COVERED


def figures_of(chosen: Sequence[Chosen]) -> Figures:
    """The figures of the groups chosen at one moment."""
    metres = sorted(
        round(one.distance_m)
        for one in chosen
        if one.mode is Mode.IN_PERSON and one.distance_m is not None
    )
    return Figures(
        able=len(chosen),
        in_person=sum(one.mode is Mode.IN_PERSON for one in chosen),
        sharing=sum(not one.interpreter_needed for one in chosen),
        nearest_m=metres[0] if metres else None,
        third_m=metres[THIRD - 1] if len(metres) >= THIRD else None,
    )


def look(
    ask: Ask,
    leaves: Iterable[Leaf],
    parts: Sequence[WeekPart],
    accommodations: Sequence[Accommodation] = ACCOMMODATIONS,
    languages: Sequence[str] = (),
) -> Iterator[Line]:
    """The lines of some leaves in an area, stage by stage."""
    for leaf in leaves:
        alone = {part: figures_of(ask(leaf, None, "", part)) for part in parts}
        yield from _lines(leaf, None, "", alone)
        served = [part for part in parts if alone[part].able]
        for one in accommodations:
            found = {part: figures_of(ask(leaf, one, "", part)) for part in served}
            yield from _lines(leaf, one, "", _unlike(found, alone))
        for language in languages:
            found = {part: figures_of(ask(leaf, None, language, part)) for part in served}
            yield from _lines(leaf, None, language, _unlike(found, alone))


def _unlike(
    found: dict[WeekPart, Figures], alone: dict[WeekPart, Figures]
) -> dict[WeekPart, Figures]:
    return {part: figures for part, figures in found.items() if figures != alone[part]}


def _lines(
    leaf: Leaf,
    accommodation: Accommodation | None,
    language: str,
    found: dict[WeekPart, Figures],
) -> Iterator[Line]:
    """One line for all parts of the week that have the same figures."""
    same: dict[Figures, list[WeekPart]] = {}
    for part, figures in found.items():
        same.setdefault(figures, []).append(part)
    for figures, parts in same.items():
        yield Line(leaf, accommodation, language, tuple(parts), figures)


def fits(
    line: Line,
    accommodation: Accommodation | None = None,
    language: str = "",
    part: WeekPart | None = None,
    cover: Cover | None = None,
) -> bool:
    """Whether a filter lets a line through; what is None or "" lets everything.

    What concerns everybody concerns who needs an accommodation or speaks a language, too: so a
    gap for all is never hidden by asking for less.
    """
    return (
        (accommodation is None or line.accommodation in {None, accommodation})
        and (not language or line.language in {"", language})
        and (part is None or part in line.parts)
        and (cover is None or line.cover is cover)
    )


def standing(line: Line, asked: int) -> str:
    """Digits that put the worst gap first; of equals the one asked for most, lately.

    Then what concerns everybody, in most of the week, farthest away; then a fixed order.
    """
    narrow = int(line.accommodation is not None or bool(line.language))
    nearest = min(line.figures.nearest_m or 0, 99_999)
    which = 0 if line.accommodation is None else 1 + ACCOMMODATIONS.index(line.accommodation)
    return (
        f"{COVERS.index(line.cover)}{999_999 - min(asked, 999_999):06}{narrow}"
        f"{len(WeekPart) - len(line.parts)}{99_999 - nearest:05}"
        f"{ORDER.index(line.leaf):02}{which:02}"
    )
