"""One request to a geocoder: small, without cookies or redirects, and never in a log."""

from __future__ import annotations

import ssl
from functools import cache

import aiohttp
import certifi

from api.settings import Geocoding

MOST_BYTES = 262_144
"""Five places have some ten thousand."""
OK = 200
WIDER = 0.01
"""Degrees: about what GCJ-02 is off, so that nothing at the edge of the area is missed."""


class NoAnswer(Exception):  # noqa: N818 - it says what is the case
    """Nothing usable came; the message says why and has no word of anybody in it."""


async def fetch(setting: Geocoding, words: str, language: str) -> str:
    """The text of an answer in JSON; raises NoAnswer. The caller says how long it may take.

    aiohttp, and not httpx, which writes whole addresses and so the words into its log.
    """
    headers = {
        "User-Agent": f"Linli/0.1 ({setting.contact})",
        "Accept": "application/json",
        "Accept-Language": language,
        "Accept-Encoding": "identity",
    }
    url, parameters = _question(setting, words)
    connector = aiohttp.TCPConnector(ssl=_trusted(), limit=1)
    try:
        async with (
            aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            ) as session,
            session.get(url, params=parameters, headers=headers, allow_redirects=False) as answer,
        ):
            return await _text(answer)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise NoAnswer(type(error).__name__) from None


def _question(setting: Geocoding, words: str) -> tuple[str, dict[str, str]]:
    west, south, east, north = setting.area
    box = (west - WIDER, south - WIDER, east + WIDER, north + WIDER)
    edges = ",".join(f"{degrees:.5f}" for degrees in box)
    around = west <= east  # neither takes a box that goes round the date line
    if setting.kind == "photon":
        return f"{setting.url}/api", {"q": words, "limit": "10"} | (
            {"bbox": edges} if around else {}
        )
    return f"{setting.url}/search", {"q": words, "format": "jsonv2", "limit": "10"} | (
        {"viewbox": edges, "bounded": "1"} if around else {}
    )


async def _text(answer: aiohttp.ClientResponse) -> str:
    if answer.status != OK:
        raise NoAnswer(f"status {answer.status}")
    if "json" not in answer.content_type or "Content-Encoding" in answer.headers:
        raise NoAnswer("no plain JSON")
    read = bytearray()
    async for some in answer.content.iter_any():
        read += some
        if len(read) > MOST_BYTES:
            raise NoAnswer("too long")
    return read.decode("utf-8")


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())
