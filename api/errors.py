"""Refusals: what the API will not do, with a stable code; told to clients as in RFC 9457.

A refusal is decided anywhere and rendered in one place. It never repeats what was sent.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.vocabulary import Effect
from api.wire import Wire

log = logging.getLogger(__name__)

PROBLEM = "application/problem+json"
HERE = Path(__file__).parent
WITH_INPUT = {
    "union_tag_invalid": "one of {expected_tags}",
    "union_tag_not_found": "an object that names its kind",
    "json_invalid": "valid JSON",
    "extra_forbidden": "nothing: this field is not known",
}
"""Kinds of pydantic's errors whose own message repeats the input, and what we say instead."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something the API will not do; subclasses name its code, status and sentence."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409
    detail: ClassVar[str] = "This cannot be done."

    def __init__(self, errors: Iterable[Mapping[str, str]] = ()) -> None:
        super().__init__(self.code)
        self.errors = [dict(error) for error in errors]


class Invalid(Refusal):
    """What was sent does not fit its schema; `errors` name each field and what it takes."""

    code = "invalid"
    status = 422
    detail = "Some fields cannot be used. `errors` names each one and what it takes."

    @classmethod
    def of(
        cls, error: ValidationError | RequestValidationError, at: tuple[str, ...] = ()
    ) -> Invalid:
        """The refusal for what pydantic found; `at` says where the value as a whole was."""
        return cls(
            {"field": field_of(_place(at, found)), "accepted": accepted_by(found)}
            for found in error.errors()
        )


class NotFound(Refusal):
    """There is no such thing, or it is not for this token to see."""

    code = "not_found"
    status = 404
    detail = "There is nothing here by that name."


class MethodNotAllowed(Refusal):
    """The path is there, and takes other methods."""

    code = "method_not_allowed"
    status = 405
    detail = "This path takes other methods; the header `Allow` names them."


class BadRequest(Refusal):
    """What came is no request that can be read."""

    code = "bad_request"
    status = 400
    detail = "The request cannot be read."


class Crashed(Refusal):
    """A fault of ours; the log has it once."""

    code = "crashed"
    status = 500
    detail = "Something went wrong here. It was noted; try again in a moment."


def field_of(path: Sequence[str | int]) -> str:
    """Where a fault is, by our own field names: a name the client made up stays out."""
    ours = our_names() if path[:1] == ("body",) else None
    return ".".join(
        str(part) if isinstance(part, int) or ours is None or part in ours else "?"
        for part in path
    )


def our_names() -> frozenset[str]:
    """Every name that a body of ours has: fields, and what an effect is called."""
    kinds, found = [Wire], {"body", *Effect}
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        found |= kind.model_fields.keys()
    return frozenset(found)


def _place(at: tuple[str, ...], found: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Where a fault is; what nobody asked for has no name but the client's."""
    path: tuple[str | int, ...] = (*at, *found["loc"])
    return (*path[:-1], "?") if found["type"] == "extra_forbidden" else path


def accepted_by(found: Mapping[str, Any]) -> str:
    """What the field takes, in a sentence that repeats nothing of what was sent."""
    if found["type"] in WITH_INPUT:
        return WITH_INPUT[found["type"]].format(**found.get("ctx", {}))
    return str(found["msg"])


def problem_of(refusal: Refusal) -> dict[str, Any]:
    """The problem details of RFC 9457, with our stable code."""
    told: dict[str, Any] = {
        "type": f"urn:linli:problem:{refusal.code}",
        "title": refusal.code.replace("_", " ").capitalize(),
        "status": refusal.status,
        "detail": refusal.detail,
        "code": refusal.code,
    }
    return told | ({"errors": refusal.errors} if refusal.errors else {})


def answer_of(refusal: Refusal, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The refusal as an HTTP answer."""
    body = problem_of(refusal)
    return JSONResponse(body, refusal.status, headers=headers, media_type=PROBLEM)


def answer_refusals(app: FastAPI) -> None:
    """Makes every error of an application a problem with a code."""

    async def refused(_request: Request, error: Exception) -> JSONResponse:
        if isinstance(error, Refusal):
            return answer_of(error)
        if isinstance(error, RequestValidationError):
            return answer_of(Invalid.of(error))
        return answer_of(Crashed())

    async def by_http(_request: Request, error: Exception) -> JSONResponse:
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = error.headers if isinstance(error, HTTPException) else None
        return answer_of(_http_refusal(status), headers)

    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(RequestValidationError, refused)
    app.add_exception_handler(HTTPException, by_http)
    app.add_middleware(CrashBarrier)


def _http_refusal(status: int) -> Refusal:
    """What the web framework refuses by itself: unknown paths and methods, unreadable bodies."""
    known = {kind.status: kind for kind in (NotFound, MethodNotAllowed)}
    return known.get(status, BadRequest)()


class CrashBarrier:
    """Answers a crash and logs it once: its kind and place, never its message or its values."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on; a crash after the answer began ends the connection."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except Exception as error:  # noqa: BLE001 - the one place where a crash is answered
            log_crash(error)
            if not begun and scope["type"] == "http":
                await answer_of(Crashed())(scope, receive, send)


def log_crash(error: BaseException) -> None:
    """One line: the kind of error and where in our code; its message may hold personal data."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if HERE in Path(frame.filename).parents] or frames
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(ours[-4:])]
    log.error("%s at %s", type(error).__name__, " < ".join(places))
