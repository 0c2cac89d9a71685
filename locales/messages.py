"""What a Fluent message is made of: the variables it takes, the ones it can do without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fluent.syntax import ast

NONE = "none"
"""The variant a message has for a value that is missing."""

Entries = Mapping[str, ast.Message | ast.Term]
"""Messages by their key, terms by their key with a leading hyphen."""

HOLDING = (
    "value",
    "elements",
    "expression",
    "selector",
    "variants",
    "arguments",
    "positional",
    "named",
)
"""Where a node of a pattern holds others. `vars` would give each a dictionary to keep."""


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables of a pattern; `optional` ones have a `[none]` variant to choose instead."""

    all: frozenset[str]
    optional: frozenset[str]


def references(entry: ast.Message | ast.Term) -> Iterator[str]:
    """The messages and terms that an entry refers to, wherever in it."""
    for part in (entry.value, *(one.value for one in entry.attributes)):
        if part is not None:
            for node in _nodes(part, {}, frozenset()):
                if isinstance(node, ast.MessageReference | ast.TermReference):
                    yield _key(node).partition(".")[0]


@cache
def _variables(everything: frozenset[str], optional: frozenset[str]) -> Variables:
    """One of each kind: most messages take the same few variables, or none."""
    return Variables(everything, optional)


def variables_of(pattern: ast.Pattern, entries: Entries) -> Variables:
    """The variables of a pattern and of every message it refers to."""
    everything, optional = set[str](), set[str]()
    for node in _nodes(pattern, entries, frozenset()):
        match node:
            case ast.VariableReference(id=identifier):
                everything.add(identifier.name)
            case ast.SelectExpression(
                selector=ast.VariableReference(id=identifier), variants=variants
            ) if any(_is_none(variant) for variant in variants):
                optional.add(identifier.name)
            case _:
                pass
    return _variables(frozenset(everything), frozenset(optional))


def _is_none(variant: ast.Variant) -> bool:
    return isinstance(variant.key, ast.Identifier) and variant.key.name == NONE


def _nodes(node: ast.BaseNode, entries: Entries, seen: frozenset[str]) -> Iterator[ast.BaseNode]:
    """Every node below one, following references; a circle is entered once."""
    yield node
    if isinstance(node, ast.MessageReference | ast.TermReference):
        key = _key(node)
        if (pattern := _pattern(node, entries)) is not None and key not in seen:
            yield from _nodes(pattern, entries, seen | {key})
    for child in _children(node):
        yield from _nodes(child, entries, seen)


def _children(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    for name in HOLDING:
        value = getattr(node, name, None)
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, ast.BaseNode):
                yield child


def _key(reference: ast.MessageReference | ast.TermReference) -> str:
    hyphen = "-" if isinstance(reference, ast.TermReference) else ""
    attribute = f".{reference.attribute.name}" if reference.attribute else ""
    return f"{hyphen}{reference.id.name}{attribute}"


def _pattern(
    reference: ast.MessageReference | ast.TermReference, entries: Entries
) -> ast.Pattern | None:
    entry = entries.get(_key(reference).partition(".")[0])
    if entry is None or reference.attribute is None:
        return entry.value if entry else None
    wanted = reference.attribute.name
    return next((a.value for a in entry.attributes if a.id.name == wanted), None)
