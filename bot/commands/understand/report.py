"""How well labelled lines are understood: precision and recall by what their columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accessibility.understand import found, judged
from accessibility.understand.codes import NEEDS, NONE, OPTION_OF, OUTCOMES, UNKNOWN
from bot.commands.understand.labels import check
from bot.commands.understand.questions import Asked, asked
from bot.commands.understand.understood import answer

Row = Mapping[str, str]
Pairs = Collection[tuple[frozenset[str], frozenset[str]]]
"""What was expected of each line, and what was told."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How often something was told rightly, wrongly, and not although it should be."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was told that is right; 1 if nothing was told."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what there is that was told; 1 if there is nothing."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def report(rows: Sequence[Row], language: str, question: Asked | None = None) -> str:
    """Every measure that the columns allow, a line each; `UnknownLabelError` for odd labels."""
    check(rows, language, question)
    lines = [f"{len(rows)} lines, {language}"]
    for columns, told in MEASURES.items():
        if rows and columns <= rows[0].keys():
            lines += told(rows, language)
    if rows and "answer" in rows[0] and (question or "question" in rows[0]):
        lines += _replies(rows, language, question)
    return "\n".join(lines)


def outcomes(rows: Iterable[Row], language: str) -> list[tuple[str, str]]:
    """The outcome that was expected of each line, and the one it has."""
    return [(row.get("danger") or NONE, judged(row["text"], language).outcome) for row in rows]


def needs(rows: Iterable[Row], language: str) -> Pairs:
    """The leaves that were expected of each line, and those that are found."""
    return [(_codes(row["needs"]), frozenset(found(row["text"], language).needs)) for row in rows]


def options(pairs: Pairs) -> Pairs:
    """The same by the options to which leaves belong."""
    return [(_options(expected), _options(told)) for expected, told in pairs]


def urgencies(rows: Iterable[Row], language: str) -> list[tuple[str, str]]:
    """The urgency that was expected of each line, and the one that is found."""
    return [(row["urgency"] or UNKNOWN, found(row["text"], language).urgency) for row in rows]


def answers(
    rows: Iterable[Row], language: str, question: Asked | None = None
) -> Iterator[tuple[Row, str, str]]:
    """Each reply with the answer expected and the one it has; "" is unclear."""
    known: dict[str, Asked] = {}
    for row in rows:
        name = row.get("question", "")
        if question is None and name not in known:
            known[name] = asked(name, language)
        told = answer(row["text"], language, question or known[name])
        yield row, row["answer"], told or ""


def rates(pairs: Pairs) -> Rates:
    """What was told of what there is, over all lines."""
    counts: Counter[str] = Counter()
    for expected, told in pairs:
        counts["right"] += len(expected & told)
        counts["wrong"] += len(told - expected)
        counts["missed"] += len(expected - told)
    return Rates(counts["right"], counts["wrong"], counts["missed"])


def share(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """The share of pairs that agree."""
    listed = list(pairs)
    return _share(sum(one == other for one, other in listed), len(listed))


def _dangers(rows: Sequence[Row], language: str) -> Iterator[str]:
    told = outcomes(rows, language)
    for outcome in (*OUTCOMES, NONE):
        pairs = [(_if(outcome, one), _if(outcome, other)) for one, other in told]
        yield _line(f"danger {outcome}", rates(pairs))


def _classes(rows: Sequence[Row], language: str) -> Iterator[str]:
    pairs = [(row["danger_class"], judged(row["text"], language).danger_class) for row in rows]
    for name in sorted({expected for expected, _ in pairs} - {""}):
        of_it = [(_if(name, one), _if(name, other)) for one, other in pairs]
        yield _line(f"class {name}", rates(of_it))


def _leaves(rows: Sequence[Row], language: str) -> Iterator[str]:
    pairs = needs(rows, language)
    for leaf in OPTION_OF:
        yield _line(f"leaf {leaf}", rates(_only(leaf, pairs)))
    yield _line("leaves", rates(pairs))
    for option in NEEDS:
        yield _line(f"option {option}", rates(_only(option, options(pairs))))
    yield _line("options", rates(options(pairs)))


def _times(rows: Sequence[Row], language: str) -> Iterator[str]:
    pairs = urgencies(rows, language)
    yield f"urgency accuracy {share(pairs):.3f}"


def _replies(rows: Sequence[Row], language: str, question: Asked | None) -> Iterator[str]:
    kinds = Counter(
        "right" if told == expected else "wrong" if told else "unclear"
        for _, expected, told in answers(rows, language, question)
    )
    for kind in ("right", "wrong", "unclear"):
        yield f"replies {kind} {_share(kinds[kind], len(rows)):.3f} ({kinds[kind]})"


MEASURES: Mapping[frozenset[str], Callable[[Sequence[Row], str], Iterator[str]]] = {
    frozenset({"danger"}): _dangers,
    frozenset({"danger_class"}): _classes,
    frozenset({"needs"}): _leaves,
    frozenset({"urgency"}): _times,
}


def _line(name: str, rate: Rates) -> str:
    if not rate.right + rate.missed:
        told = f" ({rate.wrong} wrong)" if rate.wrong else ""
        return f"{name:28} no lines{told}"
    measures = f"precision {rate.precision:.3f} recall {rate.recall:.3f} F1 {rate.f1:.3f}"
    return f"{name:28} {measures} ({rate.right} right, {rate.wrong} wrong, {rate.missed} missed)"


def _codes(listed: str) -> frozenset[str]:
    return frozenset(code.strip() for code in listed.split(",") if code.strip())


def _options(leaves: Iterable[str]) -> frozenset[str]:
    return frozenset(OPTION_OF.get(leaf, leaf) for leaf in leaves)


def _only(code: str, pairs: Pairs) -> Pairs:
    return [(one & {code}, other & {code}) for one, other in pairs]


def _if(wanted: str, code: str) -> frozenset[str]:
    return frozenset({code} & {wanted})


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
