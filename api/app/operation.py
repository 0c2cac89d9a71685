"""One endpoint, ready to be called without HTTP: what it takes and who may call it.

The endpoint's own declaration says everything; the same schemas check what is given.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from fastapi import params
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter, ValidationError

from api.app.metrics import name_of
from api.app.routers import ENDPOINTS
from api.auth.access import Allow
from api.errors import Invalid

BODY = "body"


@dataclass(frozen=True, slots=True)
class Taken:
    """One parameter of an endpoint: its argument, what it accepts, whether it is a list.

    `whole`: a model that takes the query as a whole.
    """

    argument: str
    accepts: TypeAdapter[Any]
    many: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """An endpoint with its path, its check and its parameters by their names on the wire."""

    name: str
    method: str
    written: str
    path: re.Pattern[str]
    endpoint: Callable[..., Any]
    context: str
    allow: Allow
    takes: Mapping[str, Taken]
    has_body: bool

    def arguments(
        self, path: Mapping[str, str], query: Mapping[str, Sequence[str]]
    ) -> dict[str, Any]:
        """The arguments for what a path and its query say; raises Invalid."""
        given: dict[str, Sequence[str]] = {**query, **{n: [text] for n, text in path.items()}}
        found: dict[str, Any] = {}
        for name, taken in self.takes.items():
            if taken.whole:
                rest = {n: texts[0] for n, texts in given.items() if n not in self.takes}
                found[taken.argument] = _checked(("query",), rest, taken.accepts)
            elif name in given:
                texts = given[name]
                told = list(texts) if taken.many else texts[0]
                at = ("path" if name in path else "query", name)
                found[taken.argument] = _checked(at, told, taken.accepts)
        return found


def allow_of(route: APIRoute) -> tuple[str, Allow]:
    """The parameter and the check of an endpoint; TypeError for one that lets anyone in."""
    for name, hint in get_type_hints(route.endpoint, include_extras=True).items():
        for extra in _extras(hint):
            if isinstance(extra, params.Depends) and isinstance(extra.dependency, Allow):
                return name, extra.dependency
    raise TypeError(f"{route.path}: name the roles that may call it, see api.auth.access.allow")


@cache
def operations() -> tuple[Operation, ...]:
    """Every endpoint, ready to be called."""
    return tuple(_operation(route) for route in ENDPOINTS)


def _operation(route: APIRoute) -> Operation:
    context, allowed = allow_of(route)
    hints = get_type_hints(route.endpoint, include_extras=True)
    names = set(inspect.signature(route.endpoint).parameters) - {context, BODY}
    return Operation(
        name=name_of(route),
        method=next(iter(route.methods or ())),
        written=route.path,
        path=route.path_regex,
        endpoint=route.endpoint,
        context=context,
        allow=allowed,
        takes=dict(_taken(name, hints[name]) for name in sorted(names)),
        has_body=BODY in hints,
    )


def _taken(name: str, hint: Any) -> tuple[str, Taken]:  # noqa: ANN401 - an annotation
    aliases = [e.alias for e in _extras(hint) if isinstance(e, params.Param) and e.alias]
    kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    whole = isinstance(kind, type) and issubclass(kind, BaseModel)
    taken = Taken(name, TypeAdapter(hint), many=get_origin(kind) is list, whole=whole)
    return (aliases or [name])[0], taken


def _extras(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - an annotation
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _checked(at: tuple[str, ...], told: Any, accepts: TypeAdapter[Any]) -> Any:  # noqa: ANN401 - as declared
    try:
        return accepts.validate_python(told)
    except ValidationError as error:
        raise Invalid.of(error, at=at) from error
