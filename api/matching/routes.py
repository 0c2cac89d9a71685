"""The route of the dry run: who would be asked and why; it changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from fastapi import APIRouter, Depends

from api.auth.access import Context, allow
from api.matching import service
from api.matching.rules import Matches
from api.matching.schemas import ChosenOut, MatchesOut, MatchIn, MatchOut
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
    return MatchOut(
        whole=_out(found.leaves, found.whole),
        shares=[_out(share.leaves, share.matches) for share in found.shares],
        unmet=_ordered(found.unmet),
    )


def _out(leaves: Collection[Leaf], matches: Matches) -> MatchesOut:
    return MatchesOut(
        leaves=_ordered(leaves),
        chosen=[
            ChosenOut.model_validate({"rank": rank, **service.as_json(one)})
            for rank, one in enumerate(matches.chosen, start=1)
        ],
        rejected=dict(matches.rejected),
    )


def _ordered(leaves: Collection[Leaf]) -> list[Leaf]:
    return [leaf for leaf in Leaf if leaf in leaves]
