"""How calls reach the API: a transport of the typed client in `bot.service`.

In one process it goes straight to the API's endpoints, apart from it over HTTP. Both make the same
role check and the same schemas, and pass the same contract test.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

import httpx
from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)


class NoAnswer(BaseModel):
    """What an operation gives that answers nothing but that it was done."""


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """The API refused; `code` is its stable code, `status` the HTTP status."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


class Unreachable(Exception):  # noqa: N818 - it says what is the case
    """The API cannot be reached now; try again later."""


class Transport(Protocol):
    """Carries one call to the API; raises Problem or Unreachable."""

    async def __call__(self, method: str, path: str, body: BaseModel | None, model: type[M]) -> M:
        """The answer of an operation, as its model."""


class Http:
    """The transport of a bot that runs apart from the API."""

    def __init__(self, url: str, token: str, client: httpx.AsyncClient | None = None) -> None:
        self._url = url
        self._token = token
        self._client = client or httpx.AsyncClient(base_url=url, timeout=70)

    def with_token(self, token: str) -> Http:
        """The same connections, used by whoever has this token."""
        return Http(self._url, token, self._client)

    async def __call__(self, method: str, path: str, body: BaseModel | None, model: type[M]) -> M:
        """The answer; raises Problem for a refusal, Unreachable for no answer."""
        sent = None if body is None else body.model_dump_json()
        headers = {
            "authorization": f"Bearer {self._token}",
            "content-type": "application/json",
        }
        try:
            answer = await self._client.request(method, path, content=sent, headers=headers)
        except httpx.TransportError as error:
            raise Unreachable from error
        if answer.is_success:
            return model.model_validate_json(answer.content or b"{}")
        raise _problem(answer)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _problem(answer: httpx.Response) -> Exception:
    if answer.status_code in {502, 503, 504}:
        return Unreachable()
    try:
        code = str(answer.json()["code"])
    except (ValueError, KeyError, TypeError):
        code = "unknown"
    return Problem(answer.status_code, code)
