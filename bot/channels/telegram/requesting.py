"""How the bot asks Telegram: python-telegram-bot's own way to bring another HTTP client.

The client it comes with takes half of all CPU that a conversation costs; see ADR 0013.
"""

from __future__ import annotations

import json
import ssl
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram._utils.defaultvalue import DefaultValue  # the type of its own defaults
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_S = 5.0
READ_S = 5.0
"""As python-telegram-bot waits by itself."""

Default = BaseRequest.DEFAULT_NONE


class Requests(BaseRequest):
    """A pool of connections; raises TimedOut or NetworkError for what got no answer."""

    def __init__(self, connections: int, read_timeout: float = READ_S) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer, where a method names none."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Make ready; nothing is connected yet."""
        if self._session is None:
            trusted = ssl.create_default_context(cafile=certifi.where())
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ssl=trusted),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = Default,
        write_timeout: ODVInput[float] = Default,  # noqa: ARG002 - part of the reading time
        connect_timeout: ODVInput[float] = Default,
        pool_timeout: ODVInput[float] = Default,  # noqa: ARG002 - a free connection is waited for
    ) -> tuple[int, bytes]:
        """The status and the body of the answer."""
        if self._session is None:
            raise RuntimeError("these connections are not open")
        waits = aiohttp.ClientTimeout(
            sock_connect=_seconds(connect_timeout, CONNECT_S),
            sock_read=_seconds(read_timeout, self._read_timeout),
        )
        data, headers = _body(request_data)
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                headers=headers,
                timeout=waits,
                proxy=_proxy(url),
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:  # it may hold the address, and so the token
            raise NetworkError(type(error).__name__) from None


@cache
def proxy_for(scheme: str, host: str) -> str | None:
    """The proxy that the machine's environment names for a host, as other programs take it."""
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _proxy(url: str) -> str | None:
    parts = urlsplit(url)
    return proxy_for(parts.scheme, parts.hostname or "")


def _seconds(given: ODVInput[float], default: float) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """The parameters as JSON, or beside the files where there are some; and what they are."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return json.dumps(data.parameters).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData(data.json_parameters)
    for name, part in data.multipart_data.items():
        file: tuple[Any, ...] = part
        form.add_field(name, file[1], filename=file[0], content_type=file[2])
    return form, {}
