"""A geocoder on the network, asked politely and for two seconds at most.

Politeness (Nominatim usage policy, operations.osmfoundation.org/policies/nominatim): one request a
second by all users together, a User-Agent that says who asks, answers kept, nothing completed
while somebody types. Only the words of an address go out.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from sqlalchemy import Connection

from api.auth.access import Context
from api.places.geocoder.breaker import breaker_of
from api.places.geocoder.wire import NoAnswer, fetch
from api.places.index import Spot
from api.places.rules.answers import Named, NoAnswerError, named, words_to_ask
from api.places.schemas import PlaceFound, PlaceSearch
from api.places.service import asked
from api.places.service.asked import Known, Turn, Wait
from api.settings import Geocoding

PATIENCE_S = 2.0
"""A resident waits no longer for a geocoder, whatever it does."""
LONGEST_QUEUE = timedelta(seconds=1)
"""Who would have to wait longer for a turn is not asked for."""
LOOK_AGAIN_S = 0.05
UNRANKED = 0.0
"""A geocoder's own order is all that is known of how near its places are to the words."""

log = logging.getLogger(__name__)


class Network:
    """The geocoder of the settings; what it said is kept, sealed."""

    def __init__(self, context: Context, setting: Geocoding) -> None:
        self._context = context
        self._setting = setting
        self._breaker = breaker_of(setting.url)

    async def find(self, wanted: PlaceSearch) -> list[PlaceFound]:
        """The places it names inside the area; none if it does not answer in time."""
        words = words_to_ask(wanted.query)
        if not words:
            return []
        try:
            async with asyncio.timeout(PATIENCE_S):
                spots = await self._known_or_asked(words, wanted.language)
        except TimeoutError:
            return []
        return [_found(spot) for spot in spots[: wanted.limit]]

    async def _known_or_asked(self, words: str, language: str) -> Known:
        """What was said before; else the answer of now. Outside of every transaction."""
        key = f"{self._setting.url}\x00{language}\x00{words}"
        while True:
            step = await self._step(key)
            if isinstance(step, Turn):
                return await self._ask(step, words, language)
            if not isinstance(step, Wait):
                return step
            if not step.under_way:
                return ()
            await asyncio.sleep(LOOK_AGAIN_S)

    async def _step(self, key: str) -> Known | Wait | Turn:
        now = self._context.environment.clock()
        known = await self._context.read(lambda conn: asked.recall(conn, key, now))
        if known is not None:
            return known
        if self._breaker.rests(now):
            return Wait(under_way=False)
        return await self._context.write(
            lambda conn: asked.reserve(conn, key, now=now, patience=LONGEST_QUEUE)
        )

    async def _ask(self, turn: Turn, words: str, language: str) -> Known:
        clock = self._context.environment.clock
        answer: tuple[Named, ...] | None = None
        try:
            await asyncio.sleep(max(0.0, (turn.at - clock()).total_seconds()))
            text = await fetch(self._setting, words, language)
            answer = named(self._setting.kind, text, self._setting.datum, self._setting.area)
        except (NoAnswer, NoAnswerError) as error:
            # Neither the words nor the address, which has them.
            log.warning("The geocoder gave no answer: %s", error)
        finally:
            known = await asyncio.shield(self._settle(turn, answer))
        return known

    async def _settle(self, turn: Turn, answer: tuple[Named, ...] | None) -> Known:
        """Keep an answer, also an empty one; who was given up may be asked again by the next."""
        now = self._context.environment.clock()
        if answer is None:
            self._breaker.failed(now)
        else:
            self._breaker.answered()

        def unit(conn: Connection) -> Known:
            if answer is not None:
                return asked.keep(conn, turn, answer, now=now)
            asked.give_up(conn, turn, now=now)
            return ()

        return await self._context.write(unit)


def _found(spot: Spot) -> PlaceFound:
    return PlaceFound(
        id=spot.id,
        name=spot.name,
        latitude=spot.latitude,
        longitude=spot.longitude,
        score=UNRANKED,
    )
