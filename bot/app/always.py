"""What every message of a deployment may use: its emergency numbers, its greeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import locales
from bot.settings import Settings


class Always(Mapping[str, str]):
    """Put together when something is first said: greeting in every language loads them all."""

    def __init__(self, settings: Settings, languages: tuple[str, ...]) -> None:
        self._settings = settings
        self._languages = languages

    @cached_property
    def _values(self) -> Mapping[str, str]:
        emergency = ", ".join(self._settings.listed("emergency_voice"))
        return {
            "emergency": emergency,
            "emergency_sms": self._settings.emergency_sms,
            "relay": self._settings.emergency_relay,
            "coordinator_phone": self._settings.coordinator_phone,
            "languages": locales.greeting(self._languages, emergency=emergency),
        }

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
