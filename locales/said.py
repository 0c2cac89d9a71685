"""The messages of one language as Fluent says them, each parsed when it is first said.

Most are never said in one run of the program; parsed, they would be several MB of memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from locales.messages import references


class Messages:
    """The messages and terms of a language by their source text; terms have a leading hyphen."""

    def __init__(self, language: str, plurals: str, sources: Mapping[str, str]) -> None:
        self._languages = [language, plurals]
        self._sources = sources
        self._parsed: set[str] = set()

    @cached_property
    def _bundle(self) -> FluentBundle:
        return FluentBundle(self._languages, use_isolating=False)

    def text(
        self, key: str, attribute: str | None, values: Mapping[str, str | int]
    ) -> tuple[str, list[Exception]]:
        """The text of a message or of its attribute, and what went wrong; KeyError for neither."""
        self._parse(key)
        message = self._bundle.get_message(key)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text), errors

    def _parse(self, key: str) -> None:
        """Make a message known, and all it refers to; a circle is entered once."""
        if key in self._parsed or key not in self._sources:
            return
        self._parsed.add(key)
        resource = FluentParser(with_spans=False).parse(self._sources[key])
        self._bundle.add_resource(resource)
        for entry in resource.body:
            if isinstance(entry, ast.Message | ast.Term):
                for other in references(entry):
                    self._parse(other)
