"""Groups, what they can do, and their volunteers."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Code, Flag, Id, Json, Moment, Real, Text
from api.vocabulary import Datum, InvitedAs, InviteStatus, Leaf, Mode, Role

groups = sa.Table(
    "groups",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("ref", Text, unique=True, index=True),
    sa.Column("name", Text, nullable=False, index=True),
    sa.Column("latitude", Real, nullable=False),
    sa.Column("longitude", Real, nullable=False),
    sa.Column("datum", Code(Datum), nullable=False),
    sa.Column("radius_m", Big, nullable=False),
    sa.Column("area", Json),
    sa.Column("languages", Json, nullable=False),
    sa.Column("able", Json, nullable=False),
    sa.Column("talks_by", Json, nullable=False),
    sa.Column("hours", Json, nullable=False),
    sa.Column("exceptions", Json, nullable=False, server_default="[]"),
    sa.Column("time_zone", Text, nullable=False),
    sa.Column("capacity", Big, nullable=False),
    sa.Column("load", Big, nullable=False, server_default="0"),
    sa.Column("paused_until", Moment),
    sa.Column("leader_id", Id, sa.ForeignKey("people.id")),
    sa.Column("phone_only", Flag, nullable=False),
    sa.Column("asked_at", Moment),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("closed_at", Moment),
    sa.CheckConstraint("load >= 0 AND capacity >= 0", name="load_in_bounds"),
    sqlite_strict=True,
)
"""`able`: accommodations; `talks_by`: voice, text; `hours`: [[weekday 0-6, from, to minutes]].

An empty `hours` means always. `exceptions`: days unlike the week, {on: "2026-12-25", hours:
[[from, to]]}; no hours mean closed. `asked_at`: when an offer last went to the group (fairness).
"""

group_services = sa.Table(
    "group_services",
    metadata,
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), primary_key=True),
    sa.Column("leaf", Code(Leaf), primary_key=True),
    sa.Column("mode", Code(Mode), primary_key=True),
    sqlite_strict=True,
)

volunteers = sa.Table(
    "volunteers",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), nullable=False, index=True),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("services", Json, nullable=False),
    sa.Column("how", Json, nullable=False),
    sa.Column("languages", Json, nullable=False),
    sa.Column("able", Json, nullable=False),
    sa.Column("hours", Json, nullable=False),
    sa.Column("takes_calls", Json, nullable=False, server_default="[]"),
    sa.Column("paused_until", Moment),
    sa.Column("asked_at", Moment),
    sa.Column("joined_at", Moment, nullable=False),
    sa.Column("left_at", Moment),
    sa.UniqueConstraint("group_id", "person_id"),
    sqlite_strict=True,
)
"""`takes_calls`: by_phone, by_text; empty for who takes none."""

invites = sa.Table(
    "invites",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), nullable=False),
    sa.Column("code_index", Text, nullable=False, unique=True),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("created_by", Id),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("uses_left", Big, nullable=False),
    sa.Column("role", Code(Role), nullable=False, server_default=Role.VOLUNTEER.value),
    sqlite_strict=True,
)
"""`role`: a volunteer's, or a caller's: whether who comes by it is asked to take calls."""

phone_invites = sa.Table(
    "phone_invites",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), nullable=False),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("call_id", Id, sa.ForeignKey("calls.id"), nullable=False, index=True),
    sa.Column("invited_as", Code(InvitedAs), nullable=False),
    sa.Column("status", Code(InviteStatus), nullable=False, index=True),
    sa.Column("created_by", Id, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sqlite_strict=True,
)
"""Who is invited by a call. `created_by` is a token; their number and name are the person's."""
