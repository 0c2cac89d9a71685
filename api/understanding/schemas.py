"""The wire schemas of how well free words are understood: rules and counts, no word of anybody."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from api.wire import Count, Language, Wire

RULE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*:[a-z0-9_.-]{1,80}$"
"""A language and the name of one of its rules: "en:need.pharmacy". Words do not look like it."""

RuleName = Annotated[str, StringConstraints(pattern=RULE)]
RuleNames = Annotated[list[RuleName], Field(max_length=60)]


class RuleCounted(Wire):
    """How often a rule proposed something, and what people said to it; null for fewer than 5."""

    rule: RuleName
    language: Language
    hits: Count | None
    confirmed: Count | None
    corrected: Count | None


class Understanding(Wire):
    """Every rule that proposed something since that day, the most often corrected first."""

    since: date
    items: list[RuleCounted]
