"""A night of the watch: canaries, alarms, coverage; on each engine, and nothing is ever sent."""

import asyncio

import pytest
import sqlalchemy as sa

from api.database.engine import open_store
from api.database.tables.notices import notices
from api.database.tables.requests import matches, offers, request_needs, requests
from api.database.tables.watching import canaries, watch_alarms, watch_coverage
from api.places.rules import cell, distance_m
from api.vocabulary import Accommodation, Cover, Leaf, Loss, NoticeCode
from api.watch import worker
from api.watch.service import alarming, pinning, reporting
from api.watch.store.coverage import Wanted
from tests.api.district import DAY, HOME, MINUTE, group, person, request
from tests.api.watch.nights import (
    NIGHT,
    SETTINGS,
    count,
    district,
    gazetteer,
    heard,
    night,
    pause,
    since,
)

SECOND_NIGHT = NIGHT + DAY
MIDDLE_M = round(distance_m(HOME, cell(HOME)))
"""From home, where groups are, to the middle of its cell."""
KEPT = (requests, request_needs, offers, matches, notices)


def row_of(conn, **wanted):
    """The only row of coverage that is wanted, of those about everybody."""
    (row,) = [one for one in reporting.kept(conn, Wanted(**wanted)).rows if not one.accommodation]
    return row


async def test_before_the_hour_nothing_is_done_and_afterwards_all_of_it_once(store):
    """The worker is told when; the night ends, and the next one is a day later."""

    def unit(conn):
        assert worker.next_due(conn, SETTINGS) is None
        district(conn)
        assert worker.next_due(conn, SETTINGS) == NIGHT
        assert night(conn, NIGHT - MINUTE) == 0
        assert night(conn) > 5
        assert night(conn) == 0
        assert worker.next_due(conn, SETTINGS) == SECOND_NIGHT

    await store.write(unit)


async def test_coverage_is_kept_with_its_moment_and_the_worst_first(store):
    """Nobody does water; one group does meals, with a wheelchair too, and in English only."""

    def unit(conn):
        district(conn)
        someone = person(conn, "Ann")
        request(conn, someone, Leaf.WATER, now=NIGHT - MINUTE, language="zh-Hans")
        night(conn)
        report = reporting.kept(conn, Wanted(limit=500))
        assert (report.looked_at, report.kept) == (NIGHT, True)
        assert report.gaps[Cover.ONE] == 1
        assert report.rows[0].leaf is Leaf.WATER
        assert report.rows[0].requests == 1
        covers = [list(Cover).index(one.cover) for one in report.rows]
        assert covers == sorted(covers)
        meal = row_of(conn, area="Garden Road", leaf=Leaf.MEAL, language="en")
        assert (meal.able, meal.sharing, meal.nearest_m, meal.cover) == (1, 1, MIDDLE_M, Cover.ONE)
        narrow = Wanted(area="Garden Road", leaf=Leaf.MEAL, accommodation=Accommodation.NO_STAIRS)
        assert [one.able for one in reporting.kept(conn, narrow).rows if one.accommodation] == [0]

    await store.write(unit)


async def test_an_area_that_stops_matching_is_told_once_and_told_again_when_it_is_back(store):
    """With the reason, however many nights it lasts."""

    def unit(conn):
        elm = district(conn)
        night(conn)
        pause(conn, elm)
        for days in (1, 2, 3):
            night(conn, NIGHT + days * DAY)
        ((code, said),) = heard(conn)
        assert code == NoticeCode.COVERAGE_LOST
        because = [{"code": "paused", "count": 1}]
        lost = {"areas": ["Garden Road"], "more": 0, "leaves": ["meal"], "because": because}
        assert said == {"count": 1, "lost": [lost], "further": 0}
        (alarm,) = alarming.listed(conn).items
        assert (alarm.area, alarm.leaf, alarm.losses) == (
            "Garden Road",
            Leaf.MEAL,
            {Loss.PAUSED: 1},
        )
        night(conn, NIGHT + 40 * DAY)
        assert [code for code, _ in heard(conn)][1:] == [NoticeCode.COVERAGE_BACK]
        assert alarming.listed(conn).items == []
        night(conn, NIGHT + 41 * DAY)
        assert len(heard(conn)) == 2

    await store.write(unit)


async def test_when_every_group_pauses_it_is_one_message(store):
    """Four areas lost the same."""

    def unit(conn):
        gazetteer(conn, "Garden Road", "Elm Court", "Old Mill", "Far Wharf")
        since(conn)
        all_ = [group(conn, name, leaves=[Leaf.MEAL, Leaf.MEDICINE]) for name in ("Elm", "Oak")]
        night(conn)
        for one in all_:
            pause(conn, one)
        night(conn, SECOND_NIGHT)
        ((_, said),) = heard(conn)
        assert (said["count"], said["further"]) == (4, 0)
        (line,) = said["lost"]
        assert (len(line["areas"]), line["more"]) == (3, 1)
        assert line["leaves"] == ["meal", "medicine"]
        assert count(conn, watch_alarms) == 8

    await store.write(unit)


async def test_what_is_watched_no_more_is_forgotten(store):
    """Its rows of coverage, and its automatic canaries while they match."""

    def unit(conn):
        district(conn)
        night(conn)
        gazetteer(conn, "Elm Court")
        night(conn, SECOND_NIGHT)
        areas = conn.scalars(sa.select(watch_coverage.c.area).distinct()).all()
        assert areas == ["Elm Court"]
        assert {one.area for one in pinning.listed(conn).items} == {"Elm Court"}

    await store.write(unit)


@pytest.mark.full
async def test_three_workers_do_each_batch_of_a_night_once(postgresql_url, keys):
    """One notice, one canary for each need, one row of coverage for each line."""
    stores = [open_store(postgresql_url, keys=keys) for _ in range(3)]
    for one in stores:
        await one.open()

    async def work(store, now):
        while await store.write(lambda conn: worker.due(conn, now, SETTINGS)):
            pass

    elm = await stores[0].write(district)
    for now in (NIGHT, SECOND_NIGHT):
        await asyncio.gather(*(work(store, now) for store in stores))
        await stores[0].write(lambda conn: pause(conn, elm))

    def unit(conn):
        assert len(heard(conn)) == 1
        assert count(conn, canaries) == 1
        line = [watch_coverage.c[name] for name in ("area", "leaf", "parts")]
        alone = sa.and_(watch_coverage.c.accommodation == "", watch_coverage.c.language == "")
        rows = conn.execute(sa.select(*line).where(alone)).all()
        assert len(rows) == len(set(rows)) == len(Leaf) - 1  # a person reads what "other" is

    await stores[0].write(unit)
    for one in stores:
        await one.close()
