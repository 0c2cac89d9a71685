"""Whoever opens an address that leads nowhere is told so in words, with a way on."""

import httpx
import pytest

import locales
from bot.app import Whole
from bot.settings import load

BROWSER = {"accept": "text/html,application/xhtml+xml;q=0.9"}


@pytest.fixture
async def http(tmp_path, monkeypatch):
    """A browser, or a program, at a practice district that has just begun."""
    monkeypatch.chdir(tmp_path)
    whole = Whole(load({"LINLI_PORT": "0"}, tmp_path, practice=True))
    await whole.open()
    transport = httpx.ASGITransport(whole.web)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client
    await whole.close()


async def test_a_lost_person_gets_a_page_in_their_language_and_a_program_gets_a_code(http):
    """The page leads on and keeps its headers; a program gets what it can read."""
    for path in ("/nowhere", "/chat/nowhere", "/desk/nowhere", "/join"):
        for language in ("en", "zh-Hans"):
            page = await http.get(path, headers={**BROWSER, "accept-language": language})
            words = locales.catalog(language).say("page-told_nowhere").split("\n")[0]
            assert (page.status_code, words in page.text) == (404, True), path
            assert 'href="/chat"' in page.text
            assert page.headers["content-security-policy"].startswith("default-src 'none'")
        assert (await http.get(path)).json()["code"] == "not_found"


async def test_only_what_is_not_there_is_replaced(http):
    """Pages that are there, the API's answers, and what is sent by a form stay as they are."""
    assert "page-told" not in (await http.get("/", headers=BROWSER)).text
    assert (await http.get("/docs", headers=BROWSER)).text.startswith("<!doctype html>")
    assert (await http.get("/healthz", headers=BROWSER)).json() == {"ok": True}
    for answer in (
        await http.get("/v1/nowhere", headers=BROWSER),
        await http.post("/nowhere", headers=BROWSER),
    ):
        assert answer.headers["content-type"] == "application/problem+json"
