"""The link of a call opens that caller's calls: every other endpoint refuses it, by default."""

import pytest

from api.app.operation import allow_of
from api.app.routers import ENDPOINTS
from api.auth import service as auth
from api.calls import service as calls
from api.people import service as people
from api.vocabulary import CallReason, Role
from tests.api.app.test_roles import SOME_ID, path_of
from tests.api.calls.conftest import DUTY, resident
from tests.api.world import NOON

CALL = "/v1/calls/{call_id}"
OPEN = {
    "GET /v1/me",
    "POST /v1/sign-out",
    "GET /v1/calls",
    f"GET {CALL}",
    f"POST {CALL}/number",
    f"POST {CALL}/claim",
    f"POST {CALL}/release",
    f"POST {CALL}/attempts",
    f"POST {CALL}/close",
    f"PUT {CALL}/contact",
    f"POST {CALL}/answers",
    f"POST {CALL}/answer-line",
    f"POST {CALL}/code",
    f"POST {CALL}/messages",
    f"GET {CALL}/conversation",
    f"GET {CALL}/turns",
    f"GET {CALL}/offer",
    f"GET {CALL}/task",
    f"GET {CALL}/invite",
    f"POST {CALL}/pause",
    f"POST {CALL}/leave",
    f"GET {CALL}/recordings/{{recording_id}}",
    "GET /v1/requests/{request_id}",
    "GET /v1/requests/{request_id}/private",
    "POST /v1/offers/{offer_id}/accept",
    "POST /v1/offers/{offer_id}/decline",
    "POST /v1/tasks/{task_id}/start",
    "POST /v1/tasks/{task_id}/done",
    "POST /v1/tasks/{task_id}/give-up",
    "POST /v1/tasks/{task_id}/contact",
}
"""All that the page of a call needs; each of them looks at which call is held, too."""
ROUTES = {f"{next(iter(route.methods))} {route.path}": route for route in ENDPOINTS}
ROLES = [role for role in Role if role is not Role.CALLER]


def test_what_is_open_to_the_link_of_a_call_is_in_this_table():
    """A new endpoint is closed until somebody decides otherwise here."""
    assert {name for name, route in ROUTES.items() if allow_of(route)[1].by_card} == OPEN


@pytest.fixture
async def by_card(store):
    """The header of somebody who came by the link of a call, with whatever role."""

    async def header(role=Role.CALLER):
        def unit(conn):
            who = people.add_person(
                conn, language="en", name="Vera", phone="", accommodations=[], now=NOON
            )
            link = auth.issue(
                conn, role, auth.BY_CARD, who, now=NOON, lifetime=auth.CARD_LASTS, one_use=True
            )
            return auth.exchange(conn, link, now=NOON, lifetime=auth.CARD_LASTS)

        return {"authorization": f"Bearer {await store.write(unit)}"}

    return header


async def test_everything_else_refuses_it(http, by_card):
    """Before its body is looked at, whatever a caller at the desk may do there."""
    headers = await by_card()
    for name in set(ROUTES) - OPEN:
        method = name.partition(" ")[0]
        answer = await http.request(method, path_of(ROUTES[name]), headers=headers, json={})
        assert (name, answer.status_code, answer.json()["code"]) == (name, 403, "role_refused")


@pytest.mark.parametrize("role", ROLES)
async def test_no_other_role_gets_more_by_such_a_link(http, by_card, role):
    """What is not in the table is closed, whoever it was made for."""
    headers = await by_card(role)
    for name in set(ROUTES) - OPEN:
        method = name.partition(" ")[0]
        answer = await http.request(method, path_of(ROUTES[name]), headers=headers, json={})
        assert (name, answer.status_code) == (name, 403)


BODIES = {
    "attempts": {"outcome": "no_answer"},
    "close": {"outcome": "completed"},
    "pause": {"how_long": "week"},
    "answers": {"text": "1"},
    "answer-line": {"line": "1=1"},
    "code": {"code": "123456782"},
    "messages": {"text": "hello", "name": "Vera"},
    "accept": {"person_id": SOME_ID},
    "decline": {"person_id": SOME_ID},
    "start": {"person_id": SOME_ID, "minutes": 10},
    "done": {"person_id": SOME_ID, "status": "done"},
    "give-up": {"person_id": SOME_ID},
}
SENTENCE = {"person_id": SOME_ID, "text": "hello"}


async def test_what_is_open_is_open_for_the_calls_of_that_caller_alone(http, by_card, store):
    """A call that waits and was never put to them: not shown, not taken, nothing done in it."""
    headers = await by_card()
    call_id = await store.write(_waits)
    for name in OPEN - {"GET /v1/me", "POST /v1/sign-out", "GET /v1/calls"}:
        method, path = name.split(" ")
        body = SENTENCE if "tasks" in path and "contact" in path else {}
        body = BODIES.get(path.rpartition("/")[2], body)
        at = path.replace("{call_id}", call_id)
        at = "/".join(SOME_ID if part.startswith("{") else part for part in at.split("/"))
        answer = await http.request(method, at, headers=headers, json=body)
        assert answer.status_code in {403, 404, 409}, (name, answer.text)
    listed = await http.get("/v1/calls", headers=headers)
    assert listed.json()["items"] == []


def _waits(conn):
    person = resident(conn, "ann").person_id
    return calls.queue(conn, person, CallReason.ASKED, now=NOON, duty=DUTY).call_id
