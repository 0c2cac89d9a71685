"""An operator's deed: in the database itself, or through the server that has it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import httpx
from pydantic import BaseModel
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.database.engine import DatabaseInUse, Store, open_store
from api.database.keys import load_keys
from api.database.migrate import upgrade
from api.database.opening import CannotOpen, opening
from api.errors import Refusal
from api.operations.door import Door, door_of
from api.vocabulary import Role
from api.wire import Wire

M = TypeVar("M", bound=BaseModel)

OPERATOR = Actor(Role.ADMIN, "00000000-0000-7000-8000-000000000001")
"""Whoever sits at the machine, when no server is there to ask."""

PATIENCE_S = 60.0


class Failed(RuntimeError):  # noqa: N818 - it says what is the case
    """The deed was not done; the message says why and what to do, `errors` which field."""

    def __init__(self, told: str, errors: Sequence[Mapping[str, str]] = ()) -> None:
        super().__init__(told)
        self.errors = tuple(errors)


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where everything is kept."""

    database: str
    key_file: Path


class Nothing(Wire):
    """What is sent to an operation that only reads."""


@dataclass(frozen=True, slots=True)
class Deed(Generic[M]):
    """One operation of the API, and the same as a unit of work."""

    method: str
    path: str
    body: Wire
    answer: type[M]
    unit: Callable[[Connection, Actor, datetime], M]


def perform(deed: Deed[M], at: Deployment) -> M:
    """What the deed gives; raises Failed."""
    with performing(at) as do:
        return do(deed)


class Performer(Protocol):
    """Does one deed after the other; raises Failed."""

    def __call__(self, deed: Deed[M]) -> M:
        """What the deed gives."""


@contextmanager
def performing(at: Deployment) -> Iterator[Performer]:
    """Opened once for many deeds, each a unit of work of its own; raises Failed."""
    with asyncio.Runner() as runner:
        try:
            store = runner.run(_opened(at))
        except DatabaseInUse as used:
            door = door_of(at.database)
            if door is None:
                raise Failed(str(used)) from used
            yield partial(_through, door=door)
            return
        except CannotOpen as error:
            raise Failed(str(error)) from error
        try:
            yield partial(_here, store=store, runner=runner)
        finally:
            runner.run(store.close())


async def _opened(at: Deployment) -> Store:
    with opening(at.database):
        at.key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        await asyncio.to_thread(upgrade, at.database)
        store = open_store(at.database, keys=load_keys(at.key_file))
        await store.open()
    return store


def _here(deed: Deed[M], store: Store, runner: asyncio.Runner) -> M:
    now = datetime.now(UTC)
    try:
        return runner.run(store.write(lambda conn: deed.unit(conn, OPERATOR, now)))
    except CannotOpen as error:
        raise Failed(str(error)) from error
    except Refusal as refusal:
        raise Failed(_told(refusal.detail, refusal.errors), refusal.errors) from refusal


def _through(deed: Deed[M], door: Door) -> M:
    headers = {"authorization": f"Bearer {door.secret}", "content-type": "application/json"}
    content = deed.body.model_dump_json()
    try:
        with httpx.Client(base_url=door.url, timeout=PATIENCE_S, trust_env=False) as client:
            answer = client.request(deed.method, deed.path, content=content, headers=headers)
    except httpx.TransportError as error:
        raise Failed(f"The server at {door.url} does not answer. Is it starting?") from error
    if answer.is_success:
        return deed.answer.model_validate_json(answer.content)
    raise _problem(answer)


def _problem(answer: httpx.Response) -> Failed:
    try:
        told = answer.json()
        errors = told.get("errors", [])
        return Failed(_told(str(told["detail"]), errors), errors)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Failed(f"The server answered {answer.status_code}.")


def _told(detail: str, errors: list[dict[str, str]]) -> str:
    return "\n".join((detail, *(f"  {one['field']}: {one['accepted']}" for one in errors)))


def server_url(at: Deployment) -> str:
    """Where the server of this deployment listens, "" when none said so."""
    door = door_of(at.database)
    return door.url if door else ""
