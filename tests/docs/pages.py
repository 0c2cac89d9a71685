"""Documents as tests read them: their text, their blocks, and tables that are written by us."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.tree import ROOT, files, read

DOCUMENTS = [path for path in files() if path.suffix == ".md"]
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL
)


def blocks(path: Path, *kinds: str) -> list[str]:
    """The fenced blocks of a document, of some kinds when they are named."""
    found = FENCE.finditer(read(path))
    return [one["text"] for one in found if not kinds or one["kind"] in kinds]


def prose(path: Path) -> str:
    """A document without its fenced blocks."""
    return FENCE.sub("", read(path))


def code(path: Path) -> list[str]:
    """Every span and block of code in a document."""
    return [*blocks(path), *re.findall(r"`([^`\n]+)`", prose(path))]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(
        f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines
    )


def keeps(path: str, name: str, text: str, *, rewrite: bool) -> None:
    """A marked part of a document is this text; with `rewrite` it becomes it."""
    marked = re.compile(rf"(<!-- {name} -->\n)(.*?)(<!-- /{name} -->)", re.DOTALL)
    whole = read(path)
    (found,) = marked.findall(whole)
    if rewrite:
        (ROOT / path).write_text(marked.sub(lambda m: m[1] + text + m[3], whole), "utf-8")
    else:
        assert found[1] == text, f"{path}: write it anew with: pytest --rewrite tests/docs"
