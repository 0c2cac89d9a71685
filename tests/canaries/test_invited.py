"""Somebody invited by telephone: their number and name are sealed, and gone when they say no."""

from __future__ import annotations

import logging

import httpx
import pytest

from api.vocabulary import Role
from tests.canaries import planted
from tests.canaries.searched import Logs, Paths, files, found_in, rows
from tests.world import World, settings_for

PHONE = f"+8621{planted.PHONE}"
YES = ("1", "Chen", "1", "1", "1", "#", "5", "1")
NO = ("2",)


async def act(world, http, role, method, path, body=None):
    """What somebody does over the API, and everything that follows; the whole answer."""
    headers = {"authorization": f"Bearer {await world.secret(role)}"}
    answer = await http.request(method, path, json=body, headers=headers)
    assert answer.is_success, answer.text
    await world.settle()
    return answer


async def invited(world, http, answers, outcome):
    """Somebody is invited, rung, answers, and the call is closed; all that callers read before."""
    body = {"group_id": world.groups["Elm"], "phone": PHONE, "language": "en"}
    body |= {"name": planted.NAME, "note": f"Ask for {planted.NOTE}"}
    made = await act(world, http, Role.COORDINATOR, "POST", "/v1/invites/by-phone", body)
    call = f"/v1/calls/{made.json()['call_id']}"
    shown = [made, await act(world, http, Role.CALLER, "GET", "/v1/calls")]
    shown += [await act(world, http, Role.CALLER, "GET", call)]
    await act(world, http, Role.CALLER, "POST", f"{call}/claim")
    shown += [await act(world, http, Role.CALLER, "GET", f"{call}/invite")]
    for text in answers:
        await act(world, http, Role.CALLER, "POST", f"{call}/answers", {"text": text})
    await act(world, http, Role.CALLER, "POST", f"{call}/close", {"outcome": outcome})
    listed = await act(world, http, Role.COORDINATOR, "GET", "/v1/invites/by-phone")
    return "\n".join(one.text for one in (*shown, listed))


@pytest.fixture
async def left(tmp_path):
    """What two invites left: the first said no, the second joined and is asked to help."""
    world, paths = World(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path)), []
    world.whole.node.app.add_middleware(Paths, kept=paths)
    with Logs() as logs:
        await world.whole.open()
        wire = httpx.ASGITransport(world.whole.node.app)
        async with httpx.AsyncClient(transport=wire, base_url="http://linli") as http:
            await world.add_group("Elm", 300, ["meal"])
            shown = await invited(world, http, NO, "no_help_wanted")
            gone = files(tmp_path)
            shown += await invited(world, http, YES, "completed")
            await world.ask("Ann", "meal", "today", "")
            calls = await act(world, http, Role.CALLER, "GET", "/v1/calls")
            [rung] = calls.json()["items"]
            await act(world, http, Role.CALLER, "POST", f"/v1/calls/{rung['id']}/claim")
            offer = await act(world, http, Role.CALLER, "GET", f"/v1/calls/{rung['id']}/offer")
        kept = await world.read(rows)
        await world.whole.close()
        logging.getLogger(__name__).debug("the last line of the log")
    told = {"shown": shown, "offer": calls.text + offer.text, "paths": "\n".join(paths)}
    told |= {"logs": "\n".join(logs.said), "rows": kept, "heard": "\n".join(world.heard("Ann"))}
    return told, {**gone, **{f"after {name}": data for name, data in files(tmp_path).items()}}


async def test_neither_number_nor_name_can_be_read_anywhere(left):
    """In no answer before the call is held, no list, offer, log, address, row or file."""
    told, kept = left
    assert "the last line of the log" in told["logs"]
    assert '"status":"declined"' in told["shown"]
    assert '"status":"joined"' in told["shown"]
    assert '"leaves":["meal"]' in told["offer"]
    assert {where: found for where, text in told.items() if (found := found_in(text))} == {}
    assert any(kept.values())
    assert {name: found for name, data in kept.items() if (found := found_in(data))} == {}
