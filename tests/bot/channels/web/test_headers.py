"""What every answer carries, and that the page keeps to it."""

import re

import pytest

LINK = "0a" * 32
PATHS = [
    "/chat", "/join/AB23CD", f"/me/{LINK}", "/me/unknown", "/chat/events", "/chat/static/none",
    "/chat/static/chat.css", "/chat/static/chat.js", "/chat/static/icon.svg",
    "/chat/static/heard.js", "/chat/static/recorder.js", "/chat/aloud/open", "/chat/said/none",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
async def test_no_answer_lets_another_site_in_or_tells_it_anything(alone, new_visitor, path):
    """Whatever it is: a page, a redirection, a file, nothing."""
    alone.failing = {"receive"} if "join" in path else set()
    browser = new_visitor()
    await browser.opens(path)
    for answer in browser.answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"


async def test_nobody_but_the_page_itself_hears_the_microphone_or_is_heard(visitor):
    """No other site's frame, and no sound from elsewhere; no camera, and no place at all."""
    allowed = visitor.last.headers["permissions-policy"]
    assert allowed == "camera=(), geolocation=(), microphone=(self)"
    policy = visitor.last.headers["content-security-policy"].split("; ")
    assert "media-src 'self' blob:" in policy
    assert "connect-src 'self'" in policy


@pytest.mark.parametrize("path", [path for path in PATHS if "static" not in path])
async def test_nothing_that_was_said_stays_in_a_cache(alone, new_visitor, path):
    """Nor does the page come back by the button that goes back, after leaving it quickly."""
    browser = new_visitor()
    await browser.opens(path)
    assert {answer.headers["cache-control"] for answer in browser.answers} == {"no-store"}


async def test_the_page_needs_nothing_that_its_policy_forbids(visitor):
    """No style or script in it, no handler, nothing from elsewhere."""
    html = visitor.screen.html
    assert re.findall(r"<style|\bstyle=|\son\w+=|<script(?! src=\"/)|javascript:", html) == []
    assert re.findall(r'(?:src|action)="(?!/)', html) == []


async def test_a_file_that_is_none_of_ours_is_not_there(visitor):
    """Whatever its name."""
    for name in ("routes.py", "..%2fpage.py", "chat.css%00"):
        await visitor.opens(f"/chat/static/{name}")
        assert visitor.last.status_code == 404
