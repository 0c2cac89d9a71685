"""The reports over HTTP: kept or looked at now, alarms seen, canaries made once; all in codes."""

import pytest
import sqlalchemy as sa

from api.app import Direct
from api.audit import service as audit
from api.database.tables.requests import offers
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.vocabulary import Leaf, OfferStatus, Role
from api.watch.schemas import CoverageReport
from tests.api.district import DAY, MINUTE, group, person, request, volunteer, work
from tests.api.watch.nights import NIGHT, gazetteer, heard, night, since
from tests.api.world import NOON

COVERAGE = "/v1/reports/coverage"


@pytest.fixture
def ask(http, bearer):
    """What an endpoint answers a coordinator, or another role."""

    async def call(path, body=None, role=Role.COORDINATOR, **headers):
        method = "GET" if body is None else "POST"
        return await http.request(method, path, headers=bearer(role) | headers, json=body)

    return call


@pytest.fixture
async def elm(store):
    """A group that does meals by Garden Road, and calls from afar; its id."""

    def unit(conn):
        gazetteer(conn, "Garden Road", "Elm Court")
        since(conn)
        return group(conn, "Elm", leaves=[Leaf.MEAL], remote=[Leaf.CHECK_IN])

    return await store.write(unit)


@pytest.mark.usefixtures("elm")
async def test_before_the_first_night_the_report_is_looked_at_now(ask):
    """For all areas needs alone; of one area all of it."""
    whole = (await ask(COVERAGE)).json()
    assert (whole["kept"], whole["areas"]) == (False, 2)
    assert [row["cover"] for row in whole["rows"]] == sorted(
        (row["cover"] for row in whole["rows"]), key=["nobody", "one", "far", "covered"].index
    )
    assert {row["accommodation"] for row in whole["rows"]} == {None}
    one = (await ask(f"{COVERAGE}?area=Elm%20Court&leaf=meal&limit=500")).json()
    assert {row["area"] for row in one["rows"]} == {"Elm Court"}
    assert "wheelchair" in {row["accommodation"] for row in one["rows"]}


@pytest.mark.usefixtures("elm")
async def test_something_else_is_no_gap(ask):
    """A person reads what it is; else every area would begin with it, and true gaps come after."""
    rows = (await ask(f"{COVERAGE}?limit=500")).json()["rows"]
    assert {row["leaf"] for row in rows} == set(Leaf) - {Leaf.OTHER}


@pytest.mark.usefixtures("elm")
async def test_the_kept_report_and_a_fresh_one_say_the_same_while_nothing_changed(ask, store):
    """But for when it was looked at."""
    await store.write(night)
    path = f"{COVERAGE}?area=Garden%20Road&limit=500"
    kept, fresh = (await ask(path)).json(), (await ask(f"{path}&fresh=true")).json()
    assert (kept["kept"], fresh["kept"]) == (True, False)
    key = lambda row: str(sorted(row.items(), key=str))  # noqa: E731 - rows have no order of their own
    assert sorted(kept["rows"], key=key) == sorted(fresh["rows"], key=key)


@pytest.mark.usefixtures("elm")
async def test_an_area_nobody_knows_is_not_found_and_a_wrong_filter_is_refused(ask):
    """The answer names the field."""
    assert (await ask(f"{COVERAGE}?area=Nowhere")).status_code == 404
    answer = await ask(f"{COVERAGE}?leaf=cake")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "query.leaf")


@pytest.mark.usefixtures("elm")
async def test_inside_the_process_filters_mean_the_same(app, secrets):
    """The desk asks so."""
    direct = Direct(app, secrets[Role.COORDINATOR])
    path = f"{COVERAGE}?area=Garden+Road&leaf=meal&part=weekend_night&fresh=true&limit=3"
    report = await direct("GET", path, None, CoverageReport)
    assert {row.leaf for row in report.rows} == {Leaf.MEAL}


async def test_alarms_are_listed_until_seen_and_the_audit_has_it(ask, store, elm):
    """No area that has none can be seen to."""

    def lose(conn):
        night(conn)
        until = GroupChange(paused_until=NIGHT + 9 * DAY)
        groups.change(conn, elm, until, now=NIGHT)
        night(conn, NIGHT + DAY)

    await store.write(lose)
    listed = (await ask("/v1/alarms")).json()
    assert (listed["unseen"], len(listed["items"])) == (4, 4)
    assert listed["items"][0]["losses"] == {"paused": 1}
    assert listed["items"][0]["heard"] is False
    seen = await ask("/v1/alarms/acknowledge", {"area": "Garden Road"})
    assert seen.json() == {"count": 2}
    again = await ask("/v1/alarms/acknowledge", {"area": "Garden Road"})
    assert again.status_code == 404
    after = (await ask("/v1/alarms")).json()
    assert after["unseen"] == 2
    assert [one["area"] for one in after["items"]] == ["Elm Court"] * 2 + ["Garden Road"] * 2
    entries = await store.read(lambda c: audit.entries(c, subject_id="", before=None, limit=9))
    assert ("acknowledge", {"count": 2}) in [(one.action, one.facts) for one in entries]


@pytest.mark.usefixtures("elm")
async def test_a_canary_is_made_once_under_its_key_and_ended(ask, store):
    """What it is, where, and whether it matches; never where exactly, nor by whom."""
    wanted = {"latitude": 31.2311, "longitude": 121.4741, "leaf": "meal"}
    made = await ask("/v1/canaries", wanted, **{"idempotency-key": "one"})
    again = await ask("/v1/canaries", wanted, **{"idempotency-key": "one"})
    assert (made.status_code, made.json()) == (201, again.json())
    assert (made.json()["area"], made.json()["lost_at"]) == ("Garden Road", None)
    assert (await ask("/v1/canaries")).json()["items"] == [made.json()]
    ended = await ask(f"/v1/canaries/{made.json()['id']}/end", {})
    assert ended.json()["ended_at"] is not None
    assert (await ask("/v1/canaries")).json()["items"] == []
    done = await store.read(
        lambda c: audit.entries(c, subject_id=made.json()["id"], before=None, limit=9)
    )
    assert [one.action for one in done] == ["end", "create"]


async def test_an_area_that_never_accepts_is_told_once_and_reported(ask, store, elm):
    """Five offers over three requests in vain; the first yes ends it."""

    def unit(conn):
        for name in ("Vera", "Tom"):
            volunteer(conn, elm, name)
        for name in ("Ann", "Bob", "Cato"):
            request(conn, person(conn, name), Leaf.MEAL, now=NOON)
        work(conn, NOON + MINUTE)
        conn.execute(offers.update().values(status=OfferStatus.EXPIRED))
        night(conn)
        night(conn, NIGHT + DAY)
        said = [values for code, values in heard(conn) if code == "offers_unanswered"]
        assert said == [{"areas": ["Garden Road"], "more": 0, "days": 14}]

    await store.write(unit)
    assert (await ask(COVERAGE)).json()["unanswered"] == ["Garden Road"]

    def accepted(conn):
        one = conn.scalar(sa.select(offers.c.id).limit(1))
        yes = offers.update().where(offers.c.id == one)
        conn.execute(yes.values(status=OfferStatus.ACCEPTED))
        night(conn, NIGHT + 2 * DAY)

    await store.write(accepted)
    assert (await ask(COVERAGE)).json()["unanswered"] == []


async def test_fairness_says_who_is_asked_most_for_their_size(ask, store, elm):
    """One group of two was asked, the other not once."""

    def unit(conn):
        group(conn, "Oak", leaves=[Leaf.REPAIR])
        volunteer(conn, elm, "Vera")
        request(conn, person(conn, "Ann"), Leaf.MEAL, now=NOON - MINUTE)
        work(conn, NOON - MINUTE)

    await store.write(unit)
    report = (await ask("/v1/reports/fairness")).json()
    assert [(row["group"], row["offers"], row["per_place"]) for row in report["rows"]] == [
        ("Elm", 1, 0.1),
        ("Oak", 0, 0.0),
    ]
    assert (report["groups"], report["gini"], report["highest_to_median"]) == (2, 0.5, 2.0)


async def test_the_metrics_have_counts_and_no_names(http, store, elm):
    """Of what the last night found."""
    await store.write(night)
    text = (await http.get("/metrics")).text
    assert 'linli_watch{kind="gaps_nobody"}' in text
    assert 'linli_watch{kind="canaries_failing"} 0.0' in text
    assert "Garden" not in text
