"""Lines of text as they come in: from standard input or a file, whatever bytes are in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

Texts = Iterable[tuple[str, str]]
"""Each text, with what was odd about its line, or ""."""

NOT_UTF8 = "not UTF-8; what could not be read is a sign of its own"
NO_TEXT = "it has no column `text`; read as an empty text"


class UnreadableError(Exception):
    """A file that cannot be read, and why."""


def typed(source: TextIO) -> Iterator[tuple[str, str]]:
    """The lines of standard input."""
    binary = getattr(source, "buffer", None)
    for number, line in enumerate(binary or source):
        yield decoded(line, first=number == 0)


def decoded(line: bytes | str, *, first: bool) -> tuple[str, str]:
    """A line as text without its end, and without the mark that begins some files."""
    oddity = ""
    if isinstance(line, bytes):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text, oddity = line.decode("utf-8", errors="replace"), NOT_UTF8
    else:
        text = line
    text = text.removesuffix("\n").removesuffix("\r")
    return text.removeprefix("\ufeff") if first else text, oddity


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """The column `text` of a file, line by line."""
    for row, oddity in _rows(path):
        yield row.get("text", ""), oddity or ("" if "text" in row else NO_TEXT)


def rows(path: Path) -> list[Mapping[str, str]]:
    """All rows of a file, each by its columns."""
    return [row for row, _ in _rows(path)]


def _rows(path: Path) -> Iterator[tuple[Mapping[str, str], str]]:
    """Rows of values between tabs; the first line names the columns."""
    try:
        listed = path.read_bytes().split(b"\n")
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}") from error
    columns = decoded(listed[0], first=True)[0].split("\t")
    if "text" not in columns:
        named = ", ".join(columns)
        raise UnreadableError(f"{path}: there is no column `text`, but: {named}")
    if listed[-1] == b"":
        listed.pop()
    for line in listed[1:]:
        text, oddity = decoded(line, first=False)
        yield dict(zip(columns, text.split("\t"), strict=False)), oddity
