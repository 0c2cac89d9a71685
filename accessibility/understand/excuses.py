"""What makes a rule count for nothing: patterns that are read when a text is first held to them.

A third of all patterns are excuses, and a text needs those of a few rules. A mistake in one takes
out that excuse and not the rule, for danger must be heard whatever is in the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accessibility.understand.index import Index
from accessibility.understand.parts import PatternError
from accessibility.understand.patterns import Language, Pattern, pattern_of


class Excuses:
    """The excuses of one rule, as they are written until they are needed."""

    __slots__ = ("_index", "_language", "_written")

    def __init__(self, written: Sequence[str] = (), language: Language | None = None) -> None:
        self._written, self._language = tuple(written), language
        self._index: Index[Pattern] | None = None

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._written)

    @property
    def index(self) -> Index[Pattern]:
        """Those in which nothing is wrong, by what they are found."""
        if self._index is None:
            found = (self._pattern(one) for one in self._written)
            self._index = Index((one, one.keys) for one in found if isinstance(one, Pattern))
        return self._index

    def problems(self) -> Iterator[str]:
        """What is wrong with the others."""
        for written in self._written:
            found = self._pattern(written)
            if isinstance(found, PatternError):
                yield f"unless: '{written}': {found}"

    def _pattern(self, written: str) -> Pattern | PatternError:
        if self._language is None:
            return PatternError("no language is known")
        try:
            return pattern_of(written, self._language)
        except PatternError as error:
            return error
