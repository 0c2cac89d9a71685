"""The least of an API that a conversation needs, in memory: what a turn brings is taken as it is.

For tests of what people are asked and told; whatever happens to a request is tested elsewhere.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime

from api.database import ids
from api.deliveries.schemas import DeliveriesIn, DeliveriesOut, NoticeOut
from api.inbound.schemas import InboundIn
from api.places.schemas import PlacesFound
from api.recordings.schemas import Recorded
from api.sessions.schemas import SessionOut
from api.turns.schemas import (
    Claimed,
    ClaimIn,
    ClaimOut,
    EffectIn,
    Facts,
    Fetch,
    InboundOut,
    TurnIn,
    TurnOut,
)
from api.vocabulary import Channel, Effect
from bot.channel import Inbound


def _id() -> str:
    return ids.new_id(datetime.now(UTC))


@dataclass
class Talk:
    """One address: where its conversation is, what is known, what it is to be told."""

    channel: Channel
    address: str
    id: str = field(default_factory=_id)
    session: SessionOut = field(init=False)
    language: str = ""
    consented: bool = False
    heard: deque[InboundOut] = field(default_factory=deque)
    told: deque[NoticeOut] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.session = SessionOut(
            address_id=self.id, version=0, state={}, asks=False, asked_at=None
        )

    def facts(self) -> Facts:
        """What a conversation with a stranger knows."""
        return Facts(
            language=self.language,
            consented=self.consented,
            name_known=False,
            phone_known=False,
            volunteer=False,
            silent_s=0,
            requests=[],
            offers=[],
            tasks=[],
            call=None,
        )


class Memory:
    """Shaped like `bot.service.Service`, as far as conversation and delivery ask it."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._talks: dict[tuple[Channel, str], Talk] = {}
        self.effects: list[EffectIn] = []
        self._audio: dict[str, bytes] = {}

    def receive(self, channel: Channel, message: Inbound) -> None:
        """Store what came in, if the API would take it."""
        body = InboundIn.model_validate(
            {
                "channel": channel,
                "message_id": message.message_id,
                "address": message.address,
                "kind": message.kind,
                "body": dict(message.body),
            }
        ).body
        talk = self._talks.setdefault((channel, message.address), Talk(channel, message.address))
        came = InboundOut(
            id=_id(), kind=message.kind, body=body, received_at=self._now, call_id=None
        )
        talk.heard.append(came)
        self._audio[came.id] = message.audio

    def state_of(self, channel: Channel, address: str) -> dict[str, object]:
        """What a conversation remembers."""
        return self._talks[channel, address].session.state

    async def claim(self, _wanted: ClaimIn) -> ClaimOut:
        """The oldest message of an address that has one."""
        talk = next((one for one in self._talks.values() if one.heard), None)
        work = talk and Claimed(
            lease="lease",
            channel=talk.channel,
            address_id=talk.id,
            inbound=talk.heard[0],
            opening=None,
            session=talk.session,
            facts=talk.facts(),
        )
        return ClaimOut(work=work, next_at=None)

    async def recording(self, wanted: Fetch) -> Recorded:
        """The audio that came with a message."""
        return Recorded(audio=self._audio[wanted.inbound_id])

    async def turn(self, turn: TurnIn) -> TurnOut:
        """Keep the session, remember the effects, put the prompts into the outbox."""
        talk = next(one for one in self._talks.values() if one.id == turn.address_id)
        talk.heard.popleft()
        version = turn.session_version + 1
        state = {"state": turn.session.state, "asks": turn.session.asks, "version": version}
        talk.session = talk.session.model_copy(update=state)
        for effect in turn.effects:
            self._carry_out(talk, effect)
        talk.told += [_notice(talk, prompt.code, prompt.values) for prompt in turn.prompts]
        return TurnOut(session_version=version, undone=[])

    def _carry_out(self, talk: Talk, effect: EffectIn) -> None:
        self.effects.append(effect)
        if effect.effect is Effect.SET_LANGUAGE:
            talk.language = effect.language
        if effect.effect is Effect.RECORD_CONSENT:
            talk.consented = True

    async def deliveries(self, _wanted: DeliveriesIn) -> DeliveriesOut:
        """One notice an address; whatever became of the last ones."""
        due = [talk for talk in self._talks.values() if talk.told]
        notices = [
            talk.told.popleft().model_copy(update={"language": talk.language}) for talk in due
        ]
        return DeliveriesOut(notices=notices, next_at=None)

    async def places(self, _query: str, _language: str) -> PlacesFound:
        """No place is known, so a place stays in a person's own words."""
        return PlacesFound(places=[])


def _notice(talk: Talk, code: str, values: dict[str, object]) -> NoticeOut:
    return NoticeOut(
        notice_id=_id(),
        lease="lease",
        address_id=talk.id,
        channel=talk.channel,
        address=talk.address,
        language="",
        code=code,
        values=values,
    )
