"""The story is told once an arrangement; all that it left behind, and who saw what of it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import httpx
import sqlalchemy as sa

from api.app.direct import Direct
from api.app.routers import ENDPOINTS
from api.audit import service as audit
from api.auth import service as auth
from api.database.tables.people import alerts
from api.database.tables.recordings import recordings
from api.people import service as people
from api.settings import Settings
from api.vocabulary import Role
from tests.canaries.planted import CANARIES, kept
from tests.canaries.searched import Logs, Paths, found_in, rows
from tests.canaries.story import CALLER, LOSER, RESIDENT, WINNER, Story
from tests.world import COORDINATOR, LEAD, World

Column = tuple[str, str]
Look = Callable[[], Awaitable[Mapping[str, bytes]]]
LOOKS = {route.path_format: "GET" for route in ENDPOINTS if "GET" in route.methods}
LOOKS |= {"/v1/calls/{call_id}/number": "POST"}
"""Every operation that only shows something."""
HOLDER = "caller in the call"
QUERIES = {"/v1/notices": "?address_id={address_id}", "/v1/events": "?seconds=1"}
"""What an operation wants besides its path."""


@dataclass
class Evidence:
    """What the story left."""

    planted: dict[Column, bool] = field(default_factory=dict)
    left: dict[str, bytes] = field(default_factory=dict)
    rows: str = ""
    logs: str = ""
    paths: list[str] = field(default_factory=list)
    metrics: str = ""
    refusals: str = ""
    offered: str = ""
    heard: dict[str, str] = field(default_factory=dict)
    seen: dict[tuple[str, str], set[Column]] = field(default_factory=dict)
    reveals: set[tuple[str, str]] = field(default_factory=set)


async def tell(world: World, look: Look, patch) -> Evidence:
    """Tell the story and gather what it left, its files by `look`.

    `patch` is there to keep the calls inside the process.
    """
    evidence = Evidence()
    direct = Direct.__call__

    async def noted(self, method, path, body, model):
        evidence.paths.append(path)
        return await direct(self, method, path, body, model)

    patch.setattr(Direct, "__call__", noted)
    app = world.whole.node.app
    app.add_middleware(Paths, kept=evidence.paths)
    with Logs() as logs:
        await world.whole.open()
        wire = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=wire, base_url="http://linli") as http:
            await _tell(world, http, evidence)
        evidence.rows = await world.read(rows)
        evidence.left |= {f"open {name}": data for name, data in (await look()).items()}
        await world.whole.close()
        logging.getLogger(__name__).debug("the last line of the log")
    evidence.left |= await look()
    evidence.logs = "\n".join(logs.said)
    return evidence


async def _tell(world: World, http: httpx.AsyncClient, evidence: Evidence) -> None:
    story = Story(world, http)
    await story.ask()
    await story.seek()
    evidence.offered = "\n".join([*world.heard(WINNER), *world.heard(LOSER)])
    for name in (WINNER, LOSER):
        token = await _token(world, Role.VOLUNTEER, await world.person_id(name))
        evidence.offered += (await http.get("/v1/offers", headers=_bearer(token))).text
    await story.help()
    await story.call()
    await story.plan()
    ids = await _ids(world, story)
    caller = await world.secret(Role.CALLER)
    evidence.seen |= await _look(http, HOLDER, caller, ids)
    await story.close_call()
    await story.stop()
    winner = await world.person_id(WINNER)
    for role in Role:
        person_id = winner if role is Role.VOLUNTEER else None
        secret = await _token(world, role, person_id)
        evidence.seen |= await _look(http, role.value, secret, ids)
    evidence.refusals = await _refused(http, await world.secret(Role.COORDINATOR))
    evidence.metrics = (await http.get("/metrics")).text
    for name in (RESIDENT, WINNER, LOSER, CALLER):
        evidence.heard[name] = "\n".join(world.heard(name))
    for name in (LEAD, COORDINATOR):
        sent = world.wires["terminal"].sent[name]
        evidence.heard[name] = "\n".join(line for one in sent for line in one.lines)
    for column, word in CANARIES.items():
        said = await world.read(lambda conn, column=column: kept(conn, *column))
        evidence.planted[column] = any(word in text for text in said)
    entries = await world.read(
        lambda conn: audit.entries(conn, subject_id=None, before=None, limit=200)
    )
    evidence.reveals = {(e.role.value, e.subject) for e in entries if e.action == "reveal"}


async def _token(world: World, role: Role, person_id: str | None) -> str:
    lasts = Settings().sign_in_lifetime
    return await world.write(
        lambda conn: auth.issue(conn, role, "test", person_id, now=world.now, lifetime=lasts)
    )


async def _ids(world: World, story: Story) -> dict[str, str]:
    """Ids of what is the resident's, by the names that paths have for them."""
    person_id = await world.person_id(RESIDENT)
    address = await world.read(lambda conn: people.living_address(conn, person_id))
    alert = await world.read(lambda conn: conn.scalar(sa.select(alerts.c.id)))
    note = await world.read(lambda conn: conn.scalar(sa.select(recordings.c.id)))
    return {
        "person_id": person_id,
        "address_id": address.id,
        "request_id": story.request,
        "call_id": story.call_id,
        "alert_id": alert,
        "recording_id": note,
        "group_id": world.groups["Elm"],
        "plan_id": story.plan_id,
    }


async def _look(
    http: httpx.AsyncClient, who: str, secret: str, ids: Mapping[str, str]
) -> dict[tuple[str, str], set[Column]]:
    """Which columns' canaries somebody sees in the answer of each operation that only reads."""
    seen = {}
    for path, method in LOOKS.items():
        address = path.format(**ids) + QUERIES.get(path, "").format(**ids)
        answer = await http.request(method, address, headers=_bearer(secret))
        assert answer.status_code in {200, 403, 404, 409}, (path, answer.text)
        words = found_in(answer.text)
        columns = {column for column, word in CANARIES.items() if word in words}
        if columns:
            seen[who, path] = columns
    return seen


async def _refused(http: httpx.AsyncClient, secret: str) -> str:
    """What is said to those who are refused, whatever they sent."""
    said = [await http.get("/v1/people/x", headers=_bearer("0" * 64))]
    for words in CANARIES.values():
        body = {"reason": [words], words: words}
        path = "/v1/requests/01890000-0000-7000-8000-000000000000/cancel"
        said.append(await http.post(path, json=body, headers=_bearer(secret)))
    return "\n".join(one.text for one in said)


def _bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}
