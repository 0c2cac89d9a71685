"""How many are asked, when, and how often is what the deployment set."""

import pytest

from api.app import settings_from
from api.calls import service as calls
from api.dispatch import service as dispatch
from api.requests import service as requests
from api.vocabulary import RequestStatus, Urgency
from bot.settings import load
from tests.api.district import (
    MINUTE,
    NOW,
    accept,
    asked,
    group,
    offer_to,
    person,
    request,
    volunteer,
    work,
)


@pytest.fixture
def with_(tmp_path):
    """The API's settings of a process whose environment sets some of them."""

    def given(**values):
        environment = {f"LINLI_{name.upper()}": value for name, value in values.items()}
        return settings_from(load(environment, tmp_path, practice=True).values, practice=True)

    return given


def crowd(conn, size):
    """Volunteers of one group."""
    group_id = group(conn)
    return [volunteer(conn, group_id, f"volunteer {number}") for number in range(size)]


async def test_a_wave_is_as_large_and_comes_as_soon_as_was_set(store, with_):
    """Two at a time, every minute, instead of five every three minutes."""
    settings = with_(wave_size="2", wave_after="1m,15m,2h,1d")

    def unit(conn):
        crowd(conn, 7)
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        found = []
        for minutes in range(3):
            work(conn, NOW + minutes * MINUTE, settings)
            found.append(len(asked(conn, request_id)))
        return found

    assert await store.write(unit) == [2, 4, 6]


async def test_a_person_gets_in_touch_after_as_many_waves_as_were_set(store, with_):
    """With one wave, at once, though others could still be asked; the search is repeated then."""
    settings = with_(wave_size="1", waves="1", look_again_after="7m,1h,4h,1d")

    def unit(conn):
        crowd(conn, 3)
        rose = person(conn, "rose")
        request_id = request(conn, rose, urgency=Urgency.NOW)
        work(conn, NOW, settings)
        return calls.open_of(conn, rose.id), requests.get(conn, request_id).next_at

    call, next_at = await store.write(unit)
    assert call is not None
    assert next_at == NOW + 7 * MINUTE


async def test_an_offer_lasts_as_many_waves_as_was_set(store, with_):
    """One wave instead of four."""
    settings = with_(wave_size="1", offer_lasts_waves="1")

    def unit(conn):
        crowd(conn, 1)
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn, NOW, settings)
        before = len(asked(conn, request_id))
        work(conn, NOW + 3 * MINUTE, settings)
        return before, len(asked(conn, request_id))

    assert await store.write(unit) == (1, 0)


@pytest.mark.parametrize(("most", "waits_for"), [("1", 0), ("2", 1)])
async def test_a_volunteer_has_as_much_at_once_as_was_set(store, with_, most, waits_for):
    """Who has so many tasks or offers is not asked for another."""
    settings = with_(offers_at_once=most, tasks_at_once=most)

    def unit(conn):
        (ann,) = crowd(conn, 1)
        request(conn, person(conn, "rose"))
        work(conn, NOW, settings)
        second = request(conn, person(conn, "ray"))
        work(conn, NOW, settings)
        by_offers = len(asked(conn, second))
        if by_offers:
            dispatch.decline(conn, offer_to(conn, ann), ann.id, settings=settings, now=NOW)
        accept(conn, ann, settings=settings)
        third = request(conn, person(conn, "rob"))
        work(conn, NOW, settings)
        return by_offers, len(asked(conn, third))

    assert await store.write(unit) == (waits_for, waits_for)


async def test_a_silent_volunteer_is_asked_and_replaced_when_was_set(store, with_):
    """Asked after two minutes, replaced after three more."""
    settings = with_(check_in_after="2m,2h,1d,2d", release_after="3m,1h,1d,1d")

    def unit(conn):
        (ann,) = crowd(conn, 1)
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn, NOW, settings)
        accept(conn, ann, settings=settings)
        found = []
        for minutes in (4, 5):
            work(conn, NOW + 2 * MINUTE, settings)
            work(conn, NOW + minutes * MINUTE, settings)
            found.append(requests.get(conn, request_id).status)
        return found

    taken, released = await store.write(unit)
    assert taken is RequestStatus.TAKEN
    assert released is not RequestStatus.TAKEN
