"""Values of every notice as the API keeps them, made from its own schemas."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from api.vocabulary import NoticeCode

ANY = "№7"
"""Stands for any words: it is in no language's letters."""

KNOWN: dict[str, Any] = {
    "receipt": "48291573",
    "people": "two",
    "language": "zh-Hans",
    "secret": "7",
    "call_id": "7",
    "areas": [ANY],
    "lost": [
        {"areas": [ANY], "leaves": ["meal"], "because": [{"code": "paused", "count": 2}]},
        {"areas": [ANY], "more": 9, "leaves": ["meal", "water"], "because": [{"code": "gone"}]},
    ],
    "faults": [{"code": "line_missing", "step": "3"}, {"code": "line_kept"}],
}


def samples(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Every field with each value it may have in turn; and only the fields that are needed."""
    choices = {name: choices_of(name, field) for name, field in model.model_fields.items()}
    full = {name: values[0] for name, values in choices.items()}
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    made = [full, {name: full[name] for name in needed}]
    made += [{**full, name: value} for name, values in choices.items() for value in values]
    for values in made:
        yield model.model_validate(values).model_dump(mode="json", exclude_defaults=False)


def choices_of(name: str, field: FieldInfo) -> list[Any]:
    """Values that a field may have."""
    if name in KNOWN:
        return [KNOWN[name]]
    if field.annotation is NoticeCode:
        return [field.default]
    return _of(field.annotation)


def _of(kind: Any) -> list[Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _of(next(one for one in inner if one is not type(None)))
    if origin is list:
        every = _of(inner[0])
        return [every, *([one] for one in every)]
    if origin is Literal:
        return [one for one in inner if one]
    if origin is dict:
        return [{"other_detail": ANY}]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return list(kind)
    return [{str: ANY, int: 2, bool: True, datetime: "2026-03-02T15:00:00Z"}[kind]]
