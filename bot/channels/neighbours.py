"""The practice district's volunteers as a channel: made-up people who answer by themselves.

They answer over the real path, as anybody does: a button of the open question, stored like any
other message. Never beside a real wire: whoever composes the process sees to that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from hashlib import sha256

from api.vocabulary import OFFER_ENDS, InboundKind, NoticeCode, SendFailure
from api.vocabulary import Channel as ChannelName
from bot.channel import Channel, Inbound, Outgoing, Ports, SendError
from bot.crash import note

log = logging.getLogger(__name__)

NEIGHBOUR = "neighbour-"
"""How the address of everybody begins who answers by themselves."""

ANSWER_S = (3.0, 8.0)
"""Between so many seconds an offer or a question is answered."""

WORK_S = 12.0
"""So long the help itself takes, from the word of being on the way."""

OFFER, STEP, WHEN = "offer.answer", "task.step", "task.arrive_at"
"""The questions a neighbour answers; on any other nothing is said."""

OVER = frozenset(
    {
        NoticeCode.TASK_DONE,
        NoticeCode.TASK_CANCELLED,
        NoticeCode.TASK_HANDED_BACK,
        NoticeCode.TASK_RELEASED,
    }
)
"""What ends a task, whoever ended it."""

PUT_ASIDE = OFFER_ENDS | {NoticeCode.OFFER_DECLINED}
"""What ends an offer that may have stood between a neighbour and the word that help is done."""


class Neighbours:
    """Everybody at `terminal:neighbour-<n>`; other addresses of the terminal go to `beyond`."""

    name = ChannelName.TERMINAL

    def __init__(
        self,
        *,
        answer_s: tuple[float, float] = ANSWER_S,
        work_s: float = WORK_S,
        beyond: Channel | None = None,
    ) -> None:
        self._answer_s = answer_s
        self._work_s = work_s
        self._beyond = beyond
        self._ports: Ports | None = None
        self._on_the_way: dict[str, bool] = {}  # who has a task, and whether they set out
        self._pending: set[asyncio.Task[None]] = set()

    async def open(self, ports: Ports) -> None:
        """Ready to be asked."""
        self._ports = ports
        if self._beyond is not None:
            await self._beyond.open(ports)

    async def close(self) -> None:
        """Let go of what was about to be said; the questions stay open for another time."""
        for task in self._pending:
            task.cancel()
        await asyncio.gather(*self._pending, return_exceptions=True)
        if self._beyond is not None:
            await self._beyond.close()

    async def rest(self) -> bool:
        """Return once everybody has said what they were about to; whether anybody was."""
        pending = tuple(self._pending)
        await asyncio.gather(*pending, return_exceptions=True)
        return bool(pending)

    async def send(self, outgoing: Outgoing) -> str:
        """Put a question to a neighbour, who answers later; SendError where nobody lives."""
        if not outgoing.address.startswith(NEIGHBOUR):
            if self._beyond is None:
                raise SendError(SendFailure.STOPPED)
            return await self._beyond.send(outgoing)
        self._hear(outgoing)
        return outgoing.notice_id

    def _hear(self, outgoing: Outgoing) -> None:
        address, code = outgoing.address, outgoing.prompt.code
        if code == NoticeCode.OFFER_ACCEPTED:
            self._on_the_way[address] = False
        elif code in OVER:
            self._on_the_way.pop(address, None)
        elif code in PUT_ASIDE and self._on_the_way.get(address):
            self._later(self._report(address, outgoing.notice_id))
        elif code in {OFFER, STEP, WHEN}:
            self._later(self._answer(address, code, outgoing.prompt.question_id))

    def _later(self, saying: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(saying)
        self._pending.add(task)
        task.add_done_callback(self._said)

    def _said(self, task: asyncio.Task[None]) -> None:
        self._pending.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            note(log, "a neighbour's answer", error)

    async def _answer(self, address: str, code: str, question_id: str) -> None:
        soon, late = self._answer_s
        await asyncio.sleep(soon + (late - soon) * chance(address, question_id, "delay"))
        choice = self._choice(address, code, question_id)
        body = {"button": f"{question_id}:{choice}"}
        await self._say(address, question_id, InboundKind.BUTTON, body)
        if code == WHEN:
            self._on_the_way[address] = True
            self._later(self._report(address, question_id))

    def _choice(self, address: str, code: str, question_id: str) -> str:
        if code == OFFER:
            busy = address in self._on_the_way
            return "accept" if not busy and is_willing(address, question_id) else "decline"
        if code == WHEN:
            return "minutes_15"
        return "done" if self._on_the_way.get(address) else "on_my_way"

    async def _report(self, address: str, number: str) -> None:
        """Speak up once the help is done, so that the task is asked about again."""
        await asyncio.sleep(self._work_s)
        if self._on_the_way.get(address):
            await self._say(address, f"{number}:done", InboundKind.TEXT, {"text": "9"})

    async def _say(
        self, address: str, number: str, kind: InboundKind, body: dict[str, str]
    ) -> None:
        if self._ports is None:
            raise RuntimeError("the neighbours are not open")
        await self._ports.receive(Inbound(f"{address}:{number}", address, kind, body))


def is_willing(address: str, question_id: str) -> bool:
    """Whether a neighbour says yes to an offer: about two of three, always the same ones."""
    return chance(address, question_id, "willing") < 2 / 3


def chance(address: str, question_id: str, about: str) -> float:
    """A number from 0 to 1 that looks like chance and is always the same."""
    digest = sha256(f"{address} {question_id} {about}".encode()).digest()
    return int.from_bytes(digest[:4]) / 2**32
