"""How a request went: kept as it was then, also when groups are called otherwise or are gone."""

from datetime import timedelta

import pytest

from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.reports import service as reports
from api.retention import service as retention
from api.vocabulary import Accommodation, Leaf, Reason
from tests.api.district import (
    HOUR,
    NOW,
    SETTINGS,
    accept,
    dispatch,
    group,
    person,
    request,
    requests,
    volunteer,
    work,
)

MON = 0
SIGN, WHEELCHAIR = Accommodation.SIGN_LANGUAGE, Accommodation.WHEELCHAIR


def look_of(conn, request_id, wave=-1):
    """A look for help as it was kept."""
    return reports.course(conn, request_id).waves[wave]


@pytest.fixture
def district():
    """Elm and Oak are able; three others are closed, too far and full; two lack something."""

    def made(conn):
        elm = group(conn, "Elm", able=[SIGN, WHEELCHAIR], languages=["en", "zh-Hans"])
        oak = group(conn, "Oak", east_m=900, able=[SIGN, WHEELCHAIR])
        group(conn, "closed", able=[SIGN, WHEELCHAIR], hours=[[MON, 0, 60]])
        group(conn, "far", east_m=60_000, able=[SIGN, WHEELCHAIR])
        group(conn, "full", capacity=0, able=[SIGN, WHEELCHAIR])
        group(conn, "signs", able=[SIGN])
        group(conn, "neither")
        volunteer(conn, elm, "ann", able=[SIGN, WHEELCHAIR], languages=["zh-Hans", "en"])
        volunteer(conn, oak, "bob", able=[SIGN, WHEELCHAIR])
        needs = {"accommodations": [SIGN, WHEELCHAIR], "language": "zh-Hans"}
        request_id = request(conn, person(conn, "rose"), **needs)
        work(conn)
        return request_id, elm, oak

    return made


async def test_a_look_says_what_was_wanted_who_was_able_and_why_the_others_were_not(
    store, district
):
    """Which accommodation is lacking most is among it."""

    def unit(conn):
        return look_of(conn, district(conn)[0])

    look = await store.write(unit)
    assert (look.leaves, look.language) == ([Leaf.GROCERIES], "zh-Hans")
    assert look.accommodations == [SIGN, WHEELCHAIR]
    assert [(one.rank, one.group, one.asked) for one in look.chosen] == [
        (1, "Elm", True),
        (2, "Oak", True),
    ]
    assert [one.interpreter_needed for one in look.chosen] == [False, True]
    assert look.able == 2
    assert look.rejected == {
        Reason.ACCOMMODATION: 2,
        Reason.OPEN: 1,
        Reason.CAPACITY: 1,
        Reason.COVERAGE: 1,
    }
    assert look.lacking == {WHEELCHAIR: 2, SIGN: 1}


async def test_it_reads_the_same_when_groups_have_changed(store, district):
    """Called otherwise, closed, full, asked again: it stands as it was then."""

    def unit(conn):
        request_id, elm, oak = district(conn)
        before = look_of(conn, request_id)
        changed = {"name": "Ash", "capacity": 0, "languages": ["ar"]}
        groups.change(conn, elm, GroupChange(**changed), now=NOW)
        groups.change(conn, oak, GroupChange(closed=True), now=NOW)
        return before, look_of(conn, request_id)

    before, after = await store.write(unit)
    assert before == after


async def test_of_a_city_the_best_are_kept_and_whoever_was_asked(store):
    """And how many were able; a record of thousands would help nobody."""

    def unit(conn):
        for number in range(23):
            group(conn, f"idle {number}")
        ann = volunteer(conn, group(conn, "last", east_m=4000), "ann")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        return look_of(conn, request_id), ann

    look, _ = await store.write(unit)
    assert look.able == 24
    assert [one.rank for one in look.chosen] == [*range(1, 21), 24]
    assert (look.chosen[-1].group, look.chosen[-1].asked) == ("last", True)


async def test_shares_and_what_nobody_does_are_kept_with_when_somebody_opens(store):
    """So that it can be told why two were asked, and what is missing still."""

    def unit(conn):
        volunteer(conn, group(conn, "Elm"), "ann")
        volunteer(conn, group(conn, "Oak", leaves=[Leaf.MEAL]), "bob")
        group(conn, "late", leaves=[Leaf.WATER], hours=[[2, 840, 900]])
        request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES, Leaf.MEAL, Leaf.WATER)
        work(conn)
        return look_of(conn, request_id, 0)

    look = await store.write(unit)
    assert look.shares == [[Leaf.GROCERIES], [Leaf.MEAL]]
    assert look.unmet == [Leaf.WATER]
    assert look.opens_at == NOW + 2 * HOUR


async def test_what_somebody_needed_is_forgotten_with_where_they_are(store, district):
    """Counts and names of groups stay; they say nothing of anybody."""

    def unit(conn):
        request_id, *_ = district(conn)
        requests.cancel(conn, request_id, now=NOW)
        work(conn)
        later = NOW + timedelta(days=400)
        while retention.due(conn, later, SETTINGS):
            pass
        return look_of(conn, request_id)

    look = await store.write(unit)
    assert (look.accommodations, look.language, look.lacking) == ([], "", {})
    assert look.rejected[Reason.OPEN] == 1


async def test_who_helped_before_is_among_the_reasons(store):
    """The volunteer goes first, and the record says so of the group."""

    def unit(conn):
        ann, rose = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request(conn, rose)
        work(conn)
        accept(conn, ann)
        dispatch.finish(conn, None, ann.id, "done", settings=SETTINGS, now=NOW)
        second = request(conn, rose)
        work(conn)
        return look_of(conn, second).chosen[0].helped_before

    assert await store.write(unit)
