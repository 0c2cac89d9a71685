"""The queue of calls, their attempts, and what was written in a call by text."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Blob, Code, Id, Moment, Text
from api.vocabulary import CallBy, CallOutcome, CallReason, CallStatus, CardStatus

calls = sa.Table(
    "calls",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id")),
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), index=True),
    sa.Column("offer_id", Id, sa.ForeignKey("offers.id")),
    sa.Column("reason", Code(CallReason), nullable=False),
    sa.Column("by", Code(CallBy), nullable=False),
    sa.Column("language", Text, nullable=False),
    sa.Column("status", Code(CallStatus), nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("promised_at", Moment),
    sa.Column("claimed_by", Id),
    sa.Column("claimed_until", Moment),
    sa.Column("outcome", Code(CallOutcome)),
    sa.Column("note", Blob),
    sa.Column("delays", Big, nullable=False, server_default="0"),
    sa.Column("warned_for", Moment),
    sa.Column("asked_at", Moment),
    sa.Column("handed_on_at", Moment),
    sa.Column("waits_since", Moment),
    sa.Column("look_at", Moment),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("closed_at", Moment),
    sa.Index("ix_calls_status_due_at", "status", "due_at"),
    sa.Index("ix_calls_look_at", "look_at"),
    sqlite_strict=True,
)
"""`offer_id` for a call to the leader of a group that has only a phone.

`delays`: how often a promise was made anew; `warned_for`: the promise that coordinators were told
may break; `asked_at`: when they were last heard wanting it, if after it was queued;
`handed_on_at`: since when it is the coordinators'. `waits_since`: since when a caller is wanted,
anew whenever it is put back; `look_at`: when one is looked for next, None while somebody has it.
`claimed_until` of a queued call: so long it was held by who lost it and was not told yet.
"""

call_cards = sa.Table(
    "call_cards",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("call_id", Id, sa.ForeignKey("calls.id"), nullable=False, index=True),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), nullable=False),
    sa.Column("status", Code(CardStatus), nullable=False),
    sa.Column("sent_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Index("ix_call_cards_ended_at", "ended_at"),
    sqlite_strict=True,
)
"""Who was asked in their chat whether they take a call; `address_id`: where.

`ended_at`: since when they neither are asked nor have the call by this card.
"""

call_attempts = sa.Table(
    "call_attempts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("call_id", Id, sa.ForeignKey("calls.id"), nullable=False, index=True),
    sa.Column("caller_id", Id, nullable=False),
    sa.Column("outcome", Code(CallOutcome), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("again_at", Moment),
    sqlite_strict=True,
)
"""`again_at`: when they asked to be called again."""
