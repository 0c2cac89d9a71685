"""The API called inside one process: the same endpoint, role check and schema, and no HTTP.

A body is an instance of its schema already, so it was checked when it was made.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI, params
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter, ValidationError

from api.app.metrics import Metrics, name_of
from api.auth.access import Allow, Environment, who
from api.auth.actor import Actor
from api.errors import Invalid, NotFound, Refusal
from api.wire import Wire

M = TypeVar("M", bound=BaseModel)

CHECK_AGAIN_AFTER = timedelta(seconds=60)
"""A revoked token works so long at most."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One endpoint, ready to be called: its path, its check, and what its parameters take."""

    name: str
    method: str
    path: re.Pattern[str]
    endpoint: Callable[..., Any]
    allow: Allow
    context: str
    takes: dict[str, TypeAdapter[Any]]
    body: str


class Direct:
    """A transport that carries calls with one token."""

    def __init__(self, app: FastAPI, secret: str) -> None:
        self._environment: Environment = app.state.environment
        self._metrics: Metrics = app.state.metrics
        self._secret = secret
        self._operations = [_operation(route) for route in endpoints(app)]
        self._actor: Actor | None = None
        self._checked_at: datetime | None = None

    async def __call__(self, method: str, path: str, body: Wire | None, model: type[M]) -> M:
        """The answer of an operation as `model`; raises a Refusal as HTTP would answer one."""
        parts = urlsplit(path)
        for operation in self._operations:
            found = operation.path.fullmatch(parts.path)
            if operation.method == method and found:
                given = {**_first_of(parts.query), **found.groupdict()}
                answer = await self._counted(operation, given, body)
                return answer if isinstance(answer, model) else model.model_validate(answer)
        raise NotFound

    async def _counted(
        self, operation: Operation, given: dict[str, str], body: Wire | None
    ) -> Any:  # noqa: ANN401 - each endpoint has its own answer
        try:
            answer = await self._call(operation, given, body)
        except Refusal as refusal:
            self._metrics.count(operation.name, refusal.status)
            raise
        self._metrics.count(operation.name, 200)
        return answer

    async def _call(self, operation: Operation, given: dict[str, str], body: Wire | None) -> Any:  # noqa: ANN401 - as above
        context = operation.allow.admit(self._environment, await self._who())
        arguments: dict[str, Any] = {operation.context: context}
        if operation.body:
            arguments[operation.body] = body
        for name, text in given.items():
            if name not in operation.takes:
                raise Invalid([{"field": "query", "accepted": "parameters of this operation"}])
            arguments[name] = _checked(name, text, operation.takes[name])
        return await operation.endpoint(**arguments)

    async def _who(self) -> Actor:
        """Who the token belongs to, looked up again every minute."""
        now = self._environment.clock()
        if (
            self._actor is None
            or self._checked_at is None
            or now >= self._checked_at + CHECK_AGAIN_AFTER
        ):
            self._actor = None
            self._actor = await who(self._environment, self._secret)
            self._checked_at = now
        return self._actor


def endpoints(app: FastAPI) -> list[APIRoute]:
    """The endpoints of an application that need a token."""
    routes = [route for route in app.routes if isinstance(route, APIRoute)]
    return [route for route in routes if route.path.startswith("/v1/")]


def allow_of(route: APIRoute) -> tuple[str, Allow]:
    """The parameter and the check of an endpoint; TypeError for one that lets anyone in."""
    for name, hint in get_type_hints(route.endpoint, include_extras=True).items():
        for extra in get_args(hint)[1:] if get_origin(hint) is Annotated else ():
            if isinstance(extra, params.Depends) and isinstance(extra.dependency, Allow):
                return name, extra.dependency
    raise TypeError(f"{route.path}: name the roles that may call it, see api.auth.access.allow")


def _operation(route: APIRoute) -> Operation:
    context, allowed = allow_of(route)
    hints = get_type_hints(route.endpoint, include_extras=True)
    names = [name for name in inspect.signature(route.endpoint).parameters if name != context]
    return Operation(
        name=name_of(route),
        method=next(iter(route.methods or ())),
        path=route.path_regex,
        endpoint=route.endpoint,
        allow=allowed,
        context=context,
        takes={name: TypeAdapter(hints[name]) for name in names if name != "body"},
        body="body" if "body" in names else "",
    )


def _first_of(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _checked(name: str, text: str, adapter: TypeAdapter[Any]) -> Any:  # noqa: ANN401 - as declared
    try:
        return adapter.validate_python(text)
    except ValidationError as error:
        accepted = "; ".join(found["msg"] for found in error.errors())
        raise Invalid([{"field": name, "accepted": accepted}]) from error
