"""Where in a text the contexts stand that take the alarm out of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accessibility.understand.index import searched
from accessibility.understand.patterns import Pattern
from accessibility.understand.rulebook import Context, Rule, Rulebook
from accessibility.understand.said import Said
from accessibility.understand.spelling import COMMA

Span = tuple[int, int]


class Surroundings:
    """The contexts of one text; they are looked for when the first rule has found something."""

    def __init__(self, said: Said, book: Rulebook) -> None:
        self.said, self.book = said, book
        self._spans: dict[tuple[str, str], list[Span]] | None = None
        self._excuses: dict[str, list[Span]] = {}

    def excuses(self, rule: Rule) -> list[Span]:
        """Where the text has what makes a rule count for nothing in its sentence."""
        if rule.name not in self._excuses:
            may = rule.unless.index.candidates(self.said)
            self._excuses[rule.name] = list(spans(may, self.said))
        return self._excuses[rule.name]

    def present(self) -> list[Context]:
        """The contexts that are anywhere in the text, in their order."""
        if self._spans is None:
            self._spans = dict(self._found())
        names = {name for name, _ in self._spans}
        return (
            [context for context in self.book.contexts if context.name in names] if names else []
        )

    def has(self, context: Context, match: Span, gaps: list[Span]) -> bool:
        """Whether words found at `match`, others between them at `gaps`, stand in a context."""
        sentence = self.said.sentence(*match)
        return self.touches(context, match, gaps) or any(
            _holds(sentence, one) for one in self._at(context, "sentence")
        )

    def touches(self, context: Context, match: Span, gaps: list[Span]) -> bool:
        """Whether a context is said of these very words, and not elsewhere in their sentence."""
        return (
            any(
                self._is_before(span, match, gaps, context) for span in self._at(context, "before")
            )
            or any(_holds(self.said.clause(*match), one) for one in self._at(context, "clause"))
            or bool(self._at(context, "text"))
            or any(
                _overlap(match, one) and not any(_holds(gap, one) for gap in gaps)
                for one in self._at(context, "around")
            )
        )

    def _is_before(self, span: Span, match: Span, gaps: list[Span], context: Context) -> bool:
        """Whether it ends right before the words, in their clause, or stands between them."""
        text = self.said.text
        if any(_holds(gap, span) and COMMA not in text[span[1] - 1 : gap[1]] for gap in gaps):
            return True
        between = text[span[1] - 1 : match[0]]
        return (
            span[1] <= match[0] and COMMA not in between and len(between.split()) <= context.within
        )

    def _at(self, context: Context, place: str) -> list[Span]:
        return (self._spans or {}).get((context.name, place), [])

    def _found(self) -> Iterator[tuple[tuple[str, str], list[Span]]]:
        found: dict[tuple[str, str], list[Span]] = {}
        for context, place, pattern in self.book.surroundings.candidates(self.said):
            found.setdefault((context.name, place), []).extend(spans([pattern], self.said))
        for (name, place), listed in found.items():
            excused = found.get((name, "unless"), [])
            yield (
                (name, place),
                [one for one in listed if not any(_holds(e, one) for e in excused)],
            )


def spans(patterns: Iterable[Pattern], said: Said) -> Iterator[Span]:
    """Wherever one of some patterns is in a text."""
    for pattern in patterns:
        for match in searched(pattern, said):
            yield match.span


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
