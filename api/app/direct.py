"""The API called inside one process: the same endpoint, role check and schema, and no HTTP.

A body is an instance of its schema already, so it was checked when it was made.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar
from urllib.parse import parse_qs

from fastapi import FastAPI
from pydantic import BaseModel

from api.app.metrics import Metrics
from api.app.operation import BODY, Operation, operations
from api.auth.access import Environment, who
from api.auth.actor import Actor
from api.errors import NotFound, Refusal
from api.wire import Wire

M = TypeVar("M", bound=BaseModel)

CHECK_AGAIN_AFTER = timedelta(seconds=60)
"""A revoked token works so long at most."""


@cache
def _plain() -> dict[tuple[str, str], Operation]:
    """The operations whose path names nothing: those of every turn, found at once."""
    return {(one.method, one.written): one for one in operations() if "{" not in one.written}


def _named(method: str, path: str) -> tuple[Operation, dict[str, str]]:
    """The operation of a path and what the path names; raises NotFound."""
    if operation := _plain().get((method, path)):
        return operation, {}
    for one in operations():
        found = one.path.fullmatch(path)
        if found and one.method == method:
            return one, found.groupdict()
    raise NotFound


class Direct:
    """A transport that carries calls with one token."""

    def __init__(self, app: FastAPI, secret: str) -> None:
        self._environment: Environment = app.state.environment
        self._metrics: Metrics = app.state.metrics
        self._secret = secret
        self._actor: Actor | None = None
        self._checked_at: datetime | None = None

    async def __call__(self, method: str, path: str, body: Wire | None, model: type[M]) -> M:
        """The answer of an operation as `model`; raises a Refusal as HTTP would answer one.

        An operation without an answer gives the defaults of `model`.
        """
        at, _, asked = path.partition("?")
        operation, names = _named(method, at)
        query = parse_qs(asked, keep_blank_values=True)
        answer = await self._counted(operation, names, query, body)
        return answer if isinstance(answer, model) else model.model_validate(answer or {})

    async def _counted(
        self,
        operation: Operation,
        path: dict[str, str],
        query: dict[str, list[str]],
        body: Wire | None,
    ) -> Any:  # noqa: ANN401 - each endpoint has its own answer
        status = 500
        try:
            context = operation.allow.admit(self._environment, await self._who())
            arguments = {operation.context: context, **operation.arguments(path, query)}
            if operation.has_body:
                arguments[BODY] = body
            answer = await operation.endpoint(**arguments)
            status = 200
        except Refusal as refusal:
            status = refusal.status
            raise
        finally:
            self._metrics.count(operation.name, status)
        return answer

    async def _who(self) -> Actor:
        """Who the token belongs to, looked up again every minute."""
        now = self._environment.clock()
        late = self._checked_at is None or now >= self._checked_at + CHECK_AGAIN_AFTER
        if self._actor is None or late:
            self._actor = None
            self._actor = await who(self._environment, self._secret)
            self._checked_at = now
        return self._actor
