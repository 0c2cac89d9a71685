"""Restrictions are made with a reason, hold from then until then, and are never deleted."""

from datetime import timedelta

import pytest

from api.audit import service as audit
from api.database.ids import new_id
from api.restrictions import service as restrictions
from api.restrictions.schemas import RestrictionIn
from api.vocabulary import RestrictionKind, Role
from tests.api.district import DAY, NOW, group
from tests.api.matching.sides import square

AREA = {"type": "Polygon", "coordinates": [[list(corner) for corner in square()]]}
RULE = {"kind": "permit", "area": AREA, "reason": "three cases in block 7"}
MICROSECOND = timedelta(microseconds=1)


def make(conn, **changed):
    """A restriction's id."""
    wanted = RestrictionIn.model_validate(RULE | changed)
    return restrictions.create(conn, wanted, author_id="a coordinator", now=NOW)


async def test_a_restriction_holds_from_its_beginning_until_just_before_its_end(store):
    """Without a beginning from now, without an end until somebody ends it."""

    def unit(conn):
        ids = {
            "open": make(conn),
            "tomorrow": make(conn, from_at=NOW + DAY, until_at=NOW + 2 * DAY),
        }
        names = {kept: name for name, kept in ids.items()}

        def holds(now):
            return {names[one.id] for one in restrictions.in_force(conn, now)}

        moments = (NOW, NOW + DAY, NOW + 2 * DAY - MICROSECOND, NOW + 2 * DAY)
        return [holds(moment) for moment in moments], len(restrictions.listed(conn, NOW))

    found, listed = await store.write(unit)
    assert found == [{"open"}, {"open", "tomorrow"}, {"open", "tomorrow"}, {"open"}]
    assert listed == 2


async def test_what_was_ended_holds_no_more_and_is_still_known(store):
    """Ending it twice changes nothing; it stays to be looked up."""

    def unit(conn):
        one = make(conn)
        first = restrictions.end(conn, one, now=NOW + DAY)
        again = restrictions.end(conn, one, now=NOW + 2 * DAY)
        late = NOW + 3 * DAY
        return first, again, restrictions.in_force(conn, late), restrictions.listed(conn, late)

    first, again, holds, listed = await store.write(unit)
    assert first.ended_at == NOW + DAY
    assert again == first
    assert (holds, listed) == ([], [])


async def test_the_groups_with_a_permit_are_its_own(store):
    """Named twice they hold one; another restriction's are another's."""

    def unit(conn):
        elm, oak = group(conn, "Elm"), group(conn, "Oak")
        one, other = make(conn, permits=[elm, elm]), make(conn, permits=[oak])
        held = {each.id: each.permits for each in restrictions.in_force(conn, NOW)}
        return held == {one: {elm}, other: {oak}}

    assert await store.write(unit)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"reason": None},
        {"kind": "ajar"},
        {"area": {"type": "Point", "coordinates": [121.0, 31.0]}},
        {"area": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}},
        {"until_at": "2026-03-04T11:00:00Z", "from_at": "2026-03-04T12:00:00Z"},
        {"from_at": "2026-03-04T12:00:00"},
    ],
)
async def test_a_restriction_that_cannot_be_meant_is_refused(http, bearer, wrong):
    """Nothing is kept of it."""
    desk = bearer(Role.COORDINATOR)
    answer = await http.post("/v1/restrictions", json=RULE | wrong, headers=desk)
    assert answer.status_code == 422
    listed = await http.get("/v1/restrictions", headers=desk)
    assert listed.json() == {"items": []}


async def test_a_restriction_is_made_once_under_its_key_and_its_author_is_kept(
    http, bearer, store
):
    """Who restricted what and why can be asked a year later."""
    desk = bearer(Role.COORDINATOR) | {"idempotency-key": "one"}
    made = [await http.post("/v1/restrictions", json=RULE, headers=desk) for _ in range(2)]
    one = made[0].json()
    ended = await http.post(f"/v1/restrictions/{one['id']}/end", headers=desk)
    entries = await store.read(
        lambda conn: audit.entries(conn, subject_id=one["id"], before=None, limit=9)
    )
    assert made[0].json() == made[1].json()
    assert (one["reason"], one["kind"]) == (RULE["reason"], RestrictionKind.PERMIT)
    assert one["author_id"]
    assert ended.json()["ended_at"] is not None
    assert sorted(entry.action for entry in entries) == ["create", "end"]


async def test_callers_look_and_only_coordinators_restrict(http, bearer):
    """A volunteer sees it in the offer."""
    caller, desk = bearer(Role.CALLER), bearer(Role.COORDINATOR)
    path = f"/v1/restrictions/{new_id(NOW)}/end"
    assert (await http.get("/v1/restrictions", headers=caller)).status_code == 200
    assert (await http.post("/v1/restrictions", json=RULE, headers=caller)).status_code == 403
    assert (await http.post(path, headers=caller)).status_code == 403
    assert (await http.post(path, headers=desk)).status_code == 404
    volunteer = bearer(Role.VOLUNTEER)
    assert (await http.get("/v1/restrictions", headers=volunteer)).status_code == 403
