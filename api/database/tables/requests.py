"""Requests, their needs, the offers made of them and the tasks that came of it."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Blob, Code, Flag, Id, Json, Moment, Text
from api.vocabulary import (
    Access,
    Arrival,
    Leaf,
    Mode,
    OfferStatus,
    Part,
    RequestStatus,
    TaskStatus,
    Urgency,
)

requests = sa.Table(
    "requests",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("receipt", Text, nullable=False, unique=True),
    sa.Column("resident_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("asked_by", Id, sa.ForeignKey("people.id")),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id")),
    sa.Column("status", Code(RequestStatus), nullable=False),
    sa.Column("urgency", Code(Urgency), nullable=False),
    sa.Column("language", Text, nullable=False),
    sa.Column("accommodations", Json, nullable=False),
    sa.Column("place", Blob, nullable=False),
    sa.Column("area", Text, nullable=False),
    sa.Column("located", Flag, nullable=False),
    sa.Column("details", Blob, nullable=False),
    sa.Column("people", Text, nullable=False, server_default=""),
    sa.Column("asks", Json, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("queued_at", Moment, nullable=False),
    sa.Column("next_at", Moment),
    sa.Column("wave", Big, nullable=False, server_default="0"),
    sa.Column("told_looking_at", Moment),
    sa.Column("arrival", Code(Arrival)),
    sa.Column("arrival_asked_at", Moment),
    sa.Column("remark", Blob),
    sa.Column("closed_at", Moment),
    sa.Column("closed_by", Id),
    sa.Column("closed_reason", Text, nullable=False, server_default=""),
    sa.Column("access", Code(Access), nullable=False, server_default=Access.DOOR.value),
    sa.Column("heed_at", Moment),
    sa.Index("ix_requests_next_at", "next_at"),
    sa.Index("ix_requests_heed_at", "heed_at"),
    sa.Index("ix_requests_status_queued_at", "status", "queued_at"),
    sqlite_strict=True,
)
"""`place` and `details` are sealed JSON; `area` is the name of a cell of about 500 m.

`asks`: reach, leave_message and for_whom as answered. `queued_at` is kept when a task is handed
back; `next_at` is when the dispatch worker looks again, none when nothing is due.
`access`: how near help may come by the restrictions heeded last; `heed_at`: when to look at them.
"""

request_needs = sa.Table(
    "request_needs",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), nullable=False, index=True),
    sa.Column("leaf", Code(Leaf), nullable=False),
    sa.Column("part", Code(Part), nullable=False, server_default=Part.WHOLE.value),
    sa.Column("status", Code(RequestStatus), nullable=False),
    sa.UniqueConstraint("request_id", "leaf", "part"),
    sqlite_strict=True,
)
"""A leaf is one whole need, or two by a relay: one that is brought and one that is carried."""

matches = sa.Table(
    "matches",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), nullable=False, index=True),
    sa.Column("wave", Big, nullable=False),
    sa.Column("chosen", Json, nullable=False),
    sa.Column("rejected", Json, nullable=False),
    sa.Column("asked", Json, nullable=False, server_default="{}"),
    sa.Column("lacking", Json, nullable=False, server_default="{}"),
    sa.Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)
"""Why these groups: for each chosen one its name, rank and reasons, for the rest counts a reason.

`asked`: what was looked for, as it was then: leaves, accommodations, language, kinds of
restrictions, shares, unmet, opens_at. `lacking`: how many groups lacked which accommodation.
"""

offers = sa.Table(
    "offers",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), nullable=False, index=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), nullable=False, index=True),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), index=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), index=True),
    sa.Column("mode", Code(Mode), nullable=False),
    sa.Column("part", Code(Part), nullable=False),
    sa.Column("letter", Text, nullable=False, server_default=""),
    sa.Column("wave", Big, nullable=False),
    sa.Column("distance_m", Big),
    sa.Column("access", Code(Access), nullable=False, server_default=Access.DOOR.value),
    sa.Column("status", Code(OfferStatus), nullable=False),
    sa.Column("accepted_by", Id, sa.ForeignKey("people.id")),
    sa.Column("sent_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("answered_at", Moment),
    sa.Column("interpreter", Text, nullable=False, server_default=""),
    sa.Index("ix_offers_status_expires_at", "status", "expires_at"),
    sqlite_strict=True,
)
"""An offer to a volunteer has `person_id`, one to a group chat `address_id` and no person.

`access`: how near who takes it may come, as they were told last.
`interpreter`: the resident's language where whoever is asked does not share it.
"""

offer_needs = sa.Table(
    "offer_needs",
    metadata,
    sa.Column("offer_id", Id, sa.ForeignKey("offers.id"), primary_key=True),
    sa.Column("request_need_id", Id, sa.ForeignKey("request_needs.id"), primary_key=True),
    sqlite_strict=True,
)

tasks = sa.Table(
    "tasks",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("offer_id", Id, sa.ForeignKey("offers.id"), nullable=False, unique=True),
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), nullable=False, index=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), nullable=False),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("word", Text, nullable=False),
    sa.Column("status", Code(TaskStatus), nullable=False),
    sa.Column("accepted_at", Moment, nullable=False),
    sa.Column("started_at", Moment),
    sa.Column("arrive_at", Moment),
    sa.Column("checked_at", Moment),
    sa.Column("next_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Column("missed_at", Moment),
    sa.Index("ix_tasks_next_at", "next_at"),
    sqlite_strict=True,
)
"""`word` is what the volunteer says at the door; `checked_at`: when we last asked how it goes.

`missed_at`: when the resident said of a finished task that no help came, or not all of it.
"""
