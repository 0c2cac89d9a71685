"""What offers, and the tasks they became, are about."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.requests import offer_needs, offers, request_needs, tasks
from api.vocabulary import Leaf, OfferStatus, TaskStatus

SENT = offers.c.status == OfferStatus.SENT
UNDER_WAY = tasks.c.status == TaskStatus.UNDER_WAY
OF_PERSON: sa.BindParameter[str] = sa.bindparam("of_person")
LEAVES = (
    sa.select(offer_needs.c.offer_id, request_needs.c.leaf)
    .join(request_needs, request_needs.c.id == offer_needs.c.request_need_id)
    .where(offer_needs.c.offer_id.in_(sa.bindparam("offer_ids", expanding=True)))
)


def leaves_of(conn: Connection, offer_ids: list[str]) -> dict[str, list[Leaf]]:
    """The needs of each offer, in the order of the vocabulary."""
    if not offer_ids:
        return {}
    found: dict[str, set[Leaf]] = {}
    for offer_id, leaf in conn.execute(LEAVES, {"offer_ids": offer_ids}):
        found.setdefault(offer_id, set()).add(leaf)
    return {one: [leaf for leaf in Leaf if leaf in mine] for one, mine in found.items()}
