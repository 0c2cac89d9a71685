"""Who may call what: every endpoint names its roles, and nothing is open without it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, TypeVar

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.auth.service import TokenRefused, actor_of
from api.database.engine import Store, Topic
from api.errors import Refusal
from api.settings import Settings
from api.vocabulary import Role

T = TypeVar("T")

BREATH_S = 0.005
"""How long to wait at least for what is due but in the hands of another."""
FOREVER_S = 3600.0
"""How long there is nothing to do when nobody says when: each wait is much shorter."""

bearer = HTTPBearer(auto_error=False, description="A token of a role; see `linli token`.")


class RoleRefused(Refusal):
    """The token is good, but its role may not do this."""

    code = "role_refused"
    status = 403
    detail = "A token of this role may not do this."


@dataclass(frozen=True, slots=True)
class Environment:
    """What every endpoint works with; one of them belongs to an application."""

    store: Store
    settings: Settings
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Context:
    """What one call works with: who calls, when, and where things are kept."""

    environment: Environment
    actor: Actor
    now: datetime

    @property
    def store(self) -> Store:
        """The database."""
        return self.environment.store

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.environment.settings

    async def write(self, fn: Callable[[Connection], T]) -> T:
        """The result of a unit of work."""
        return await self.environment.store.write(fn)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """The result of a reading unit of work."""
        return await self.environment.store.read(fn)

    async def until(
        self,
        topic: Topic,
        seconds: float,
        attempt: Callable[[datetime], Callable[[Connection], tuple[T, datetime | None]]],
        found: Callable[[T], bool],
        *,
        shared: str = "",
    ) -> T:
        """Attempt a unit of work until it finds something or so many seconds have passed.

        `attempt(now)` gives the unit; it returns its result and when there may be more. Of those
        who wait for the same (`shared`) nobody looks while nothing came since the last look.
        """
        clock, wake = self.environment.clock, self.store.wake
        time = asyncio.get_running_loop().time
        ends_at, key = time() + seconds, f"{topic} {shared}"
        times, next_at = wake.times(topic), wake.next_look(key)
        look = not (seconds and shared and wake.is_quiet(key, topic, clock()))
        while True:
            if not look:
                due = FOREVER_S if next_at is None else (next_at - clock()).total_seconds()
                await wake.wait_beyond(topic, times, max(BREATH_S, min(due, ends_at - time())))
            times = wake.times(topic)
            result, next_at = await self.write(attempt(clock()))
            if shared:
                wake.nothing_before(key, times, next_at)
            if found(result) or time() >= ends_at:
                return result
            look = False


class Allow:
    """The check of one endpoint; `by_card`: open to who signed in by the link of a call, too."""

    def __init__(self, roles: frozenset[Role], *, by_card: bool = False) -> None:
        self.roles = roles
        self.by_card = by_card

    async def __call__(
        self,
        request: Request,
        credentials: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
    ) -> Context:
        """The context of a request; raises TokenRefused or RoleRefused."""
        environment: Environment = request.app.state.environment
        if credentials is None:
            raise TokenRefused
        actor = await who(environment, credentials.credentials)
        return self.admit(environment, actor)

    def admit(self, environment: Environment, actor: Actor) -> Context:
        """The context of a call by this actor; raises RoleRefused."""
        if actor.role not in self.roles or (actor.by_card and not self.by_card):
            raise RoleRefused
        return Context(environment, actor, environment.clock())


async def who(environment: Environment, secret: str) -> Actor:
    """Who acts with this secret; raises TokenRefused."""
    now = environment.clock()
    return await environment.store.read(lambda conn: actor_of(conn, secret, now=now))


def allow(*roles: Role, by_card: bool = False) -> Allow:
    """Say `context: Annotated[Context, Depends(allow(Role.BOT))]`.

    `by_card` opens it to the links of calls, which open nothing by themselves.
    """
    return Allow(frozenset(roles), by_card=by_card)
