"""How somebody is spoken to at an address, as it is kept and as the bot is told."""

from __future__ import annotations

from api.vocabulary import MannerCode
from api.wire import Wire


class SpokenTo(Wire):
    """Whether a voice says what is written there too, slowly, loudly; None where nothing is said.

    What they said at an address counts before what is remembered of them.
    """

    voice: bool | None = None
    slower: bool | None = None
    louder: bool | None = None

    @property
    def codes(self) -> list[MannerCode]:
        """What of it is worth reading back: nothing of what is usual."""
        said = {
            MannerCode.ALOUD: self.voice,
            MannerCode.WRITTEN: self.voice is False,
            MannerCode.SLOWLY: self.slower,
            MannerCode.LOUDLY: self.louder,
        }
        return [code for code, true in said.items() if true]
