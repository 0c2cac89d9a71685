"""Either half of a relay hears what becomes of the other, and what to do until then."""

from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.groups import service as groups
from api.notices import service as notices
from api.requests import service as requests
from api.vocabulary import Access, Leaf, Mode, NoticeCode, Part, RelayStep, TaskStatus
from tests.api.dispatch.cordons import CLOSED, INSIDE, pair, restrict, turn
from tests.api.district import (
    DAY,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    offers,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

PARTNER = NoticeCode.RELAY_PARTNER
ERRAND = [Leaf.ERRAND]


def taken(conn, **changed):
    """Ann brings and Bo carries, and so far nobody is waiting to hear anything."""
    ann, bo, rose, request_id = pair(conn, **changed)
    for one in (ann, bo):
        accept(conn, one)
    for one in (ann, bo, rose):
        forget(conn, one)
    return ann, bo, rose, request_id


def offered(conn, request_id, someone, part):
    """An offer of this part to somebody, as the next wave makes it."""
    [mine] = groups.memberships(conn, someone.id)
    near = Access.GATE if part is Part.BRING else Access.DOOR
    to = {"request_id": request_id, "group_id": mine.group_id, "person_id": someone.id}
    how = {"mode": Mode.IN_PERSON, "part": part, "access": near, "letter": "A", "wave": 1}
    return {**to, **how, "expires_at": NOW + DAY, "interpreter": ""}


def news(conn, someone):
    """What somebody heard of the other half last: the step, their own half, and the name."""
    heard = values(conn, someone, PARTNER)
    return heard["news"], heard["half"], heard["name"]


def steps(conn, someone):
    """All that somebody heard of the other half, in its order."""
    heard = notices.waiting(conn, someone.address_id)
    return [(one.values["news"], one.values["name"]) for one in heard if one.code == PARTNER]


def silent(conn, someone):
    """Somebody says nothing until their task is taken from them; the other is heard of."""
    at = NOW
    while any(kept.tasks_of(conn, someone.id)):
        at += DAY
        for one in kept.tasks_of(conn, someone.id):
            kept.change_task(conn, one.id, {"next_at": at})
            work(conn, at)
    return at


async def test_when_one_falls_silent_the_other_hears_it_and_then_who_is_found(store):
    """First that they keep their part and wait; then the name of the new one and the word."""

    def unit(conn):
        ann, bo, _, request_id = taken(conn)
        keep = {"next_at": NOW + 99 * DAY}
        [mine] = kept.tasks_of(conn, ann.id)
        kept.change_task(conn, mine.id, keep)
        at = silent(conn, bo)
        left = steps(conn, ann)
        forget(conn, ann)
        cy = volunteer(conn, group(conn, "Ash", east_m=200, leaves=ERRAND), "cy")
        requests.update(conn, request_id, {"next_at": at})
        work(conn, at)
        accept(conn, cy, now=at)
        return left, news(conn, ann), news(conn, cy), values(conn, ann, PARTNER)["word"], mine

    left, found, cys, word, mine = await store.write(unit)
    assert left == [(RelayStep.LEFT, "bo"), (RelayStep.NOBODY, "")]
    assert found == (RelayStep.CARRIES, "bring", "cy")
    assert cys == (RelayStep.BRINGS, "carry", "ann")
    assert word == mine.word


async def test_when_a_rule_keeps_one_out_the_other_hears_it(store):
    """Of two areas the larger one lets Bo in no more; Ann waits with what she has."""

    def unit(conn):
        ann, bo, _, _ = taken(conn)
        restrict(conn, INSIDE, metres=50)
        turn(conn)
        return steps(conn, ann), NoticeCode.TASK_RESTRICTED in told(conn, bo)

    heard, kept_out = await store.write(unit)
    assert kept_out
    assert heard == [(RelayStep.LEFT, "bo"), (RelayStep.NOBODY, "")]


async def test_where_it_is_closed_to_both_neither_is_told_to_wait_for_the_other(store):
    """Each hears of their own task only."""

    def unit(conn):
        ann, bo, _, _ = taken(conn)
        restrict(conn, CLOSED)
        turn(conn)
        return told(conn, ann), told(conn, bo)

    assert await store.write(unit) == ([NoticeCode.TASK_RESTRICTED],) * 2


async def test_who_sets_out_to_the_gate_is_not_announced_at_the_door(store):
    """The resident and who carries it hear when; nobody asks the resident to come or to open."""

    def unit(conn):
        ann, bo, rose, _ = taken(conn)
        [task] = kept.tasks_of(conn, ann.id)
        dispatch.start(conn, None, ann.id, minutes=15, settings=SETTINGS, now=NOW)
        return (
            told(conn, rose),
            values(conn, rose, NoticeCode.REQUEST_RELAYED),
            values(conn, bo, PARTNER),
            (task, kept.tasks_of(conn, bo.id)[0]),
        )

    roses, heard, bos, (anns, his) = await store.write(unit)
    assert roses == [NoticeCode.REQUEST_RELAYED]
    assert (heard["news"], heard["word"]) == (RelayStep.SETS_OUT, his.word)
    assert (bos["news"], bos["word"]) == (RelayStep.SETS_OUT, anns.word)
    assert heard["at"] == bos["at"] != ""


async def test_whoever_takes_the_second_half_late_hears_that_it_is_at_the_gate(store):
    """Who brought it is done and hears no more; the resident is told where it is."""

    def unit(conn):
        ann, bo, rose, _ = pair(conn)
        accept(conn, ann)
        dispatch.finish(conn, None, ann.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
        for one in (ann, bo, rose):
            forget(conn, one)
        accept(conn, bo)
        heard = values(conn, rose, NoticeCode.REQUEST_RELAYED)
        return news(conn, bo), told(conn, ann), (heard["news"], heard["both"])

    bos, anns, roses = await store.write(unit)
    assert bos == (RelayStep.AT_GATE, "carry", "ann")
    assert anns == []
    assert roses == (RelayStep.CARRIES, "there")


async def test_two_needs_of_one_relay_are_one_offer_in_every_wave(store):
    """Who is asked later is asked once, for both, as the first were."""

    def unit(conn):
        both = [Leaf.GROCERIES, Leaf.WATER]
        restrict(conn, INSIDE, relay=True)
        volunteer(conn, group(conn, "Elm", east_m=2000, leaves=both), "ann")
        volunteer(conn, group(conn, "Oak", east_m=100, leaves=ERRAND), "bo")
        request_id = request(conn, person(conn, "rose"), *both)
        turn(conn)
        first = [(one.part, list(one.leaves)) for one in offers(conn, request_id)]
        cy = volunteer(conn, group(conn, "Yew", east_m=2100, leaves=both), "cy")
        work(conn, NOW + 20 * MINUTE)
        cys = [one for one in offers(conn, request_id) if one.person_id == cy.id]
        return first, [(one.part, list(one.leaves)) for one in cys], both

    first, later, both = await store.write(unit)
    assert sorted(first) == [(Part.BRING, both), (Part.CARRY, both)]
    assert later == [(Part.BRING, both)]


async def test_who_brings_for_two_that_carry_is_heard_by_both(store):
    """When they leave, set out, or are at the gate: neither carrier waits for nothing."""

    def unit(conn):
        restrict(conn, INSIDE, relay=True)
        both = [Leaf.GROCERIES, Leaf.WATER]
        ann = volunteer(conn, group(conn, "Elm", east_m=2000, leaves=both), "ann")
        carriers = [
            volunteer(conn, group(conn, f"Oak {leaf}", east_m=100, leaves=ERRAND), leaf.value)
            for leaf in both
        ]
        request_id = request(conn, person(conn, "rose"), *both)
        requests.split(conn, request_id, both, NOW)
        for someone, part, leaves in zip(
            (ann, *carriers),
            (Part.BRING, Part.CARRY, Part.CARRY),
            (both, both[:1], both[1:]),
            strict=True,
        ):
            values = offered(conn, request_id, someone, part)
            kept.add_offer(conn, values, leaves, NOW)
            accept(conn, someone)
        heard = []
        for act in (
            lambda: dispatch.start(conn, None, ann.id, settings=SETTINGS, now=NOW),
            lambda: dispatch.hand_back(conn, None, ann.id, settings=SETTINGS, now=NOW),
        ):
            act()
            heard += [news(conn, one)[0] for one in carriers]
        return heard

    assert await store.write(unit) == [RelayStep.SETS_OUT] * 2 + [RelayStep.LEFT] * 2


def given_up(conn, request_id):
    """Nobody says yes until a person takes over; the moment."""
    at = NOW
    while requests.get(conn, request_id).told_looking_at is None:
        at += MINUTE
        requests.update(conn, request_id, {"next_at": at})
        work(conn, at)
    return at


async def test_who_waits_for_a_half_that_nobody_takes_hears_so_once_and_keeps_theirs(store):
    """Whoever brings it must not stand at the gate; they may hand it back."""

    def unit(conn):
        ann, _, _, request_id = pair(conn)
        accept(conn, ann)
        at = given_up(conn, request_id) + MINUTE
        requests.update(conn, request_id, {"next_at": at})
        work(conn, at)
        return steps(conn, ann), [one.status for one in kept.tasks_of(conn, ann.id)]

    assert await store.write(unit) == ([(RelayStep.NOBODY, "")], [TaskStatus.UNDER_WAY])


async def test_who_says_yes_after_that_hears_at_once_that_the_other_half_is_nobodys(store):
    """Nobody is sent to a gate at which nobody waits."""

    def unit(conn):
        ann, *_, request_id = pair(conn)
        accept(conn, ann, now=given_up(conn, request_id))
        return news(conn, ann)

    assert await store.write(unit) == (RelayStep.NOBODY, "bring", "")
