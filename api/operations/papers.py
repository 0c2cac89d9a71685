"""A request for the script of its call, named by its receipt; that it was read is in the audit."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.operations.performing import Deed, Deployment, Failed, Nothing, perform
from api.requests import service
from api.requests.routes import out, read
from api.requests.schemas import RequestPage, RequestPrivate
from api.vocabulary import damm

DIGITS = 8
"""Seven and a check digit."""


def request_of(at: Deployment, receipt: str) -> RequestPrivate:
    """Who and where of the request with this receipt, however it is typed; raises Failed."""
    digits = re.sub(r"[\s-]|^[Rr]", "", receipt)
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits) or damm(digits):
        raise Failed(f"{receipt} is no receipt. It has {DIGITS} digits; one of them is wrong.")
    found = perform(_find(digits), at).items
    if not found:
        raise Failed(f"There is no request with the receipt {digits}.")
    return perform(_read(found[0].id), at)


def _find(receipt: str) -> Deed[RequestPage]:
    def unit(conn: Connection, _actor: Actor, _now: datetime) -> RequestPage:
        page = service.page(conn, service.Listed(receipt=receipt))
        return RequestPage(items=[out(one) for one in page], next=None)

    return Deed("GET", f"/v1/requests?receipt={receipt}", Nothing(), RequestPage, unit)


def _read(request_id: str) -> Deed[RequestPrivate]:
    def unit(conn: Connection, actor: Actor, now: datetime) -> RequestPrivate:
        return read(conn, request_id, actor, now=now)

    return Deed("GET", f"/v1/requests/{request_id}/private", Nothing(), RequestPrivate, unit)
