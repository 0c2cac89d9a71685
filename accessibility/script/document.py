"""What a script is made of: all its words chosen, for the resident and for the caller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from accessibility.prompt import Kind, Sheet, Step

DIGITS = {Kind.PHONE: 15, Kind.TIME: 4}
"""How many digits there is room for; E.164 has at most fifteen."""

WORDS = frozenset({Kind.TEXT, Kind.PLACE})


PASSED = "–"
"""Stands where a question was asked and left out."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words in the resident's language; `ours` is the caller's, "" if it is the same."""

    theirs: str
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick: what it stands for, the key to type for it, and where it leads."""

    words: Said
    key: str = ""
    go: str = ""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Something around the questions: what to heed, what to say, what may be answered.

    `lines` are empty lines to write on.
    """

    title: str
    notes: tuple[str, ...] = ()
    say: Said | None = None
    boxes: tuple[Box, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One numbered question.

    `written` is what was answered in words before, `told` the whole answer as it is read back.
    """

    number: int
    heading: str
    say: Said
    hint: Said | None
    only_if: str
    otherwise: str
    how: str
    boxes: tuple[Box, ...]
    cells: int
    lines: int
    written: str
    told: str
    item: Said | None
    confirms: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """The same form in two languages, which may be one, and what is answered so far.

    `answers` are codes, or the words themselves, by the name of the step. `go_to`, `if_not` and
    `only_if` are sentences by the number they lead to, or of the step they belong to. `beside`
    names a part outside the steps to which an answer leads first.
    """

    theirs: Sheet
    ours: Sheet
    go_to: Mapping[int, str]
    headings: Mapping[int, str]
    only_if: Mapping[int, str]
    otherwise: Mapping[int, str]
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def said(self, theirs: str, ours: str) -> Said:
        """Words of both sheets; those of the second only where it is another language."""
        same = self.theirs.language == self.ours.language
        return Said(theirs, "" if same else ours)

    def rows(self, words: Mapping[str, str]) -> Iterator[Row]:
        """The steps, side by side."""
        for theirs, ours in zip(self.theirs.steps, self.ours.steps, strict=True):
            yield self._row(theirs, ours, words)

    def _row(self, theirs: Step, ours: Step, words: Mapping[str, str]) -> Row:
        prompt, kind = theirs.prompt, theirs.prompt.kind
        answer = self.answers.get(theirs.name, ())
        codes = {option.code for option in prompt.options}
        many = "choose_many" if kind is Kind.MANY else "choose_one"
        how = many if prompt.options else "write_digits" if kind in DIGITS else "write"
        passed = theirs.name in self.answers and not answer
        written = PASSED if passed else " ".join(one for one in answer if one not in codes)
        hint = self.said(prompt.hint, ours.prompt.hint) if prompt.hint else None
        return Row(
            theirs.number,
            self.headings[theirs.number],
            self.said(prompt.text, ours.prompt.text),
            hint,
            self.only_if.get(theirs.number, ""),
            self.otherwise.get(theirs.number, ""),
            f"{words[how]}. {words['may_skip']}" if prompt.optional else f"{words[how]}.",
            tuple(self._boxes(theirs, ours, answer)),
            DIGITS.get(kind, 0) if kind else 0,
            2 if kind in WORDS or (not prompt.options and kind not in DIGITS) else 0,
            written,
            self._told(theirs, answer, written),
            self.said(theirs.item, ours.item) if theirs.item else None,
            theirs.confirms,
        )

    def _told(self, theirs: Step, answer: tuple[str, ...], written: str) -> str:
        chosen = (o.label for o in theirs.prompt.options if o.code in answer)
        return " / ".join(filter(None, (*chosen, written)))

    def _boxes(self, theirs: Step, ours: Step, answer: tuple[str, ...]) -> Iterator[Box]:
        goes = dict(theirs.go_to)
        for option, meant in zip(theirs.prompt.options, ours.prompt.options, strict=True):
            go = self.go_to[goes[option.code]] if option.code in goes else ""
            go = self.beside.get((theirs.name, option.code), go)
            said = self.said(option.label, meant.label)
            yield Box(said, option.key, go, ticked=option.code in answer)


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt to write down: a label, and what may have come of it."""

    label: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A whole script. `words` are labels for the caller by their short names.

    `facts` say who it is, as far as known. `line` is the answer line as far as it is known,
    piece by piece: what stands there, and whether room is left behind it. `damm` is the table
    by which the check digit is found. `foot` is who called whom and when, "" for room to write.
    """

    title: str
    kind: str
    words: Mapping[str, str]
    theirs: tuple[str, str]
    ours: tuple[str, str]
    rows: tuple[Row, ...]
    stop: Part
    opening: tuple[Part, ...]
    branches: tuple[Part, ...]
    closing: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    head: tuple[str, ...]
    line: tuple[tuple[str, str], ...]
    example: str
    damm: tuple[tuple[int, ...], ...] = ()
    tries: tuple[Try, ...] = ()
    outcomes: tuple[str, ...] = ()
    foot: tuple[tuple[str, str], ...] = ()
    practice: str = ""
    large: bool = False

    @property
    def answered(self) -> tuple[Row, ...]:
        """The questions whose answers are read back."""
        return tuple(row for row in self.rows if row.item is not None)
