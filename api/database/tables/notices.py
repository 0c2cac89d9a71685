"""The outbox: every message to a person, in codes and values, until it is sent."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Blob, Flag, Id, Moment, Text

notices = sa.Table(
    "notices",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), nullable=False),
    sa.Column("position", Big, nullable=False),
    sa.Column("code", Text, nullable=False),
    sa.Column("values", Blob, nullable=False),
    sa.Column("dedupe", Text, unique=True),
    sa.Column("opens", Text, nullable=False, server_default=""),
    sa.Column("about", Text, nullable=False, server_default=""),
    sa.Column("patience_s", Big, nullable=False, server_default="0"),
    sa.Column("quiet", Flag, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("attempts", Big, nullable=False, server_default="0"),
    sa.Column("sent_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Column("failure", Text, nullable=False, server_default=""),
    sa.Column("wire_id", Text, nullable=False, server_default=""),
    sa.Index("ix_notices_address_id_ended_at_position", "address_id", "ended_at", "position"),
    sa.Index("ix_notices_about", "about"),
    sqlite_strict=True,
)
"""`code` is a question ("ask.need"), a statement or a notice code; `values` are sealed JSON.

`opens` names the form that an asking notice opens; such a notice waits in the address's inbound
lane for at most `patience_s` seconds while another question is open. `about` is the id of the
offer, task or request it speaks of, so that what became untrue is withdrawn unsent. `quiet`:
shown on a page only (a call's page), never sent. `ended_at`: sent, failed for good or withdrawn;
`wire_id`: the channel's own id of the sent message, for a later edit.
"""
