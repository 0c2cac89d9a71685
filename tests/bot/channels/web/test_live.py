"""What is said reaches open pages at once, and those that were cut off when they come back."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.channels.web.live import Live, mark_of
from tests.bot.channels.web.standin import question, shown
from tests.browser import serving

PATIENCE_S = 30.0


class Marks:
    """A conversation that goes as far as a test says."""

    def __init__(self):
        self.at = "one"

    async def __call__(self):
        """How far it is."""
        return self.at


@pytest.fixture
def marks():
    """A conversation."""
    return Marks()


async def following(events):
    """The next event."""
    async with asyncio.timeout(PATIENCE_S):
        return await anext(events)


async def test_a_page_that_has_everything_hears_nothing_until_something_is_said(marks):
    """Then it hears how far the conversation is, and nothing of what was said."""
    live = Live()
    events = live.events("mei", "one", marks)
    assert (await following(events)).startswith("retry: ")
    waiting = asyncio.create_task(following(events))
    await asyncio.sleep(0)
    assert not waiting.done()
    marks.at = "two"
    live.tell("mei")
    assert await waiting == "id: two\nevent: said\ndata: new\n\n"
    await events.aclose()


@pytest.mark.parametrize("seen", ["", "zero"])
async def test_what_was_said_while_a_page_was_cut_off_comes_at_once(marks, seen):
    """Whoever comes back is told so without waiting for the next message."""
    events = Live().events("mei", seen, marks)
    await following(events)
    assert (await following(events)).startswith("id: one\n")
    await events.aclose()


async def test_nobody_hears_that_another_was_told_something(marks):
    """And a page that has gone is forgotten."""
    live = Live()
    events = live.events("mei", "one", marks)
    await following(events)
    waiting = asyncio.create_task(following(events))
    await asyncio.sleep(0)
    marks.at = "two"
    live.tell("ann")
    await asyncio.sleep(0)
    assert not waiting.done()
    live.tell("mei")
    await waiting
    await events.aclose()
    assert live._pages == {}  # noqa: SLF001 - nothing may be left


async def test_what_another_process_said_is_found_by_looking(marks, monkeypatch):
    """A silent connection is used so often that no proxy closes it."""
    monkeypatch.setattr("bot.channels.web.live.HEARTBEAT_S", 0.01)
    events = Live().events("mei", "one", marks)
    await following(events)
    assert await following(events) == ": still here\n\n"
    marks.at = "two"
    while (event := await following(events)).startswith(":"):
        pass
    assert event.startswith("id: two\n")
    await events.aclose()


async def test_closing_lets_every_page_go(marks):
    """They come back when the server does."""
    live = Live()
    events = live.events("mei", "one", marks)
    await following(events)
    waiting = asyncio.create_task(anext(events, "the end"))
    await asyncio.sleep(0)
    live.close()
    async with asyncio.timeout(PATIENCE_S):
        while (event := await waiting) != "the end":
            waiting = asyncio.create_task(anext(events, "the end"))
    assert event == "the end"


async def test_an_answer_is_waited_for_only_so_long():
    """Whoever is told nothing goes on without it."""
    live = Live()
    await live.told("mei", 0)
    assert live._pages == {}  # noqa: SLF001 - nothing may be left


def test_a_mark_changes_with_every_line_question_and_language():
    """And tells nothing of them."""
    talks = [
        shown(), shown("Hello"), shown("Hello", "Hello"), shown("Hello", asks=question()),
        shown("Hello", waiting=True), shown("Hello", language="zh-Hans"),
    ]  # fmt: skip
    marks = [mark_of(talk) for talk in talks]
    assert len(set(marks)) == len(marks)
    assert {len(mark) for mark in marks} == {16}


@asynccontextmanager
async def listening(url, cookies, path="/chat/events", **headers):
    """The events a page hears, over the wire."""
    async with (
        httpx.AsyncClient(base_url=url, cookies=dict(cookies), timeout=PATIENCE_S) as client,
        client.stream("GET", path, headers=headers) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        yield answer.aiter_lines()


async def heard(lines):
    """The id of the next event."""
    async with asyncio.timeout(PATIENCE_S):
        async for line in lines:
            if line.startswith("id: "):
                return line.removeprefix("id: ")
    raise AssertionError("the events ended")


async def test_events_go_on_after_the_last_one_that_was_heard(alone, visitor):
    """By the id a browser remembers; the address of the page's first connection has it too."""
    async with serving(alone.app) as url:
        path = visitor.screen.html.split('data-live="')[1].partition('"')[0]
        async with listening(url, visitor.cookies, path) as lines:
            alone.talk = shown("Hello", "A neighbour will help you")
            alone.channel._live.tell(alone.asked[-1])  # noqa: SLF001 - as sending does
            first = await heard(lines)
        alone.talk = shown("Hello", "A neighbour will help you", "They are on their way")
        headers = {"last-event-id": first}
        async with listening(url, visitor.cookies, path, **headers) as lines:
            assert await heard(lines) == mark_of(alone.talk)
        alone.channel.let_go()


async def test_whoever_has_no_conversation_hears_nothing(new_visitor):
    """And their browser does not ask again."""
    browser = new_visitor()
    await browser.opens("/chat/events")
    assert browser.last.status_code == 204
