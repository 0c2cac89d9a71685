"""Offers go in waves to those who are able; one acceptance wins."""

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.dispatch.service import Accepted, TooLate
from api.notices import service as notices
from api.requests import service as requests
from api.vocabulary import Leaf, NoticeCode, RequestStatus, Urgency
from tests.api.district import (
    HOUR,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    asked,
    forget,
    group,
    load,
    offer_to,
    offers,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)


async def test_the_nearest_able_group_is_asked_and_the_resident_hears_nothing_yet(store):
    """Nobody is announced before they accepted."""

    def unit(conn):
        far = volunteer(conn, group(conn, "far", east_m=2000), "fay")
        near = [volunteer(conn, group(conn, "near"), name) for name in ("nan", "ned")]
        resident = person(conn, "rose")
        request_id = request(conn, resident)
        work(conn, settings=SETTINGS)
        return (
            asked(conn, request_id),
            [near[0].id, near[1].id, far.id],
            told(conn, resident),
            requests.get(conn, request_id).status,
        )

    found, expected, heard, status = await store.write(unit)
    assert found == expected
    assert heard == [NoticeCode.REQUEST_RECEIVED]
    assert status is RequestStatus.OFFERED


async def test_the_winner_gets_the_door_and_both_get_the_same_word(store):
    """The private details go to the winner alone; the resident hears who comes."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("Ann Li", "Bob"))
        resident = person(conn, "rose")
        request(conn, resident)
        work(conn)
        answer = accept(conn, ann)
        details = values(conn, ann, NoticeCode.OFFER_ACCEPTED)
        found = values(conn, resident, NoticeCode.VOLUNTEER_FOUND)
        heard = [told(conn, who) for who in (ann, bob, resident)]
        return answer, details, found, heard, load(conn, group_id)

    answer, details, found, heard, held = await store.write(unit)
    assert details["address"] == "Block 7, door 3"
    assert details["word"] == found["word"] == answer.word
    assert found["name"] == "Ann"
    assert held == 1
    assert heard == [
        [NoticeCode.OFFER_ACCEPTED, NoticeCode.TASK],
        [],  # he had not seen the offer, so he is spared both
        [NoticeCode.REQUEST_RECEIVED, NoticeCode.VOLUNTEER_FOUND],
    ]


async def test_who_was_slower_hears_it_kindly(store):
    """Who saw the offer hears that somebody was faster; once, if they answer too late too."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        request(conn, person(conn, "rose"))
        work(conn)
        late = offer_to(conn, bob)
        forget(conn, bob)
        accept(conn, ann)
        taken_back = told(conn, bob)
        answer = dispatch.accept(conn, late, bob.id, settings=SETTINGS, now=NOW)
        return taken_back, answer, told(conn, bob), load(conn, group_id)

    taken_back, answer, heard, held = await store.write(unit)
    assert taken_back == [NoticeCode.OFFER_TOO_LATE]
    assert answer == TooLate()
    assert heard == [NoticeCode.OFFER_TOO_LATE]
    assert held == 1


async def test_a_wave_asks_five_and_the_next_follows_in_its_time(store):
    """Five at a time; another wave only when the time of the urgency has passed."""

    def unit(conn):
        group_id = group(conn)
        for number in range(7):
            volunteer(conn, group_id, f"volunteer {number}")
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn)
        first = len(asked(conn, request_id))
        work(conn, NOW + 2 * MINUTE)
        early = len(asked(conn, request_id))
        work(conn, NOW + 3 * MINUTE)
        return first, early, len(asked(conn, request_id))

    assert await store.write(unit) == (5, 5, 7)


async def test_a_refusal_is_replaced_at_once_and_nobody_is_asked_twice(store):
    """The next candidate is asked in the transaction of the refusal."""

    def unit(conn):
        group_id = group(conn)
        crowd = [volunteer(conn, group_id, f"volunteer {number}") for number in range(6)]
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        no = crowd[0]
        dispatch.decline(conn, offer_to(conn, no), no.id, settings=SETTINGS, now=NOW)
        waited = asked(conn, request_id)
        work(conn, NOW + HOUR)
        return [one.id for one in crowd], waited, asked(conn, request_id)

    crowd, waited, later = await store.write(unit)
    assert waited == crowd[1:]
    assert crowd[0] not in later


async def test_when_nobody_is_left_to_ask_a_person_takes_over_once(store):
    """The ladder ends in a call, told once, and the search goes on more slowly."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        resident = person(conn, "rose")
        request_id = request(conn, resident, urgency=Urgency.NOW)
        work(conn)
        before = calls.open_of(conn, resident.id)
        for minutes in (3, 18, 33, 48):
            work(conn, NOW + minutes * MINUTE)
        late = volunteer(conn, group(conn, "new"), "late")
        next_at = requests.get(conn, request_id).next_at
        work(conn, next_at)
        heard = told(conn, resident)
        return before, heard, next_at, late.id, asked(conn, request_id), ann.id

    before, heard, next_at, late, found, ann = await store.write(unit)
    assert before is None
    assert heard.count(NoticeCode.LOOKING_FURTHER) == 1
    assert heard.count(NoticeCode.CALL_QUEUED) == 1
    assert next_at == NOW + 63 * MINUTE
    assert late in found
    assert ann not in found


async def test_a_request_nobody_does_all_of_is_split_and_each_part_is_taken(store):
    """Parts share no need; the resident hears of the split once."""

    def unit(conn):
        food, health = group(conn, "food"), group(conn, "health", leaves=[Leaf.MEDICINE])
        ann, bob = volunteer(conn, food, "ann"), volunteer(conn, health, "bob")
        resident = person(conn, "rose")
        request_id = request(conn, resident, Leaf.GROCERIES, Leaf.MEDICINE)
        work(conn)
        parts = [list(one.leaves) for one in offers(conn, request_id)]
        accept(conn, ann)
        half = requests.get(conn, request_id)
        accept(conn, bob)
        whole = requests.get(conn, request_id).status
        return parts, told(conn, resident), half, whole

    parts, heard, half, whole = await store.write(unit)
    assert sorted(parts) == [[Leaf.GROCERIES], [Leaf.MEDICINE]]
    assert heard.count(NoticeCode.REQUEST_SPLIT) == 1
    assert half.needs == {
        Leaf.GROCERIES: RequestStatus.TAKEN,
        Leaf.MEDICINE: RequestStatus.OFFERED,
    }
    assert whole is RequestStatus.TAKEN


async def test_an_unseen_offer_that_ran_out_is_never_seen(store):
    """What is no longer true is not said."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn)
        before = told(conn, ann)
        work(conn, NOW + 12 * MINUTE)
        return before, told(conn, ann), len(notices.waiting(conn, ann.address_id, asking=True))

    assert await store.write(unit) == ([NoticeCode.OFFER], [], 0)


async def test_an_offer_that_ran_out_may_still_be_taken_while_nobody_else_has_it(store):
    """Help that comes late is better than a kind refusal and nobody."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        work(conn)
        late = offer_to(conn, ann)
        work(conn, NOW + 12 * MINUTE)
        answer = dispatch.accept(conn, late, ann.id, settings=SETTINGS, now=NOW + HOUR)
        return answer, requests.get(conn, request_id).status

    answer, status = await store.write(unit)
    assert isinstance(answer, Accepted)
    assert status is RequestStatus.TAKEN
