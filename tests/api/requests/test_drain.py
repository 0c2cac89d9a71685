"""Who of the waiting is served first: laws of the order, and that the database keeps it."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.database.tables.backlog import waits
from api.database.tables.requests import requests as table
from api.requests import rules, service
from api.settings import Settings
from api.vocabulary import Urgency
from tests.api.district import HOUR, NOW, person, request

USUAL = Settings().usual_wait
DAY = timedelta(days=1)
urgencies = st.sampled_from(list(Urgency))
waited = st.timedeltas(timedelta(), 400 * DAY)
rarities = st.none() | st.integers(0, 40)


def key(urgency, rarity, since, name="a"):
    """Where a request stands that has waited so long."""
    return rules.drain(urgency, rarity, (NOW - since, name), NOW, USUAL)


@given(urgencies, urgencies, rarities, rarities, st.data())
def test_within_its_usual_time_the_more_urgent_is_first(one, other, rare, common, data):
    """Whatever the rarity and the age; urgency is what decides first."""
    if one is other:
        return
    first, second = sorted((one, other), key=list(Urgency).index)
    fresh = {
        u: data.draw(st.timedeltas(timedelta(), USUAL[u] - timedelta(seconds=1)))
        for u in (one, other)
    }
    assert key(first, common, fresh[first]) < key(second, rare, fresh[second])


@given(urgencies, st.integers(0, 19), st.data())
def test_of_one_urgency_the_fewest_able_groups_come_first(urgency, rare, data):
    """A rare need is not abandoned for common ones that came before."""
    fresh = st.timedeltas(timedelta(), USUAL[urgency] - timedelta(seconds=1))
    more = data.draw(st.integers(rare + 1, 20))
    assert key(urgency, rare, data.draw(fresh)) < key(urgency, more, data.draw(fresh), "0")


@given(urgencies, rarities, waited, waited)
def test_of_equals_the_older_is_first(urgency, rarity, one, other):
    """Age decides what urgency and rarity leave open, and waiting never sends anybody back."""
    if one == other:
        return
    longer, shorter = max(one, other), min(one, other)
    assert key(urgency, rarity, longer) < key(urgency, rarity, shorter)


@given(urgencies, rarities, waited, rarities)
def test_nothing_waits_for_ever_behind_what_comes_later(urgency, rarity, since, newer):
    """Three of the longest usual waits lift anybody over all that comes later but what is now."""
    lifted = 3 * USUAL[Urgency.LATER]
    for fresh in (Urgency.TODAY, Urgency.WEEK, Urgency.LATER):
        assert key(urgency, rarity, lifted + since) < key(fresh, newer, timedelta(), "0")


@given(rarities, waited, st.sampled_from([Urgency.TODAY, Urgency.WEEK, Urgency.LATER]), rarities)
def test_nothing_passes_what_is_urgent_now(rarity, since, urgency, other):
    """However long it waited."""
    assert key(Urgency.NOW, rarity, timedelta()) < key(urgency, other, since)


@pytest.mark.parametrize("seed", range(3))
async def test_the_database_keeps_the_same_order(store, seed):
    """As the pure rule sorts them, on each engine."""
    rng = random.Random(seed)  # noqa: S311 - an invented backlog
    settings = Settings()

    def unit(conn):
        ann, known = person(conn, "ann"), {}
        for _ in range(60):
            urgency = rng.choice(list(Urgency))
            since = (
                USUAL[urgency] * rng.choice([0, 0.5, 1, 1.5, 2, 3, 3.5]) + rng.randrange(9) * HOUR
            )
            one = request(conn, ann, urgency=urgency, now=NOW - since)
            rarity = rng.choice([None, 0, 1, 7, 20, 25])
            if rarity is not None:
                conn.execute(waits.insert().values(request_id=one, rarity=rarity, looks=1))
            known[one] = rules.drain(urgency, rarity, (NOW - since, one), NOW, USUAL)
        conn.execute(table.update().values(next_at=NOW))
        found = service.due(conn, NOW, 100, settings)
        listed = service.waiting(conn, 100, settings=settings, now=NOW)
        return known, list(found), [one.id for one in listed]

    known, found, listed = await store.write(unit)
    assert found == sorted(known, key=known.__getitem__)
    assert listed == found
