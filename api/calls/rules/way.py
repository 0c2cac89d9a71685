"""How a call is held: by what the person needs, and by what is safe for them.

Law: who needs no phone calls is never called by voice, whatever else is true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from api.addresses.rules import WRITTEN
from api.vocabulary import Accommodation, CallBy, Channel, SafeContact

WITH_INTERPRETER = frozenset({Accommodation.SIGN_LANGUAGE, Accommodation.INTERPRETER})
WITH_RELAY = frozenset({Accommodation.SPEECH, Accommodation.HARD_OF_HEARING})


def choose_by(
    *,
    asked: CallBy | None,
    accommodations: Collection[Accommodation],
    has_voice_number: bool,
    channel: Channel | None,
    safe_contact: Collection[SafeContact],
    preferred: Sequence[CallBy] = (),
) -> CallBy:
    """How a call is held; `channel` is where the person is reached, None when nowhere.

    First as asked, then as they said they like it (`preferred`), then as the accommodations say;
    a phone rings unasked only where that is marked safe or nothing else is left. A way that
    cannot work is passed over, and when none is left a coordinator looks for one: by text, or by
    voice where calls are not refused.
    """
    needs, can_write = frozenset(accommodations), channel in WRITTEN
    may_ring = channel is Channel.PHONE or SafeContact.CALL in safe_contact or not can_write
    said = (*([asked] if asked else []), *preferred)
    possible = can_be(needs, said, has_number=has_voice_number, can_write=can_write)
    wanted = (*([asked] if asked else []), *ranked(needs, preferred, may_ring=may_ring))
    found = next((by for by in wanted if by in possible), None)
    return found or heed(CallBy.TEXT if can_write else CallBy.VOICE, accommodations)


def can_be(
    needs: frozenset[Accommodation],
    said: Collection[CallBy],
    *,
    has_number: bool,
    can_write: bool,
) -> set[CallBy]:
    """The ways that can work; who refuses calls gets a relay operator's only if they `said` so."""
    found = {CallBy.VOICE, CallBy.RELAY} if has_number else set[CallBy]()
    if Accommodation.NO_PHONE_CALLS in needs:
        found &= {CallBy.RELAY} & set(said)
    if can_write:
        found.add(CallBy.TEXT)
    if needs & WITH_INTERPRETER or CallBy.INTERPRETER in said:
        found.add(CallBy.INTERPRETER)
    return found


def heed(by: CallBy, accommodations: Collection[Accommodation]) -> CallBy:
    """A way chosen earlier, as it stands with what is known now: the law of this module."""
    refused = Accommodation.NO_PHONE_CALLS in accommodations
    return CallBy.TEXT if refused and by is CallBy.VOICE else by


def still(by: CallBy, accommodations: Collection[Accommodation]) -> CallBy | None:
    """An earlier way to be kept to, or None where what is known now speaks against it."""
    needs = frozenset(accommodations)
    unread = by is CallBy.TEXT and Accommodation.NO_TEXT in needs
    unheard = by is CallBy.VOICE and bool(needs & (WITH_INTERPRETER | WITH_RELAY))
    return None if unread or unheard else by


def ranked(
    needs: frozenset[Accommodation], preferred: Sequence[CallBy] = (), *, may_ring: bool
) -> Iterator[CallBy]:
    """The ways as they are liked, then as they are needed; nobody reads who said they cannot."""
    unread = Accommodation.NO_TEXT in needs
    yield from (by for by in preferred if not (unread and by is CallBy.TEXT))
    spoken = CallBy.RELAY if needs & WITH_RELAY else CallBy.VOICE
    if needs & WITH_INTERPRETER and Accommodation.NO_PHONE_CALLS not in needs:
        yield CallBy.INTERPRETER
    if may_ring or unread:
        yield spoken
    if unread:
        yield CallBy.INTERPRETER
    yield CallBy.TEXT
    yield CallBy.INTERPRETER
    yield spoken
