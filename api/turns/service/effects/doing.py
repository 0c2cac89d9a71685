"""For whom the effects of a turn are carried out, and what they are told when it is too late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.inbound.schemas import Body
from api.inbound.service import Heard
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.settings import Settings
from api.vocabulary import NoticeCode


@dataclass(frozen=True, slots=True)
class Doing:
    """For whom effects are carried out: the person, where they are, and what they said."""

    conn: Connection
    actor: Actor
    person_id: str
    address_id: str
    heard: Heard | None
    quiet: bool
    settings: Settings
    now: datetime

    @property
    def here(self) -> dict[str, Any]:
        """What almost every service asks for: where to answer, and when it is."""
        return {"address_id": self.address_id, "now": self.now}

    @property
    def there(self) -> dict[str, Any]:
        """The same, for services that also go by the settings."""
        return {**self.here, "settings": self.settings}


def words_of(doing: Doing) -> str:
    """What was said; keys that were pressed are no words."""
    said = doing.heard.body if doing.heard else Body()
    text = " ".join(filter(None, (said.text, said.heard)))
    return text if any(character.isalpha() for character in text) else ""


def too_late(doing: Doing) -> None:
    """What was wanted cannot be done any more."""
    notices.tell(doing.conn, doing.person_id, NoticeCode.TOO_LATE, Nothing(), **doing.here)
