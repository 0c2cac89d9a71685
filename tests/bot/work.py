"""A lane that was leased, as the API gives it to the bot; each part may be another."""

from __future__ import annotations

from typing import Any

from accessibility.prompt import Kind, Option, Prompt
from api.vocabulary import InboundKind
from bot.service import Claimed

ID = "01890000-0000-7000-8000-000000000001"
AT = "2026-03-02T10:00:00Z"
OFFER = {
    "id": ID,
    "letter": "B1",
    "leaves": ["meal"],
    "urgency": "now",
    "area": "Elm Road",
    "accommodations": [],
    "people": "two",
    "distance_m": 800,
    "remote": False,
}
TASK = {"id": ID, "receipt": "48291573", "leaves": ["meal"]}
REQUEST = {**TASK, "urgency": "now", "status": "open"}
SAFE = Prompt(
    "Are you safe?",
    options=(Option("yes", "Yes", "1"), Option("no", "No", "2")),
    kind=Kind.ONE,
    question_id="7",
)
"""The question that is open in these tests."""

FACTS: dict[str, Any] = {
    "language": "en",
    "consented": False,
    "name_known": False,
    "phone_known": False,
    "volunteer": False,
    "silent_s": 0,
    "requests": [],
    "offers": [],
    "tasks": [],
    "call": None,
}


def leased(kind: InboundKind | None = None, *, opening=None, facts=None, **body: Any) -> Claimed:
    """A lane with a message of this kind, or an opening; `facts` are other than usual."""
    came = {"id": ID, "kind": kind, "body": body, "received_at": AT, "call_id": None}
    session = {"address_id": ID, "version": 3, "state": {}, "asks": True, "asked_at": AT}
    return Claimed.model_validate(
        {
            "lease": "l",
            "channel": "terminal",
            "address_id": ID,
            "inbound": came if kind else None,
            "opening": opening,
            "session": session,
            "facts": {**FACTS, **(facts or {})},
        },
        strict=False,
    )
