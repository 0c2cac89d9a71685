"""A delivery to one address, whose voice and wire do what a test says."""

from collections import deque

from api.vocabulary import Channel, SendFailure
from bot.app.talking import wording_of
from bot.delivery import Delivery
from bot.service import DeliveriesOut, NoticeOut, SpokenTo
from bot.spoken import Spoken
from bot.voicing import Voicing
from tests.bot.voice import Voice
from tests.deployment import START, settings_for
from tests.wires import SpokenWire

ADDRESS = "70001"


class Post:
    """The outbox of one address: its head until it is sent, as the API keeps it."""

    def __init__(self, notices):
        self.waiting, self.reports = deque(notices), []

    async def deliveries(self, wanted):
        """Take the reports; give the head."""
        for report in wanted.reports:
            self.reports.append(report)
            passes = {SendFailure.THROTTLED, SendFailure.UNREACHABLE}
            if report.failure not in passes:
                self.waiting.popleft()
        return DeliveriesOut(notices=list(self.waiting)[:1], next_at=None)


def notice(number, code, **fields):
    """A notice to somebody who wants to hear it."""
    told = {"manner": SpokenTo(voice=True), "language": "en", "address_id": ids(0), **fields}
    return NoticeOut(
        notice_id=ids(number + 1),
        lease="lease",
        channel=Channel.TELEGRAM,
        address=ADDRESS,
        code=code,
        values={},
        **told,
    )


def ids(number):
    """An id like those of the API."""
    return f"01900000-0000-7000-8000-{number:012d}"


class Sending:
    """A delivery whose voice and wire do what a test says."""

    def __init__(self, folder, notices, voice=None, deadline_s=5.0, **settings):
        self.voice, self.post = voice or Voice(), Post(notices)
        self.wire = SpokenWire(Channel.TELEGRAM)
        spoken = Spoken(lambda: self.voice, deadline_s)
        channels = {Channel.TELEGRAM: self.wire}
        self.voicing = Voicing(spoken, channels)
        wording = wording_of(settings_for("", folder, **settings))
        self.delivery = Delivery(self.post, channels, wording, lambda: START, self.voicing)

    async def run(self):
        """Until everything is sent."""
        while await self.delivery.step():
            pass

    @property
    def texts(self):
        """The ids of what was sent as text, in order."""
        return [one.notice_id for one in self.wire.sent[ADDRESS]]

    @property
    def said(self):
        """The ids of what was said aloud, in order."""
        return [one.notice_id for one in self.wire.said[ADDRESS]]
