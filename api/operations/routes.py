"""The route of operations that no feature has: forgetting a person."""

from typing import Annotated

from fastapi import APIRouter, Depends

from api.auth.access import Context, allow
from api.operations import erasing
from api.operations.schemas import Erase, Erased
from api.vocabulary import Role

router = APIRouter(tags=["operations"])
Admin = Annotated[Context, Depends(allow(Role.ADMIN))]


@router.post("/v1/erase")
async def erase(body: Erase, context: Admin) -> Erased:
    """Forget a person now; what stays of their requests counts and says nothing of them."""
    return await context.write(
        lambda conn: erasing.forget(
            conn, body, context.actor, settings=context.settings, now=context.now
        )
    )
