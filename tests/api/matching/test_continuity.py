"""The same group and the same volunteer as last time, if both were content; never by force."""

import pytest

from api.dispatch import service as dispatch
from api.matching import service as matching
from api.matching.rules import Content, Help, content
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Confirm
from api.vocabulary import Arrival, TaskStatus
from tests.api.district import (
    HOUR,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    asked,
    group,
    person,
    request,
    volunteer,
    work,
)

DONE, PARTLY, GIVEN_UP = TaskStatus.DONE, TaskStatus.PARTLY, TaskStatus.GIVEN_UP
NOBODY = Content()
ANN = Content(frozenset({"elm"}), frozenset({"ann"}))


@pytest.mark.parametrize(
    ("past", "found"),
    [
        pytest.param([Help("elm", "ann", DONE)], ANN, id="it was done"),
        pytest.param([Help("elm", "ann", PARTLY)], NOBODY, id="a part of it was"),
        pytest.param([Help("elm", "ann", GIVEN_UP)], NOBODY, id="she gave it back"),
        pytest.param(
            [Help("elm", "ann", DONE, missed=True)], NOBODY, id="they said it never came"
        ),
        pytest.param(
            [Help("elm", "ann", DONE), Help("elm", "ann", GIVEN_UP)],
            NOBODY,
            id="not the last time",
        ),
        pytest.param(
            [Help("elm", "ann", GIVEN_UP), Help("elm", "ann", DONE)], ANN, id="but the last time"
        ),
        pytest.param(
            [Help("elm", "ann", DONE), Help("elm", "bob", GIVEN_UP)],
            ANN,
            id="another gave it back",
        ),
    ],
)
def test_both_were_content_with_the_last_time(past, found):
    """The newest stands last."""
    assert content(past) == found


def test_who_is_kept_apart_stays_apart():
    """Whatever they did before; their group too, unless another of it helped."""
    past = [Help("elm", "ann", DONE)]
    assert content(past, frozenset({"ann"})) == NOBODY
    both = [*past, Help("elm", "bob", DONE)]
    assert content(both, frozenset({"ann"})).people == {"bob"}


def helped_once(conn, arrival=None, status=DONE):
    """Bob of a group of three helped Rose; what she said of it; the group, the three and Rose."""
    group_id, rose = group(conn), person(conn, "rose")
    crowd = [volunteer(conn, group_id, name) for name in ("ann", "bob", "eve")]
    first = request(conn, rose)
    work(conn)
    accept(conn, crowd[1])
    dispatch.finish(conn, None, crowd[1].id, status, settings=SETTINGS, now=NOW)
    if arrival is not None:
        said = Confirm(arrival=arrival)
        requests.confirm(conn, first, said, person_id=rose.id, now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
    if requests.get(conn, first).closed_at is None:
        requests.cancel(conn, first, now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
    return group_id, crowd, rose


@pytest.mark.parametrize(
    ("arrival", "status", "known"),
    [
        (None, DONE, True),
        (Arrival.DONE, DONE, True),
        (Arrival.PARTLY, DONE, False),
        (Arrival.NO, DONE, False),
        (None, PARTLY, False),
    ],
)
async def test_what_the_resident_said_of_it_is_remembered(store, arrival, status, known):
    """Also after the request was looked for again and closed."""

    def unit(conn):
        group_id, (_, bob, _), rose = helped_once(conn, arrival, status)
        wanted = matching.wanted_of(conn, request(conn, rose), now=NOW + HOUR)
        return wanted, group_id, bob.id

    wanted, group_id, bob = await store.write(unit)
    assert wanted.helped == ({group_id} if known else set())
    assert wanted.helpers == ({bob} if known else set())


async def test_who_helped_before_is_asked_first_in_their_group(store):
    """Though the others were asked as long ago, and stand before him by their ids."""

    def unit(conn):
        _, (_, bob, _), rose = helped_once(conn)
        second = request(conn, rose)
        work(conn, NOW + HOUR)
        return asked(conn, second), bob.id

    found, bob = await store.write(unit)
    assert found[0] == bob
    assert len(found) == 3


async def test_nobody_is_asked_again_whom_the_resident_is_kept_apart_from(store):
    """Help that was done binds neither of them."""

    def unit(conn):
        _, (ann, bob, eve), rose = helped_once(conn)
        people.block(conn, rose.id, bob.id, now=NOW)
        second = request(conn, rose)
        work(conn, NOW + HOUR)
        return asked(conn, second), {ann.id, eve.id}

    found, others = await store.write(unit)
    assert set(found) == others


async def test_who_helped_before_may_say_no_like_everybody(store):
    """Then they are not asked for it again, and others are."""

    def unit(conn):
        _, (_, bob, _), rose = helped_once(conn)
        second = request(conn, rose)
        work(conn, NOW + HOUR)
        offer = next(one for one in dispatch.offers_of(conn, bob.id))
        dispatch.decline(conn, offer.id, bob.id, settings=SETTINGS, now=NOW + HOUR)
        work(conn, NOW + 2 * HOUR)
        return asked(conn, second), bob.id

    found, bob = await store.write(unit)
    assert bob not in found
