"""Routes of access: sign-in for the desk, tokens for administrators, the audit."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection

from api.access import service
from api.access.schemas import Me, Secret, SignedIn, TokenFor
from api.audit import service as audit
from api.audit.schemas import AuditPage
from api.auth import service as auth
from api.auth.access import Context, allow
from api.errors import NotFound
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(tags=["access"])
Anyone = Annotated[Context, Depends(allow(*Role, by_card=True))]
Bot = Annotated[Context, Depends(allow(Role.BOT))]
Admin = Annotated[Context, Depends(allow(Role.ADMIN))]
Auditor = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/v1/me")
async def me(context: Anyone) -> Me:
    """Who acts with this token."""
    return await context.read(lambda conn: service.me(conn, context.actor))


@router.post("/v1/sign-in")
async def sign_in(body: Secret, context: Bot) -> SignedIn:
    """A lasting token for the secret of a one-use sign-in link, once."""

    def unit(conn: Connection) -> SignedIn:
        lifetime = context.settings.sign_in_lifetime
        secret = auth.exchange(conn, body.secret, now=context.now, lifetime=lifetime)
        actor = auth.actor_of(conn, secret, now=context.now)
        audit.record(conn, actor, "sign_in", "tokens", actor.id, now=context.now)
        return SignedIn(secret=secret, role=actor.role, id=actor.id, person_id=actor.person_id)

    return await context.write(unit)


@router.post("/v1/sign-out", status_code=204)
async def sign_out(context: Anyone) -> None:
    """End the token of this call at once."""

    def unit(conn: Connection) -> None:
        auth.revoke(conn, context.actor.id, now=context.now)
        audit.record(conn, context.actor, "sign_out", "tokens", context.actor.id, now=context.now)

    await context.write(unit)


@router.post("/v1/tokens")
async def give(body: TokenFor, context: Admin) -> Secret:
    """A new token, or with `one_use` a sign-in link; the secret is shown this once."""

    def unit(conn: Connection) -> Secret:
        return Secret(secret=service.give(conn, body, context.actor, now=context.now))

    return await context.write(unit)


@router.post("/v1/tokens/{token_id}/revoke", status_code=204)
async def revoke(token_id: Id, context: Admin) -> None:
    """End a token at once."""

    def unit(conn: Connection) -> None:
        if not auth.revoke(conn, token_id, now=context.now):
            raise NotFound
        audit.record(conn, context.actor, "revoke", "tokens", token_id, now=context.now)

    await context.write(unit)


@router.get("/v1/audit")
async def trail(
    context: Auditor, subject_id: Id | None = None, before: Id | None = None, limit: Limit = 100
) -> AuditPage:
    """Who did or saw what, newest first; of one row only when `subject_id` names it."""

    def unit(conn: Connection) -> AuditPage:
        items = audit.entries(conn, subject_id=subject_id, before=before, limit=limit)
        more = items[-1].id if len(items) == limit else None
        return AuditPage(items=items, next=more)

    return await context.read(unit)
