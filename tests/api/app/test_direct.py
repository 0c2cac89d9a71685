"""Called inside one process, the API answers as over HTTP."""

import asyncio

import pytest

from api.access.schemas import Me
from api.app import Direct
from api.audit.schemas import AuditPage
from api.auth import service as auth
from api.auth.access import RoleRefused
from api.auth.service import TokenRefused
from api.errors import Invalid, NotFound, Refusal
from api.inbound.schemas import Moved
from api.people.schemas import Done
from api.sessions.schemas import HistoryOut
from api.turns.schemas import ClaimIn, ClaimOut, ReceivedOut
from api.vocabulary import Channel, Role
from tests.api.world import MINUTE, NOON, message

UNKNOWN = "01890000-0000-7000-8000-000000000000"


async def test_a_call_inside_the_process_is_the_call_over_http(direct, http, bearer):
    """The same endpoint over the same store."""
    inside = await direct("POST", "/v1/inbound", message(), ReceivedOut)
    sent = message().model_dump_json()
    headers = {**bearer(Role.BOT), "content-type": "application/json"}
    outside = await http.post("/v1/inbound", content=sent, headers=headers)
    assert ReceivedOut.model_validate_json(outside.content) == inside.model_copy(
        update={"again": True}
    )


async def test_parameters_of_a_path_and_of_a_query_are_read(direct, app, secrets):
    """And given to the endpoint as it declares them."""
    web = message(channel=Channel.WEB)
    received = await direct("POST", "/v1/inbound", web, ReceivedOut)
    path = f"/v1/sessions/{received.address_id}/history"
    assert (await direct("GET", path, None, HistoryOut)).items[0].text == "hello"
    admin = Direct(app, secrets[Role.ADMIN])
    page = await admin("GET", f"/v1/audit?limit=1&subject_id={UNKNOWN}", None, AuditPage)
    assert page == AuditPage(items=[], next=None)


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/v1/audit?limit=0", "query.limit"),
        ("/v1/audit?limit=many", "query.limit"),
        ("/v1/audit?subject_id=1", "query.subject_id"),
    ],
)
async def test_a_parameter_that_does_not_fit_is_refused_as_over_http(
    app, http, secrets, bearer, path, field
):
    """Naming the same field."""
    with pytest.raises(Invalid) as refused:
        await Direct(app, secrets[Role.ADMIN])("GET", path, None, AuditPage)
    answer = await http.get(path, headers=bearer(Role.ADMIN))
    assert refused.value.errors == answer.json()["errors"]
    assert [error["field"] for error in refused.value.errors] == [field]


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/nothing"), ("GET", "/v1/turns"), ("POST", "/healthz")]
)
async def test_what_is_no_operation_is_not_found(direct, method, path):
    """As over HTTP."""
    with pytest.raises(NotFound):
        await direct(method, path, None, Done)


async def test_a_role_is_checked_inside_the_process_too(direct):
    """The bot's token is no coordinator's."""
    with pytest.raises(RoleRefused):
        await direct("GET", "/v1/audit", None, AuditPage)


async def test_an_unknown_token_is_refused(app):
    """Before anything is done."""
    with pytest.raises(TokenRefused):
        await Direct(app, "0" * 64)("GET", "/v1/me", None, Me)


async def test_an_operation_without_an_answer_gives_the_defaults(direct):
    """Its status over HTTP is 204."""
    moved = Moved(channel=Channel.WEB, address="a", new_address="b")
    assert await direct("POST", "/v1/inbound/moved", moved, Done) == Done()


async def test_a_claim_that_waits_is_woken_by_a_message(direct):
    """It does not sleep its time out."""
    waiting = asyncio.create_task(
        direct("POST", "/v1/inbound/claim", ClaimIn(wait_s=60), ClaimOut)
    )
    await asyncio.sleep(0)
    await direct("POST", "/v1/inbound", message(), ReceivedOut)
    out = await asyncio.wait_for(waiting, 20)
    assert out.work.inbound.body.text == "hello"


async def test_operations_are_counted_by_name_and_status_only(direct, http, store):
    """Inside the process and over HTTP alike; nothing about anybody."""
    await direct("POST", "/v1/inbound", message("Zebra"), ReceivedOut)
    with pytest.raises(Refusal):
        await direct("GET", f"/v1/sessions/{UNKNOWN}/history", None, HistoryOut)
    await http.post("/v1/turns", json={})
    await http.get("/v1/Zebra")
    text = (await http.get("/metrics")).text
    for operation, status in (
        ("turns.hear", 200),
        ("sessions.history", 404),
        ("turns.take", 401),
        ("unknown", 404),
    ):
        named = f'linli_operations_total{{operation="{operation}",status="{status}"}} 1.0'
        assert named in text
    assert "Zebra" not in text


async def test_a_revoked_token_stops_within_a_minute(store, app, secrets):
    """It is looked up again and again."""
    moment = [NOON]
    app.state.environment = type(app.state.environment)(
        store, app.state.environment.settings, lambda: moment[0]
    )
    caller = Direct(app, secrets[Role.ADMIN])
    me = await caller("GET", "/v1/me", None, Me)
    await store.write(lambda conn: auth.revoke(conn, me.id, now=NOON))
    moment[0] = NOON + MINUTE
    with pytest.raises(TokenRefused):
        await caller("GET", "/v1/me", None, Me)
