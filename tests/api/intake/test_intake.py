"""While intake is paused nothing is lost and nobody is trapped: kept, told, looked for in time."""

import pytest

from api.audit import service as audit
from api.database.ids import new_id
from api.dispatch import service as dispatch
from api.intake import service as intake
from api.intake.schemas import PauseIn
from api.requests import service as requests
from api.requests.schemas import Change
from api.vocabulary import NoticeCode, RequestStatus, Role, Urgency
from tests.api.district import (
    DAY,
    HOME,
    HOUR,
    NOW,
    SETTINGS,
    asked,
    group,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

UNTIL = NOW + 3 * DAY
AROUND = {"latitude": HOME[0], "longitude": HOME[1], "radius_m": 3000}
PAUSE = {"around": AROUND, "until_at": UNTIL.isoformat(), "reason": "twice what we can do"}
PAUSED = NoticeCode.INTAKE_PAUSED


def pause(conn, **changed):
    """A pause around home until in three days; its id."""
    wanted = PauseIn.model_validate(PAUSE | changed)
    return intake.pause(conn, wanted, author_id="a coordinator", now=NOW)


def helped(conn):
    """A group with a volunteer who would be asked."""
    return volunteer(conn, group(conn), "ann")


@pytest.mark.parametrize("everywhere", [False, True])
async def test_a_new_request_is_kept_and_its_resident_is_told_when_the_search_begins(
    store, everywhere
):
    """With the receipt, at once and once; nobody is asked and nobody is called."""

    def unit(conn):
        helped(conn)
        pause(conn, **({"around": None} if everywhere else {}))
        rose = person(conn, "rose")
        one = request(conn, rose, urgency=Urgency.WEEK)
        for hours in (0, 1, 24):
            work(conn, NOW + hours * HOUR)
        kept = requests.get(conn, one)
        return (
            kept.status,
            kept.next_at,
            told(conn, rose),
            values(conn, rose, PAUSED),
            asked(conn, one),
        )

    status, next_at, heard, said, found = await store.write(unit)
    assert (status, next_at, found) == (RequestStatus.OPEN, UNTIL, [])
    assert heard == [PAUSED]
    assert said["at"].startswith("2026-03-07T12:00")


async def test_the_search_begins_by_itself_on_the_date(store):
    """In the place in the queue that the request had from its first day."""

    def unit(conn):
        ann = helped(conn)
        pause(conn)
        one = request(conn, person(conn, "rose"), urgency=Urgency.WEEK)
        work(conn)
        work(conn, UNTIL - HOUR)
        early = asked(conn, one)
        work(conn, UNTIL)
        return early, asked(conn, one) == [ann.id], requests.get(conn, one).queued_at

    assert await store.write(unit) == ([], True, NOW)


async def test_a_pause_that_is_ended_early_lets_the_search_begin_at_once(store):
    """And only of those that waited for it."""

    def unit(conn):
        ann = helped(conn)
        first, second = pause(conn), pause(conn, around=AROUND | {"latitude": HOME[0] + 1})
        one = request(conn, person(conn, "rose"), urgency=Urgency.LATER)
        work(conn)
        held = [intake.get(conn, each).held for each in (first, second)]
        intake.end(conn, second, now=NOW + HOUR)
        work(conn, NOW + HOUR)
        still = asked(conn, one)
        ended = intake.end(conn, first, now=NOW + HOUR)
        again = intake.end(conn, first, now=NOW + 2 * HOUR)
        work(conn, NOW + HOUR)
        return (
            held,
            still,
            asked(conn, one) == [ann.id],
            ended == again.model_copy(update={"held": 1}),
        )

    assert await store.write(unit) == ([1, 0], [], True, True)


@pytest.mark.parametrize("urgency", [Urgency.NOW, Urgency.TODAY])
async def test_what_is_urgent_is_taken_as_usual(store, urgency):
    """And so is what becomes urgent while it waits."""

    def unit(conn):
        ann = helped(conn)
        pause(conn)
        one = request(conn, person(conn, "rose"), urgency=urgency)
        slow = request(conn, person(conn, "ray"), urgency=Urgency.LATER)
        work(conn)
        before = asked(conn, one), asked(conn, slow)
        dispatch.change_request(
            conn, slow, Change(urgency=urgency), settings=SETTINGS, now=NOW + HOUR
        )
        work(conn, NOW + HOUR)
        return before == ([ann.id], []), asked(conn, slow) == [ann.id]

    assert await store.write(unit) == (True, True)


async def test_who_came_before_the_pause_is_looked_for_as_before(store):
    """Also when they are looked at for the first time after it began."""

    def unit(conn):
        ann = helped(conn)
        one = request(conn, person(conn, "rose"), urgency=Urgency.WEEK, now=NOW - HOUR)
        pause(conn)
        work(conn)
        return asked(conn, one) == [ann.id]

    assert await store.write(unit)


async def test_a_held_request_can_be_cancelled(store):
    """It is not looked for when intake reopens."""

    def unit(conn):
        helped(conn)
        one = pause(conn)
        held = request(conn, person(conn, "rose"), urgency=Urgency.WEEK)
        work(conn)
        requests.cancel(conn, held, now=NOW + HOUR)
        work(conn, NOW + HOUR)
        count = intake.get(conn, one).held
        intake.end(conn, one, now=NOW + 2 * HOUR)
        work(conn, UNTIL)
        return count, asked(conn, held), requests.get(conn, held).status

    assert await store.write(unit) == (0, [], RequestStatus.CANCELLED)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"until_at": "2026-03-04T11:59:00Z"},
        {"until_at": "2026-03-09T12:00:00"},
        {"around": AROUND | {"radius_m": 0}},
        {"area": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
    ],
)
async def test_a_pause_that_cannot_be_meant_is_refused(http, bearer, wrong):
    """Without a reason, over before it begins, of no size, or of two areas."""
    desk = bearer(Role.COORDINATOR)
    answer = await http.post("/v1/intake-pauses", json=PAUSE | wrong, headers=desk)
    assert answer.status_code == 422
    listed = await http.get("/v1/intake-pauses", headers=desk)
    assert listed.json() == {"items": []}


async def test_a_pause_is_made_once_under_its_key_and_its_author_is_kept(http, bearer, store):
    """Who paused what and why can be asked a year later."""
    desk = bearer(Role.COORDINATOR) | {"idempotency-key": "one"}
    made = [await http.post("/v1/intake-pauses", json=PAUSE, headers=desk) for _ in range(2)]
    one = made[0].json()
    ended = await http.post(f"/v1/intake-pauses/{one['id']}/end", headers=desk)
    entries = await store.read(
        lambda conn: audit.entries(conn, subject_id=one["id"], before=None, limit=9)
    )
    assert made[0].json() == made[1].json()
    assert one["author_id"]
    assert ended.json()["ended_at"] is not None
    assert sorted(entry.action for entry in entries) == ["create", "end"]
    assert (await http.get("/v1/intake-pauses", headers=desk)).json() == {"items": []}


async def test_callers_look_and_only_coordinators_pause(http, bearer):
    """Nobody else stops a district."""
    caller, desk = bearer(Role.CALLER), bearer(Role.COORDINATOR)
    path = f"/v1/intake-pauses/{new_id(NOW)}/end"
    assert (await http.get("/v1/intake-pauses", headers=caller)).status_code == 200
    assert (await http.post("/v1/intake-pauses", json=PAUSE, headers=caller)).status_code == 403
    assert (await http.post(path, headers=caller)).status_code == 403
    assert (await http.post(path, headers=desk)).status_code == 404
    volunteer_token = bearer(Role.VOLUNTEER)
    assert (await http.get("/v1/intake-pauses", headers=volunteer_token)).status_code == 403
