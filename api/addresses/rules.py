"""Where words may be sent, and how they are put there."""

from __future__ import annotations

from collections.abc import Collection

from api.addresses.schemas import SpokenTo
from api.vocabulary import Channel, SafeContact

WRITTEN = frozenset({Channel.TELEGRAM, Channel.WEB, Channel.SMS, Channel.TERMINAL})
"""Channels that carry text."""

OPENED = frozenset({Channel.WEB, Channel.TERMINAL})
"""Channels where words wait until somebody looks."""


def may_write(
    channel: Channel, *, heard: bool, dead: bool, safe_contact: Collection[SafeContact]
) -> bool:
    """Whether words may be sent to an address.

    What somebody wrote from is safe to answer on, and a page that its owner opens shows nothing
    by itself; any other only when it was marked so.
    """
    safe = heard or channel in OPENED or SafeContact.MESSAGE in safe_contact
    return channel in WRITTEN and safe and not dead


def before(said: SpokenTo, known: SpokenTo) -> SpokenTo:
    """What was said, and what was known where nothing was said."""
    return known.model_copy(update=said.model_dump(exclude_none=True))
