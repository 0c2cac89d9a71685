"""Every page of the desk, in one table; all but the sign-in go through the guard."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

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
TEXTS = "/desk/texts"
COVER = "/desk/coverage"
RESTRICTIONS = "/desk/restrictions"
PLAN = "/desk/plan"
INTAKE = "/desk/intake"
UNDERSTANDING = "/desk/understanding"
GROUPS = "/desk/groups"
GROUP = f"{GROUPS}/{{group_id:uuid}}"
INVITES = "/desk/invites"


def page(module: str, name: str) -> Handler:
    """A page of the desk, imported by the first who asks for it: an idle server carries none."""

    async def handler(visit: Visit) -> Response:
        found: Handler = getattr(import_module(f"bot.desk.{module}"), name)
        return await found(visit)

    return handler


CALLERS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/desk", page("queue", "show")),
    ("GET", ALERT, page("alerts", "show")),
    ("POST", f"{ALERT}/words", page("alerts", "reveal")),
    ("POST", f"{ALERT}/close", page("alerts", "close")),
    ("POST", f"{ALERT}/acknowledge", page("alerts", "acknowledge")),
    ("POST", f"{ALERT}/note", page("alerts", "note")),
    ("GET", TEXTS, page("texts", "show")),
    ("POST", f"{TEXTS}/words", page("texts", "reveal")),
    ("POST", f"{TEXTS}/read", page("texts", "read")),
    ("POST", f"{TEXTS}/alert", page("texts", "alert")),
    ("GET", "/desk/calls/paper", page("paper", "show_new")),
    ("POST", "/desk/calls/paper", page("paper", "begin")),
)
BY_CARD: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/desk/sign-out", leave),
    ("GET", "/desk/calls", page("taking", "show")),
    ("POST", "/desk/calls/next", page("taking", "take_next")),
    ("GET", CALL, page("calls", "show")),
    ("GET", f"{CALL}/opening/{{step}}", page("calls", "begin")),
    ("POST", f"{CALL}/take", page("taking", "take")),
    ("POST", f"{CALL}/give-back", page("taking", "give_back")),
    ("GET", f"{CALL}/events", page("live", "events")),
    ("GET", f"{CALL}/recordings/{{recording_id:uuid}}", page("recordings", "play")),
    ("POST", f"{CALL}/answers", page("calls", "answer")),
    ("POST", f"{CALL}/danger", page("calls", "danger")),
    ("GET", f"{CALL}/paper", page("paper", "show")),
    ("POST", f"{CALL}/paper", page("paper", "type_in")),
    ("POST", f"{CALL}/code", page("paper", "go_on")),
    ("POST", f"{CALL}/messages", page("calls", "write")),
    ("POST", f"{CALL}/tries", page("calls", "tried")),
    ("POST", f"{CALL}/contact", page("contact", "keep")),
    ("POST", f"{CALL}/close", page("calls", "close")),
    ("POST", f"{CALL}/number", page("calls", "number")),
    ("POST", f"{CALL}/details", page("calls", "reveal")),
    ("POST", f"{CALL}/script", page("scripts", "of_call")),
    ("GET", "/desk/scripts", page("scripts", "show")),
    ("GET", "/desk/script", page("scripts", "blank")),
    ("GET", "/desk/day-sheet", page("scripts", "day_sheet")),
    ("POST", "/desk/day-sheet", page("scripts", "reveal_day_sheet")),
    ("POST", f"{CALL}/offer", page("leader", "decide")),
    ("POST", f"{CALL}/task", page("leader", "progress")),
    ("POST", f"{CALL}/rests", page("leader", "rests")),
)
"""What is open to whoever came by the link of a call: their own calls, and blank papers."""
EVERYBODY = (*CALLERS, *BY_CARD)
COORDINATORS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/desk/calls/new", page("phoned", "show")),
    ("POST", "/desk/calls/new", page("phoned", "begin")),
    ("GET", INVITES, page("invites", "show")),
    ("POST", INVITES, page("invites", "send")),
    ("GET", COVER, page("cover", "show")),
    ("POST", f"{COVER}/seen", page("cover", "see_to")),
    ("POST", f"{COVER}/canaries", page("cover", "make")),
    ("POST", f"{COVER}/canaries/{{canary_id:uuid}}/end", page("cover", "end")),
    ("GET", PLAN, page("plan", "show")),
    ("POST", PLAN, page("plan", "propose")),
    ("GET", f"{PLAN}/{{plan_id:uuid}}", page("plan", "look")),
    ("POST", f"{PLAN}/{{plan_id:uuid}}/apply", page("plan", "apply")),
    ("GET", INTAKE, page("intake", "show")),
    ("POST", INTAKE, page("intake", "pause")),
    ("POST", f"{INTAKE}/{{pause_id:uuid}}/end", page("intake", "end")),
    ("GET", UNDERSTANDING, page("understanding", "show")),
    ("GET", GROUPS, page("groups", "show")),
    ("POST", GROUPS, page("groups", "show")),
    ("GET", GROUP, page("groups", "look")),
    ("POST", f"{GROUP}/days", page("groups", "keep")),
    ("POST", f"{GROUP}/days/end", page("groups", "drop")),
    ("GET", RESTRICTIONS, page("restrictions", "show")),
    ("POST", RESTRICTIONS, page("restrictions", "make")),
    ("GET", f"{RESTRICTIONS}/{{restriction_id:uuid}}/end", page("restrictions", "ask")),
    ("POST", f"{RESTRICTIONS}/{{restriction_id:uuid}}/end", page("restrictions", "end")),
    ("POST", "/desk/filter", page("queue", "choose")),
    ("GET", REQUEST, page("requests", "show")),
    ("POST", f"{REQUEST}/details", page("requests", "reveal")),
    ("POST", f"{REQUEST}/script", page("filled", "of_request")),
    ("POST", "/desk/unfinished/{address_id:uuid}/script", page("filled", "of_unfinished")),
    ("POST", f"{REQUEST}/close", page("requests", "close")),
    ("POST", f"{REQUEST}/arrival", page("requests", "confirm")),
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
    for begins in (CALL, REQUEST, ALERT, COVER, RESTRICTIONS, PLAN, INTAKE, GROUP):
        if path.startswith(begins):
            return begins.replace(":uuid", "")
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
