"""The wire schemas of offers and tasks."""

from __future__ import annotations

from api.vocabulary import Accommodation, Leaf, Urgency
from api.wire import Id, Wire


class OfferFact(Wire):
    """An open offer to the person; nothing in it says who the resident is."""

    id: Id
    letter: str
    leaves: list[Leaf]
    urgency: Urgency
    area: str
    accommodations: list[Accommodation]
    people: str
    distance_m: int | None
    remote: bool


class TaskFact(Wire):
    """A task the person has under way."""

    id: Id
    receipt: str
    leaves: list[Leaf]
