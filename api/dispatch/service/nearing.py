"""How near whoever is asked may come to a request, by the restrictions of now."""

from __future__ import annotations

from collections.abc import Sequence

from api.dispatch import rules
from api.dispatch.service.telling import Work
from api.dispatch.store import Offer
from api.groups import service as groups
from api.matching import service as matching
from api.matching.rules import Wanted
from api.requests import service as requests
from api.requests.rules import point_of
from api.requests.service import Request
from api.restrictions import service as restrictions
from api.restrictions.rules import Restriction
from api.vocabulary import Access, Mode


def here_of(work: Work, request: Request) -> tuple[Restriction, ...]:
    """What restricts help in person where a request is from."""
    point = point_of(requests.place_of(work.conn, request.id)) if request.located else None
    return restrictions.at(work.conn, point, work.now)


def near(work: Work, offer: Offer, here: Sequence[Restriction]) -> Access:
    """How near whoever has an offer may come now; from afar nobody is restricted."""
    if offer.mode is Mode.REMOTE:
        return Access.DOOR
    group = matching.able_of(groups.get(work.conn, offer.group_id))
    return rules.near(Wanted(frozenset(offer.leaves), restrictions=tuple(here)), group, offer.part)
