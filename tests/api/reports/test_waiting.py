"""What waits is counted whole, and nobody is in the counts, on each engine."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI

from api.addresses import service as addresses
from api.alerts import service as alerts
from api.auth import service as auth
from api.auth.access import Environment
from api.calls import service as calls
from api.errors import answer_refusals
from api.people import service as people
from api.reports import service
from api.reports.routes import router
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn, Unfinished
from api.settings import Settings
from api.vocabulary import (
    AlertKind,
    CallBy,
    CallReason,
    Channel,
    Leaf,
    Part,
    RequestStatus,
    Role,
    Urgency,
)

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
SETTINGS = Settings()
CANARY = "Mei Lin Elm Court"


def ask(conn, address, *needs, at=NOW, urgency=Urgency.NOW):
    """A request whose private parts are the canary."""
    wanted = RequestIn(
        needs=list(needs),
        urgency=urgency,
        place=Place(text=CANARY),
        name=CANARY,
        details={"other": CANARY},
    )
    return requests.create(
        conn, wanted, resident_id=address.person_id, address_id=address.id, now=at
    )


def a_morning(conn):
    """Requests, calls, an unfinished request and alerts of one resident."""
    address = addresses.address_for(conn, Channel.TELEGRAM, "1", now=NOW)
    ask(conn, address, Leaf.MEAL, Leaf.MEDICINE)
    ask(conn, address, Leaf.MEAL, at=NOW - timedelta(hours=2), urgency=Urgency.TODAY)
    taken = ask(conn, address, Leaf.WATER, at=NOW - timedelta(hours=9))
    requests.move_needs(conn, taken.id, RequestStatus.TAKEN, before=(RequestStatus.OPEN,))
    ended = ask(conn, address, Leaf.MONEY, at=NOW - timedelta(hours=9))
    requests.cancel(conn, ended.id, person_id=address.person_id, now=NOW)
    duty = calls.OnDuty.of(SETTINGS)
    calls.queue(conn, address.person_id, CallReason.DANGER, now=NOW, duty=duty)
    state = SessionIn(state={}, asks=True, unfinished=Unfinished(question="place"))
    sessions.save(conn, address.id, 0, state, settings=SETTINGS, now=NOW)
    for kind in AlertKind:
        alerts.raise_alert(
            conn, kind, address.person_id, address.id, CANARY, settings=SETTINGS, now=NOW
        )
    people.set_name(conn, address.person_id, CANARY)
    return service.waiting(conn, now=NOW)


async def test_what_waits_is_counted(store):
    """What was taken waits no more, what was closed is no more."""
    report = await store.write(a_morning)
    assert report.requests.by_status == {RequestStatus.OPEN: 2, RequestStatus.TAKEN: 1}
    assert report.requests.by_leaf == {Leaf.MEAL: 2, Leaf.MEDICINE: 1}
    assert report.requests.by_urgency == {Urgency.NOW: 1, Urgency.TODAY: 1}
    assert report.requests.oldest_queued_at == NOW - timedelta(hours=2)
    assert report.calls.by_way == {CallBy.TEXT: 1}
    assert report.calls.by_reason == {CallReason.DANGER: 1}
    assert (report.calls.claimed, report.calls.oldest_created_at) == (0, NOW)
    assert report.unfinished == 1


async def test_a_need_that_two_do_is_one_need(store):
    """Also while either part of it waits."""

    def unit(conn):
        address = addresses.address_for(conn, Channel.TELEGRAM, "1", now=NOW)
        asked = ask(conn, address, Leaf.MEAL)
        requests.split(conn, asked.id, [Leaf.MEAL], NOW)
        both = service.waiting(conn, now=NOW).requests.by_leaf
        taken = {"before": (RequestStatus.OPEN,), "part": Part.BRING}
        requests.move_needs(conn, asked.id, RequestStatus.TAKEN, **taken)
        return both, service.waiting(conn, now=NOW).requests.by_leaf

    assert await store.write(unit) == ({Leaf.MEAL: 1}, {Leaf.MEAL: 1})


async def test_a_flag_does_not_show_in_the_counts(store):
    """It is for safeguarding leads alone."""
    assert (await store.write(a_morning)).unheard_alerts == 1


async def test_nobody_is_in_the_counts(store):
    """No name, no place, no word that somebody said."""
    report = (await store.write(a_morning)).model_dump_json()
    assert not [word for word in CANARY.split() if word in report]


async def test_when_nothing_waits_everything_is_empty(store):
    """And no moment is invented."""
    report = await store.read(lambda conn: service.waiting(conn, now=NOW))
    assert report.requests.by_status == report.calls.by_way == {}
    assert (report.requests.oldest_queued_at, report.calls.oldest_created_at) == (None, None)


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.CALLER, 200), (Role.COORDINATOR, 200), (Role.BOT, 403), (Role.VOLUNTEER, 403)],
)
async def test_the_report_is_for_those_who_work_the_queue(store, role, status):
    """Others are refused."""
    app = FastAPI()
    app.state.environment = Environment(store, SETTINGS, lambda: NOW)
    app.include_router(router)
    answer_refusals(app)
    lifetime = timedelta(hours=1)
    secret = await store.write(
        lambda conn: auth.issue(conn, role, "test", now=NOW, lifetime=lifetime)
    )
    wire = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=wire, base_url="http://reports.test") as client:
        answer = await client.get(
            "/v1/reports/waiting", headers={"Authorization": f"Bearer {secret}"}
        )
    assert answer.status_code == status
