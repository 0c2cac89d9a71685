"""Every page of the desk, in one table; all but the sign-in go through the guard."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from bot.desk import (
    alerts,
    calls,
    contact,
    invites,
    leader,
    live,
    paper,
    phoned,
    queue,
    recordings,
    requests,
    taking,
)
from bot.desk.entrance import Entrance, leave
from bot.desk.page import STYLE_AT
from bot.desk.visit import AT_THE_DESK, STEERING, Desk, Guard, Handler, Visit
from bot.pages import Histories
from bot.service import Transport

STATIC = Path(__file__).parent / "static"
MEDIA = {
    "desk.css": "text/css",
    "keys.js": "text/javascript",
    "live.js": "text/javascript",
}
CALL = "/desk/calls/{call_id:uuid}"
REQUEST = "/desk/requests/{request_id:uuid}"
ALERT = "/desk/alerts/{alert_id:uuid}"
COVER = "/desk/coverage"
RESTRICTIONS = "/desk/restrictions"


PLAN = "/desk/plan"
INTAKE = "/desk/intake"


def printed(module: str, name: str) -> Handler:
    """A page that few ask for, imported by the first who does: an idle server carries none."""

    async def handler(visit: Visit) -> Response:
        found: Handler = getattr(import_module(f"bot.desk.{module}"), name)
        return await found(visit)

    return handler


CALLERS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/desk", queue.show),
    ("GET", ALERT, alerts.show),
    ("POST", f"{ALERT}/words", alerts.reveal),
    ("POST", f"{ALERT}/close", alerts.close),
    ("GET", "/desk/calls/paper", paper.show_new),
    ("POST", "/desk/calls/paper", paper.begin),
)
BY_CARD: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/desk/sign-out", leave),
    ("GET", "/desk/calls", taking.show),
    ("POST", "/desk/calls/next", taking.take_next),
    ("GET", CALL, calls.show),
    ("GET", f"{CALL}/opening/{{step}}", calls.begin),
    ("POST", f"{CALL}/take", taking.take),
    ("POST", f"{CALL}/give-back", taking.give_back),
    ("GET", f"{CALL}/events", live.events),
    ("GET", f"{CALL}/recordings/{{recording_id:uuid}}", recordings.play),
    ("POST", f"{CALL}/answers", calls.answer),
    ("POST", f"{CALL}/danger", calls.danger),
    ("GET", f"{CALL}/paper", paper.show),
    ("POST", f"{CALL}/paper", paper.type_in),
    ("POST", f"{CALL}/code", paper.go_on),
    ("POST", f"{CALL}/messages", calls.write),
    ("POST", f"{CALL}/tries", calls.tried),
    ("POST", f"{CALL}/contact", contact.keep),
    ("POST", f"{CALL}/close", calls.close),
    ("POST", f"{CALL}/number", calls.number),
    ("POST", f"{CALL}/details", calls.reveal),
    ("POST", f"{CALL}/script", printed("scripts", "of_call")),
    ("GET", "/desk/scripts", printed("scripts", "show")),
    ("GET", "/desk/script", printed("scripts", "blank")),
    ("GET", "/desk/day-sheet", printed("scripts", "day_sheet")),
    ("POST", "/desk/day-sheet", printed("scripts", "reveal_day_sheet")),
    ("POST", f"{CALL}/offer", leader.decide),
    ("POST", f"{CALL}/task", leader.progress),
    ("POST", f"{CALL}/rests", leader.rests),
)
"""What is open to whoever came by the link of a call: their own calls, and blank papers."""
EVERYBODY = (*CALLERS, *BY_CARD)
COORDINATORS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/desk/calls/new", phoned.show),
    ("POST", "/desk/calls/new", phoned.begin),
    ("GET", invites.PAGE, invites.show),
    ("POST", invites.PAGE, invites.send),
    ("GET", COVER, printed("cover", "show")),
    ("POST", f"{COVER}/seen", printed("cover", "see_to")),
    ("POST", f"{COVER}/canaries", printed("cover", "make")),
    ("POST", f"{COVER}/canaries/{{canary_id:uuid}}/end", printed("cover", "end")),
    ("GET", PLAN, printed("plan", "show")),
    ("POST", PLAN, printed("plan", "propose")),
    ("GET", f"{PLAN}/{{plan_id:uuid}}", printed("plan", "look")),
    ("POST", f"{PLAN}/{{plan_id:uuid}}/apply", printed("plan", "apply")),
    ("GET", INTAKE, printed("intake", "show")),
    ("POST", INTAKE, printed("intake", "pause")),
    ("POST", f"{INTAKE}/{{pause_id:uuid}}/end", printed("intake", "end")),
    ("GET", RESTRICTIONS, printed("restrictions", "show")),
    ("POST", RESTRICTIONS, printed("restrictions", "make")),
    ("GET", f"{RESTRICTIONS}/{{restriction_id:uuid}}/end", printed("restrictions", "ask")),
    ("POST", f"{RESTRICTIONS}/{{restriction_id:uuid}}/end", printed("restrictions", "end")),
    ("POST", "/desk/filter", queue.choose),
    ("GET", REQUEST, requests.show),
    ("POST", f"{REQUEST}/details", requests.reveal),
    ("POST", f"{REQUEST}/script", printed("filled", "of_request")),
    ("POST", "/desk/unfinished/{address_id:uuid}/script", printed("filled", "of_unfinished")),
    ("POST", f"{REQUEST}/close", requests.close),
    ("POST", f"{REQUEST}/arrival", requests.confirm),
)


def router(
    *,
    histories: Callable[[], Histories],
    transport_for: Callable[[str], Transport],
    region: str = "",
) -> APIRouter:
    """The router of the desk.

    `histories` reads conversations, with the bot's own service and words; `transport_for` gives
    a connection to the API with somebody's token; `region` is where numbers without a country
    code belong, "" for nowhere.
    """
    desk = Desk(histories, transport_for, region)
    made = APIRouter(include_in_schema=False)
    entrance = Entrance(desk)
    made.add_api_route(STYLE_AT, script_style, methods=["GET"])
    made.add_api_route("/desk/static/{name}", static, methods=["GET"])
    for door in ("/desk/sign-in/{secret}", "/desk/sign-in/{secret}/{call_id:uuid}"):
        made.add_api_route(door, entrance.show, methods=["GET"])
        made.add_api_route(door, entrance.enter, methods=["POST"])
    for pages, roles in ((COORDINATORS, STEERING), (CALLERS, AT_THE_DESK), (BY_CARD, AT_THE_DESK)):
        for method, path, handler in pages:
            by_card = pages is BY_CARD
            guard = Guard(desk, handler, frozenset(roles), by_card, back_of(path))
            made.add_api_route(path, guard, methods=[method])
    return made


def back_of(path: str) -> str:
    """The page a form belongs to, for `str.format_map`: `/desk/calls/{call_id}`."""
    for page in (CALL, REQUEST, ALERT, COVER, RESTRICTIONS, PLAN, INTAKE):
        if path.startswith(page):
            return page.replace(":uuid", "")
    return "/desk"


async def script_style() -> Response:
    """The style of a script."""
    from accessibility.script import style  # noqa: PLC0415 - memory of who prints nothing

    return Response(style(), media_type="text/css")


async def static(name: str) -> Response:
    """The style of the desk, and the scripts of a call's page, which works without them."""
    if name not in MEDIA:
        return Response(status_code=404)
    return FileResponse(STATIC / name, media_type=MEDIA[name])
