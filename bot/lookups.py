"""What the shell fetches for the engine: languages, places, the person's own requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import locales
from accessibility.prompt import Located, Option
from bot.dialogue.choices import PLACES, as_option
from bot.dialogue.state import Lookup
from bot.service import Claimed, Service
from bot.values import in_words
from bot.wording import Wording


def offered_in(codes: tuple[str, ...]) -> tuple[Option, ...]:
    """These languages in their order, each by its own name; all there are when none is named."""
    known = {language.code: language for language in locales.languages()}
    return tuple(Option(code, known[code].native_name) for code in codes or known if code in known)


@dataclass(frozen=True, slots=True)
class Lookups:
    """Answers the engine's lookups by name; raises KeyError for a name nobody knows."""

    service: Service
    wording: Wording
    clock: Callable[[], datetime]
    languages: tuple[str, ...] = ()

    async def __call__(self, lookup: Lookup, work: Claimed) -> tuple[Option, ...]:
        """The options found, best first."""
        if lookup.name == PLACES:
            return await self._places(lookup.query, work)
        if lookup.name == "languages":
            return self.offered()
        return {"my_requests": self._requests}[lookup.name](work)

    def offered(self) -> tuple[Option, ...]:
        """The languages of this deployment, each by its own name."""
        return offered_in(self.languages)

    def _requests(self, work: Claimed) -> tuple[Option, ...]:
        words = self.wording.words(work.facts.language, self.clock())
        told = [(r.id, in_words(r.model_dump(mode="json"), words)) for r in work.facts.requests]
        return tuple(
            Option(id_, words.catalog.say("request-option", None, **t)) for id_, t in told
        )

    async def _places(self, query: str, work: Claimed) -> tuple[Option, ...]:
        found = await self.service.places(query, work.facts.language or "en")
        return tuple(
            as_option(Located("", place.latitude, place.longitude, place.id), place.name)
            for place in found.places
        )
