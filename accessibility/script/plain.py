"""A script as plain text: for a braille display, an old printer, or a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.script.document import Box, Part, Row, Said, Script

OPEN, TICKED, GO = "[ ]", "[x]", "->"
LINE = "_" * 40
INDENT = "  "


def as_plain(script: Script) -> str:
    """The script, one thing a line."""
    return "\n".join(_lines(script)) + "\n"


def _lines(script: Script) -> Iterator[str]:
    words = script.words
    if script.practice:
        yield script.practice
    yield from (script.title, script.kind, words["read_out"], *script.head)
    yield from _part(script.stop)
    yield from _titled(words["about"])
    yield from (f"{INDENT}{name}: {value or LINE}" for name, value in script.facts)
    yield from _tries(script)
    yield from _titled(words["opening"])
    for part in script.opening:
        yield from _part(part)
    yield from _titled(words["branches"])
    for part in script.branches:
        yield from _part(part)
    yield from _titled(words["questions"])
    for row in script.rows:
        yield from _row(row, script)
    for part in script.closing:
        yield from _part(part)
    yield from _titled(words["outcome"])
    yield from (f"{INDENT}{OPEN} {outcome}" for outcome in script.outcomes)
    yield from _answer_line(script)
    yield from _foot(script)


def _foot(script: Script) -> Iterator[str]:
    yield ""
    yield from (f"{name}: {value or LINE}" for name, value in script.foot)
    yield script.words["keep"]


def _titled(title: str) -> Iterator[str]:
    yield from ("", f"== {title} ==")


def _tries(script: Script) -> Iterator[str]:
    if not script.tries:
        return
    words = script.words
    yield from _titled(words["attempts"])
    yield INDENT + words["attempts_note"]
    for one in script.tries:
        boxes = "  ".join(f"{OPEN} {box}" for box in one.boxes)
        yield f"{INDENT}{one.label}  {boxes}"


def _part(part: Part) -> Iterator[str]:
    yield from ("", part.title)
    yield from (f"{INDENT}{note}" for note in part.notes)
    yield from _said(part.say)
    yield from (line for box in part.boxes for line in _box(box))
    yield from (INDENT + LINE for _ in range(part.lines))


def _said(said: Said | None) -> Iterator[str]:
    if said is None:
        return
    for words in filter(None, (said.theirs, said.ours)):
        yield from (f"{INDENT}| {line}" for line in words.splitlines())


def _box(box: Box) -> Iterator[str]:
    key = f"{box.key} " if box.key else ""
    meant = f" ({box.words.ours})" if box.words.ours else ""
    go = f" {GO} {box.go}" if box.go else ""
    yield f"{INDENT}{TICKED if box.ticked else OPEN} {key}{box.words.theirs}{meant}{go}"


def _row(row: Row, script: Script) -> Iterator[str]:
    if row.confirms:
        yield from _read_back(script)
    yield from ("", row.heading)
    yield from (f"{INDENT}{note}" for note in (row.only_if, row.otherwise) if note)
    yield from _said(row.say)
    yield from _said(row.hint)
    yield INDENT + row.how
    yield from (line for box in row.boxes for line in _box(box))
    if row.written:
        yield f"{INDENT}{row.written}"
    elif row.cells:
        yield INDENT + "_ " * row.cells
    else:
        yield from (INDENT + LINE for _ in range(row.lines))
    if row.confirms:
        yield INDENT + script.words["correct"]


def _read_back(script: Script) -> Iterator[str]:
    yield from _titled(script.words["read_back"])
    yield INDENT + script.words["read_back_do"]
    for row in script.answered:
        item = row.item or Said("")
        meant = f" ({item.ours})" if item.ours else ""
        yield f"{INDENT}{row.heading}  {item.theirs}{meant}: {row.told or LINE}"


def _answer_line(script: Script) -> Iterator[str]:
    words = script.words
    yield from _titled(words["answer_line"])
    yield from (INDENT + note for note in words["answer_line_do"].splitlines())
    yield f"{INDENT}{words['example']}: {script.example}"
    yield INDENT + words["your_line"]
    yield INDENT + " ".join(before + (after or "____") for before, after in script.line)
    yield from (INDENT + note for note in words["check"].splitlines())
    yield INDENT * 2 + "  ".join(["  ", *map(str, range(10))])
    for at, row in enumerate(script.damm):
        yield INDENT * 2 + "  ".join([f"{at}:", *map(str, row)])
