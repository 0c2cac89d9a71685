"""Takes notices out of the outbox, words them, sends them, and reports what became of them.

Here, and only here, is decided what a failed send means; the API keeps order, retries and
falls back to another address or a person.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

import locales
from accessibility.profile import face_of
from accessibility.text import as_lines, person_first
from api.vocabulary import Channel as ChannelName
from api.vocabulary import NoticeCode, SendFailure
from bot import crash
from bot.channel import Channel, Linked, Outgoing, SendError
from bot.manner import is_danger_card
from bot.service import DeliveriesIn, DeliveriesOut, NoticeOut, Report, Service, Unreachable
from bot.voicing import Voicing
from bot.wording import Wording

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Sends under way at one time: more gains nothing and strains a small machine."""

REVEALING = frozenset(
    {
        "offer.answer",
        NoticeCode.OFFER.value,
        NoticeCode.GROUP_OFFER.value,
        NoticeCode.OFFER_ACCEPTED.value,
        NoticeCode.TASK_CHANGED.value,
        NoticeCode.CALL_YOURS.value,
    }
)
"""What a wire is asked to protect from being passed on."""

WAIT_S = 30
"""How long one call waits for something to send."""

PAUSE_S = 1.0
"""How long to rest after a failure."""

TO_PRIVATE = "private"
"""What a link carries that only opens somebody's own conversation: it gives no right."""


@dataclass(slots=True)
class Delivery:
    """Sends what is due over the channels of this process."""

    service: Service
    channels: Mapping[ChannelName, Channel]
    wording: Wording
    clock: Callable[[], datetime]
    voicing: Voicing
    _reports: list[Report] = field(default_factory=list)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _reporting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _sends: asyncio.TaskGroup | None = None

    async def run(self) -> None:
        """Send until cancelled; an API that is away is waited for.

        A slow chat holds up nobody else: what is sent is reported while others are under way.
        """
        async with asyncio.TaskGroup() as sends:
            self._sends = sends
            try:
                while True:
                    self._begin(await self._next(WAIT_S))
            finally:
                self._sends = None

    def takes(self, channel: ChannelName) -> bool:
        """Whether a leased notice for this channel would be sent at once."""
        return self._sends is not None and channel in self.channels and not self._slots.locked()

    def send(self, notice: NoticeOut) -> None:
        """Send a leased notice; one that comes too late is sent under the next lease."""
        self._begin([notice])

    def hurry(self, address_id: str) -> None:
        """Something that cannot wait is to be sent there."""
        self.voicing.hurry(address_id)

    def _begin(self, notices: Iterable[NoticeOut]) -> None:
        for notice in notices:
            if self._sends is not None:
                self._sends.create_task(self._deliver(notice))

    async def _deliver(self, notice: NoticeOut) -> None:
        """Send, report, go on with what follows; unreported, it would hold up its lane.

        One reports for all who sent meanwhile.
        """
        report = await self._send(notice)
        self._reports.append(report)
        async with self._reporting:
            while self._reports:
                self._begin(await self._next())

    async def _next(self, wait_s: int = 0) -> list[NoticeOut]:
        """What is to be sent next: what is waited for, or what follows the reports."""
        while True:
            try:
                return (await self._claim(wait_s)).notices
            except Unreachable:
                await asyncio.sleep(PAUSE_S)
            except Exception as error:  # noqa: BLE001 - what was leased is sent under the next lease
                crash.note(log, "asking what to send", error)
                await asyncio.sleep(PAUSE_S)

    async def step(self) -> bool:
        """Send one batch if there is one; whether anything was sent or reported."""
        reported = bool(self._reports)
        out = await self._claim()
        self._reports += await asyncio.gather(*(self._send(notice) for notice in out.notices))
        return bool(out.notices or reported)

    async def _claim(self, wait_s: int = 0) -> DeliveriesOut:
        """Report what was sent, unless this waits, and lease what is due."""
        reports: list[Report] = []
        if not wait_s:
            reports, self._reports = self._reports, []
        wanted = DeliveriesIn(reports=reports, channels=list(self.channels), wait_s=wait_s)
        try:
            return await self.service.deliveries(wanted)
        except BaseException:
            self._reports = reports + self._reports
            raise

    async def _send(self, notice: NoticeOut) -> Report:
        try:
            sent = await self._sent(notice, self._worded(notice))
        except SendError as error:
            return _failed(notice, error)
        except Exception as error:  # noqa: BLE001 - one that cannot be worded must not stop others
            crash.note(log, f"wording and sending {notice.code}", error)
            return _failed(notice, SendError(SendFailure.REJECTED))
        self.voicing.done(notice.notice_id)
        return sent

    async def _sent(self, notice: NoticeOut, outgoing: Outgoing) -> Report:
        """Its voice first and then its text; whoever is in danger reads the numbers at once."""
        at_once = is_danger_card(notice.code)
        refused = False if at_once else await self._said(notice, outgoing)
        async with self._slots:
            wire_id = await self.channels[notice.channel].send(outgoing)
        if at_once:
            self.voicing.calm(notice.address_id)
            with suppress(SendError):
                refused = await self._said(notice, outgoing)
        return Report(
            notice_id=notice.notice_id,
            lease=notice.lease,
            wire_id=wire_id,
            voice_refused=refused,
        )

    async def _said(self, notice: NoticeOut, outgoing: Outgoing) -> bool:
        practice = self.wording.practice_line(notice.language, self.clock())
        return await self.voicing.say(notice, outgoing, practice)

    def _worded(self, notice: NoticeOut) -> Outgoing:
        values = {**notice.values, **self._link(notice)}
        catalog = locales.catalog(notice.language or self.wording.default_language)
        face = face_of(notice.accommodations, notice.ways)
        usual = self.wording.prompt(notice.code, values, notice.language, self.clock())
        prompt = person_first(usual, face, catalog)
        practice = self.wording.practice_line(notice.language, self.clock())
        return Outgoing(
            address=notice.address,
            notice_id=notice.notice_id,
            language=catalog.language,
            prompt=prompt,
            lines=(*practice, *as_lines(prompt, catalog)),
            reveals=notice.code in REVEALING,
            edits=notice.edits,
            group_buttons=self._group_buttons(notice, catalog),
            face=face,
        )

    def _link(self, notice: NoticeOut) -> dict[str, str]:
        """Where somebody goes who has to write to Linli in private first; only a wire knows."""
        channel = self.channels[notice.channel]
        if notice.code == NoticeCode.OFFER_NEEDS_PRIVATE and isinstance(channel, Linked):
            return {"link": channel.link_to(TO_PRIVATE)}
        return {}

    def _group_buttons(
        self, notice: NoticeOut, catalog: locales.Catalog
    ) -> tuple[tuple[str, str], ...]:
        """An offer in a group chat is accepted by a button that names the offer itself."""
        if notice.code != NoticeCode.GROUP_OFFER:
            return ()
        label = catalog.say("offer-answer-accept")
        return ((label, f"offer:{notice.values['offer_id']}:accept"),)


def _failed(notice: NoticeOut, error: SendError) -> Report:
    return Report(
        notice_id=notice.notice_id,
        lease=notice.lease,
        failure=error.kind,
        retry_after_s=error.retry_after_s,
        moved_to=error.moved_to,
    )
