"""The chat page without an application behind it: what it was told is remembered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fastapi import FastAPI

from accessibility.prompt import Kind, Option, Prompt
from bot.channel import Ports, Said, Shown
from bot.channels.web import Frame, Web

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
YES_NO = (Option("yes", "Yes", "1"), Option("no", "No", "2"))
FRAME = Frame(
    exit_url="https://weather.test/",
    emergency=("120", "110"),
    emergency_sms="12110",
    coordinator_phone="021 5555 0100",
)


def question(text="Are you safe?", options=YES_NO, kind=Kind.ONE, **changes):
    """A question as it is put to somebody."""
    return Prompt(text, options, kind=kind, question_id="7", code="ask.safe_now", **changes)


def shown(*texts, asks=None, by="linli", language="en", waiting=False):
    """A conversation in which these were said, and then a question if any."""
    said = [Said(by, text, NOON + timedelta(seconds=n)) for n, text in enumerate(texts)]
    if asks:
        said.append(Said("linli", asks.text, NOON + timedelta(minutes=5), asks))
    return Shown(language, tuple(said), asks, waiting)


class Standin:
    """Ports that remember, and a page over them; `failing` are the ports that are away."""

    def __init__(self, frame=FRAME):
        self.received = []
        self.failing = set()
        self.links = {}
        self.codes = {}
        self.talk = shown("Hello", asks=question())
        self.talks = {}
        self.asked = []
        self.new = False
        self.voices = {"en", "zh-Hans", "ar"}
        self.recordings = {}
        self.channel = Web(frame)
        self.app = FastAPI()
        self.app.include_router(self.channel.router)

    async def open(self):
        """Ready for visitors."""
        await self.channel.open(
            Ports(
                self.receive,
                self.history,
                self.begun,
                self.who_is,
                self.resume_code,
                self.resume,
                self.moved,
                self.speaks,
                self.aloud,
                self.recorded,
            )
        )

    def _works(self, port):
        if port in self.failing:
            raise OSError(f"{port} of somebody called Mei")

    async def receive(self, message):
        """Remember what was said; the same message once."""
        self._works("receive")
        if message.message_id not in {one.message_id for one in self.received}:
            self.received.append(message)
        return "id"

    async def history(self, address):
        """The same conversation for everybody, unless somebody has one of their own."""
        self._works("history")
        self.asked.append(address)
        return self.talks.get(address, self.talk)

    async def begun(self, address):
        """Everybody spoke before, unless they are new."""
        self._works("history")
        return not self.new or address in {one.address for one in self.received}

    async def who_is(self, link):
        """Whom a link is for."""
        self._works("who_is")
        return self.links.get(link, "")

    async def resume_code(self, address):
        """A code."""
        self._works("resume_code")
        return "482 915 736"

    async def resume(self, address, code):
        """Whether a code is known."""
        self._works("resume")
        return code in self.codes

    async def moved(self, old, new):
        """Nobody moves."""

    async def speaks(self, language):
        """Whether there is a voice for a language."""
        return language in self.voices

    async def aloud(self, shown, prompt):
        """The sound of a prompt; none while the voice is busy."""
        if "aloud" in self.failing:
            return b""
        return f"ID3 {shown.language} {prompt.text}".encode()

    async def recorded(self, address, recording_id):
        """What somebody said aloud, as long as it is kept."""
        return self.recordings.get((address, recording_id), (b"", ""))
