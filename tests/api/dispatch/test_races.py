"""Many accept at once: one wins, and the group's load says so, on each engine."""

import asyncio

from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.dispatch.service import Accepted, TooLate
from api.groups import service as groups
from api.groups.schemas import Joining
from api.people import service as people
from api.requests import service as requests
from api.settings import Settings
from api.vocabulary import OfferStatus, RequestStatus
from tests.api.dispatch.test_chats import chat
from tests.api.district import (
    EVERY_NEED,
    NOW,
    SETTINGS,
    group,
    load,
    offer_to,
    offers,
    person,
    request,
    volunteer,
    work,
)

RACERS = 200


def member(conn, group_id, name):
    """Somebody who belongs to a group, made in fewer steps than by an invite; their id."""
    someone = people.add_person(
        conn, language="en", name=name, phone="", accommodations=[], now=NOW
    )
    joining = Joining(
        name=name, services=EVERY_NEED, how=["in_person"], languages=["en"], hours=["any_time"]
    )
    groups.join(conn, group_id, someone, joining, now=NOW)
    return someone


def accepting(offer_id, person_id):
    """A unit of work: this person accepts this offer."""
    return lambda conn: dispatch.accept(conn, offer_id, person_id, settings=SETTINGS, now=NOW)


async def test_of_two_hundred_who_press_one_offer_exactly_one_wins(store):
    """A group's chat of 200: one task, one place taken, one name in the database."""

    def begin(conn):
        group_id = group(conn)
        crowd = [member(conn, group_id, f"volunteer {number}") for number in range(RACERS)]
        chat(conn, group_id)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        [offer] = offers(conn, request_id)
        return group_id, request_id, offer.id, crowd

    group_id, request_id, offer_id, crowd = await store.write(begin)
    answers = await asyncio.gather(*(store.write(accepting(offer_id, one)) for one in crowd))

    def end(conn):
        [accepted] = offers(conn, request_id, OfferStatus.ACCEPTED)
        return accepted.accepted_by, kept.tasks_for(conn, request_id), load(conn, group_id)

    winner, tasks, held = await store.read(end)
    won = [one for one, answer in zip(crowd, answers, strict=True) if answer != TooLate()]
    assert won == [winner] == [task.person_id for task in tasks]
    assert held == 1


async def test_of_many_with_offers_of_their_own_exactly_one_wins(store):
    """Different offers of one request are as exclusive as one offer."""

    def begin(conn):
        group_ids = [group(conn, f"group {number}") for number in range(5)]
        crowd = [volunteer(conn, one, f"volunteer {one}") for one in group_ids]
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        return request_id, group_ids, [(offer_to(conn, one), one.id) for one in crowd]

    request_id, group_ids, mine = await store.write(begin)
    answers = await asyncio.gather(*(store.write(accepting(*one)) for one in mine))

    def end(conn):
        return (
            requests.get(conn, request_id).status,
            len(offers(conn, request_id)),
            sum(load(conn, one) for one in group_ids),
        )

    assert sum(isinstance(answer, Accepted) for answer in answers) == 1
    assert await store.read(end) == (RequestStatus.TAKEN, 0, 1)


async def test_a_group_never_has_more_tasks_than_places(store):
    """Ten requests, one place: nine of those who accept are told that it is too late."""

    def begin(conn):
        group_id, eager = group(conn, capacity=1), Settings(asks_a_place=10)
        mine = []
        for number in range(10):
            volunteer(conn, group_id, f"volunteer {number}")
        for number in range(10):
            request_id = request(conn, person(conn, f"resident {number}"))
            work(conn, settings=eager)
            mine += [(one.id, one.person_id) for one in offers(conn, request_id)[:1]]
        return group_id, mine

    group_id, mine = await store.write(begin)
    answers = await asyncio.gather(*(store.write(accepting(*one)) for one in mine))
    assert len(mine) == 10
    assert sum(isinstance(answer, Accepted) for answer in answers) == 1
    assert await store.read(lambda conn: load(conn, group_id)) == 1


async def test_accepting_again_what_one_has_changes_nothing(store):
    """A press sent twice gets the same answer and takes no second place."""

    def unit(conn):
        group_id = group(conn)
        ann = volunteer(conn, group_id, "ann")
        request(conn, person(conn, "rose"))
        work(conn)
        offer_id = offer_to(conn, ann)
        both = [accepting(offer_id, ann.id)(conn) for _ in range(2)]
        return both, load(conn, group_id)

    (first, second), held = await store.write(unit)
    assert first == second
    assert held == 1
