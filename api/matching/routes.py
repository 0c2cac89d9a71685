"""The route of the dry run: who would be asked and why; it changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends

from api.auth.access import Context, allow
from api.matching import service
from api.matching.rules import Chosen, Matches
from api.matching.rules.record import asked_of, counts, in_order
from api.matching.schemas import MatchesOut, MatchIn, MatchOut
from api.matching.service import Explained
from api.requests.service import UnknownRequest
from api.vocabulary import Leaf, Role

router = APIRouter(prefix="/v1/match", tags=["match"])
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("")
async def dry_run(body: MatchIn, context: Coordinator) -> MatchOut:
    """Which groups are able to take a request, in which order, and what keeps the others."""
    asked = body.request_id or body.request
    if asked is None:
        raise UnknownRequest
    found = await context.read(
        lambda conn: service.explain(conn, asked, now=context.now, k=body.k)
    )
    return _out(found, body.k)


def _out(found: Explained, k: int) -> MatchOut:
    look = found.look

    def shown(chosen: Sequence[Chosen]) -> list[dict[str, object]]:
        best = enumerate(chosen[:k], start=1)
        groups = [(rank, one, found.groups[one.group_id]) for rank, one in best]
        return [service.as_json(*each, look.wanted) for each in groups]

    def matches(leaves: Collection[Leaf], some: Matches) -> MatchesOut:
        return MatchesOut.model_validate(
            {
                "leaves": in_order(leaves),
                "able": len(some.chosen),
                "chosen": shown(some.chosen),
                "rejected": counts(some.rejected),
                "lacking": counts(some.lacking),
            }
        )

    asked = asked_of(look)
    return MatchOut.model_validate(
        {
            "language": asked["language"],
            "accommodations": asked["accommodations"],
            "restrictions": asked["restrictions"],
            "together": matches(look.wanted.leaves, look.matches),
            "whole": matches(look.wanted.leaves, found.whole),
            "shares": [matches(share.leaves, share.matches) for share in found.shares],
            "relays": [
                {
                    "leaves": in_order(one.leaves),
                    "bring": shown(one.bring),
                    "carry": shown(one.carry),
                }
                for one in found.relays
            ],
            "unmet": asked["unmet"],
            "opens_at": look.opens_at,
        }
    )
