"""One visit of a page: nothing is shown or done for whoever has not signed in.

Every page but the sign-in goes through `Guard`: who it is, whether the form is our own, whether
the role may; what the API refuses becomes a page in words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from api.vocabulary import Role
from bot.desk.client import Client
from bot.desk.page import HEADERS, Frame
from bot.desk.session import forget, is_ours, proof, secret_of
from bot.pages import Histories
from bot.service import Me, Problem, Transport, Unreachable

FIELDS = 320
"""The most fields a form of the desk has: 300 texts are marked as read at once."""

STEERING = frozenset({Role.COORDINATOR, Role.ADMIN})
AT_THE_DESK = STEERING | {Role.CALLER}
TAG_LIMIT = 35
"""A language tag is no longer (RFC 5646, section 4.4.1)."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page works with; one of them belongs to an application."""

    histories: Callable[[], Histories]
    transport_for: Callable[[str], Transport]
    region: str

    def frame(self, request: Request, me: Me | None = None, secret: str = "") -> Frame:
        """What the pages of a visit share, in the person's language or their browser's."""
        histories = self.histories()
        asked = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
        language = (me.language if me else "") or asked[:TAG_LIMIT]
        return Frame(
            histories.wording.words(language, histories.clock()),
            practice=histories.wording.practice,
            name=me.name if me else "",
            signed_in=me is not None,
            coordinator=me is not None and me.role in STEERING,
            by_card=me is not None and me.by_card,
            proof=proof(secret) if secret else "",
        )


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who signed in looks at a page or sends a form."""

    desk: Desk
    client: Client
    me: Me
    frame: Frame
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, Sequence[str]]
    range: str = ""
    """The bytes that a player asks for."""

    @property
    def now(self) -> datetime:
        """The moment of the visit."""
        return self.frame.words.now

    @property
    def said(self) -> str:
        """What the form before this page came to, as a code."""
        return self.query.get("said", "")

    @property
    def at(self) -> str:
        """The part of the page that this belongs to, "" for the whole."""
        return self.query.get("at", "")

    def one(self, name: str, limit: int = 4000) -> str:
        """A field of the form, "" when it was not sent."""
        return next(iter(self.form.get(name, ())), "").strip()[:limit]

    def go(self, path: str, said: str = "", at: str = "") -> Response:
        """On to a page, so that loading it again sends nothing again; `at` is a part of it."""
        told = {name: code for name, code in (("said", said), ("at", at)) if code}
        query = f"?{urlencode(told)}" if told else ""
        anchor = f"#{at}" if at else ""
        return RedirectResponse(f"{path}{query}{anchor}", 303, headers=HEADERS)


Handler = Callable[[Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets a signed-in person of a fitting role through to a page.

    `by_card`: also who signed in by the link of a call, whom nothing else is open to.
    """

    desk: Desk
    handler: Handler
    roles: frozenset[Role] = AT_THE_DESK
    by_card: bool = False
    back: str = "/desk"

    async def __call__(self, request: Request) -> Response:
        """The page, or why not; `back` is where a form that came too late leads."""
        try:
            return await self._admit(request)
        except Unreachable:
            return self.desk.frame(request).page("notice", 503, why="away")

    async def _admit(self, request: Request) -> Response:
        secret = secret_of(request)
        client = Client(self.desk.transport_for(secret))
        try:
            me = await client.me() if secret else None
        except Problem:
            me = None
        if me is None:
            return _signed_out(self.desk.frame(request))
        frame = self.desk.frame(request, me, secret)
        if me.by_card and request.url.path == "/desk":
            return RedirectResponse("/desk/calls", 303, headers=HEADERS)
        if me.role not in self.roles or (me.by_card and not self.by_card):
            return frame.page("notice", 403, why="not_allowed")
        form = await _form(request)
        if request.method == "POST" and not is_ours(secret, "".join(form.get("proof", ())[:1])):
            return frame.page("notice", 403, why="not_ours")
        path = {name: str(value) for name, value in request.path_params.items()}
        query, wanted = dict(request.query_params), request.headers.get("range", "")
        visit = Visit(self.desk, client, me, frame, path, query, form, wanted)
        return await self._answered(visit)

    async def _answered(self, visit: Visit) -> Response:
        try:
            return await self.handler(visit)
        except Problem as problem:
            if problem.status in {404, 403}:
                why = "not_found" if problem.status == 404 else "not_allowed"  # noqa: PLR2004 - HTTP
                return visit.frame.page("notice", problem.status, why=why)
            if visit.form and problem.status in {409, 422}:
                said = "changed_meanwhile" if problem.status == 409 else "check_entry"  # noqa: PLR2004 - HTTP
                return visit.go(self.back.format_map(visit.path), said)
            raise


async def _form(request: Request) -> dict[str, list[str]]:
    if request.method != "POST":
        return {}
    sent = await request.form(max_files=0, max_fields=FIELDS)
    return {name: [str(value) for value in sent.getlist(name)] for name in sent}


def _signed_out(frame: Frame) -> Response:
    response = frame.page("notice", 401, why="sign_in_by_link")
    forget(response)
    return response
