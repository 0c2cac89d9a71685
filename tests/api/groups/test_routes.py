"""Who may make, see and change groups, and what is shown of the people in them."""

import pytest

from api.audit import service as audit
from api.vocabulary import Role
from tests.api.district import group, volunteer

GROUP = {
    "name": "Elm",
    "latitude": 31.23,
    "longitude": 121.47,
    "services": [{"leaf": "water", "mode": "in_person"}],
    "languages": ["en"],
    "capacity": 3,
}


@pytest.fixture
def desk(http, bearer):
    """Calls as a coordinator, or as another role."""

    async def call(method, path="", *, role=Role.COORDINATOR, headers=None, **more):
        return await http.request(
            method, f"/v1/groups{path}", headers=bearer(role) | (headers or {}), **more
        )

    return call


async def test_a_group_is_made_once_under_its_key_changed_and_listed(desk):
    """What comes back is what was given, with how much of it is in use."""
    key = {"idempotency-key": "one"}
    made = await desk("POST", json=GROUP, headers=key)
    again = await desk("POST", json=GROUP, headers=key)
    path = f"/{made.json()['id']}"
    changed = await desk("PATCH", path, json={"capacity": 5})
    listed = (await desk("GET", role=Role.CALLER)).json()["items"]
    assert (made.status_code, made.json()) == (201, again.json())
    assert GROUP.items() <= made.json().items()
    assert changed.json() == made.json() | {"capacity": 5}
    assert listed == [(await desk("GET", path)).json()] == [changed.json()]


async def test_days_unlike_the_week_are_kept_and_replaced_together(desk):
    """A day without hours is closed; each day is given once."""
    closed, morning = {"on": "2026-12-25"}, {"on": "2026-12-24", "hours": [[540, 720]]}
    made = (await desk("POST", json=GROUP | {"exceptions": [closed, morning]})).json()
    changed = await desk("PATCH", f"/{made['id']}", json={"exceptions": [morning]})
    twice = await desk("PATCH", f"/{made['id']}", json={"exceptions": [closed, closed]})
    assert made["exceptions"] == [closed | {"hours": []}, morning]
    assert changed.json()["exceptions"] == [morning]
    assert twice.status_code == 422
    for wrong in ({"on": "Christmas"}, {"on": "2026-12-25", "hours": [[0, 1441]]}, {}):
        assert (await desk("POST", json=GROUP | {"exceptions": [wrong]})).status_code == 422


async def test_each_change_is_in_the_audit(desk, store):
    """With who made it."""
    group_id = (await desk("POST", json=GROUP)).json()["id"]
    await desk("PATCH", f"/{group_id}", json={"closed": True})
    await desk("POST", f"/{group_id}/invites", json={})
    entries = await store.read(
        lambda conn: audit.entries(conn, subject_id=group_id, before=None, limit=9)
    )
    assert sorted(entry.action for entry in entries) == ["change", "create", "invite"]


async def test_an_invite_is_shown_once_with_what_a_link_carries(desk):
    """How often and how long it is good is bounded."""
    path = f"/{(await desk('POST', json=GROUP)).json()['id']}/invites"
    made = await desk("POST", path, json={"uses": 3, "days": 1})
    wrong = await desk("POST", path, json={"uses": 0})
    assert (made.status_code, made.json()["uses"]) == (201, 3)
    assert made.json()["link"] == made.json()["code"]
    assert wrong.status_code == 422


async def test_volunteers_are_listed_without_their_names(desk, store):
    """Who it is, another route tells, and keeps an audit."""
    group_id = await store.write(group)
    await store.write(lambda conn: volunteer(conn, group_id, "Annabel"))
    answer = await desk("GET", f"/{group_id}/volunteers", role=Role.CALLER)
    assert len(answer.json()["items"]) == 1
    assert "Annabel" not in answer.text


async def test_the_bot_brings_a_chat_that_joins(desk):
    """A code that is not good joins nothing, and does not say why."""
    made = (await desk("POST", json=GROUP)).json()
    code = (await desk("POST", f"/{made['id']}/invites", json={})).json()["code"]
    chat = {"channel": "telegram", "address": "-100", "code": code}
    joined = await desk("POST", "/chats", json=chat, role=Role.BOT)
    wrong = await desk("POST", "/chats", json=chat | {"code": "AAAA"}, role=Role.BOT)
    assert (joined.json(), wrong.json()) == ({"group": "Elm"}, {"group": None})


@pytest.mark.parametrize(
    ("role", "method", "path", "body"),
    [
        (Role.CALLER, "POST", "", GROUP),
        (Role.CALLER, "PATCH", "/{}", {"capacity": 1}),
        (Role.CALLER, "POST", "/{}/invites", {}),
        (Role.VOLUNTEER, "GET", "", None),
        (Role.BOT, "GET", "/{}/volunteers", None),
        (Role.COORDINATOR, "POST", "/chats", {"channel": "telegram", "address": "1", "code": ""}),
    ],
)
async def test_nobody_does_what_is_not_theirs_to_do(desk, store, role, method, path, body):
    """Denied unless it is allowed."""
    where = path.format(await store.write(group))
    assert (await desk(method, where, role=role, json=body)).status_code == 403


async def test_a_group_that_is_not_there_is_not_found(desk):
    """Neither shown nor changed."""
    path = "/019cb8b8-1e00-7000-9164-a98ff319ec1d"
    answers = [await desk("GET", path), await desk("PATCH", path, json={"capacity": 1})]
    assert {answer.status_code for answer in answers} == {404}
