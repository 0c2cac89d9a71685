"""A volunteer answers an offer by its letter, whatever is asked of them at that moment.

Only who has an offer of this letter can mean one. Where words are free, "B1" may be a door as
well: there nothing is accepted and nothing is written down, the offer itself is put to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accessibility.prompt import Kind, Prompt, Reading, ReadingKind
from accessibility.understand import lettered
from api.vocabulary import InboundKind
from bot.forms.offer import OFFER
from bot.service import Claimed

FREE = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE})
"""Kinds of questions at which "B1" may be the answer itself."""

ANSWERS = dict(zip("12345", OFFER.questions[0].options, strict=False))
"""What an offer is answered with, by its key."""


def by_letter(work: Claimed, open_prompt: Prompt | None) -> Reading | None:
    """The answer to an offer that came in; None for anything else."""
    came = work.inbound
    if came is None or came.kind is not InboundKind.TEXT or not work.facts.volunteer:
        return None
    said = lettered(came.body.text)
    if said is None:
        return None
    code = ANSWERS.get(said.key)
    offers = [one for one in (*work.facts.offers, *work.facts.late) if one.letter == said.letter]
    free = open_prompt is not None and open_prompt.kind in FREE
    if not offers or code is None:
        return None if free else Reading(ReadingKind.NO_SUCH, text=f"{said.letter}{said.key}")
    return Reading(
        ReadingKind.ASIDE,
        text=OFFER.name,
        codes=() if free else (code,),
        about=tuple(offer_about(offers[0].model_dump(mode="json")).items()),
    )


def offer_about(offer: Mapping[str, Any]) -> dict[str, Any]:
    """What an offer's question may say: codes, and nothing that tells who the resident is."""
    told = {name: value for name, value in offer.items() if name not in {"id", "distance_m"}}
    return {**told, "offer_id": offer["id"], "distance": offer["distance_m"]}
