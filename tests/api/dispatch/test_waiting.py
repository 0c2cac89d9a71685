"""When there is more to do than help: who is asked, who is woken, and what residents hear."""

from dataclasses import replace

from api.database.tables.backlog import freed_groups, waits
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.requests import service as requests
from api.vocabulary import Leaf, TaskStatus, Urgency
from tests.api.district import (
    DAY,
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


def crowd(conn, *, capacity, volunteers=5, **changed):
    """A group with so many places and volunteers who have time for everything; both."""
    group_id = group(conn, capacity=capacity, **changed)
    return group_id, [volunteer(conn, group_id, f"{group_id} {n}") for n in range(volunteers)]


def many(conn, number, urgency=Urgency.WEEK, *, name="resident", **changed):
    """So many requests of as many residents, a minute apart; their ids and their residents."""
    people = [person(conn, f"{name} {n}") for n in range(number)]
    made = [
        request(conn, one, urgency=urgency, now=NOW - (number - n) * MINUTE, **changed)
        for n, one in enumerate(people)
    ]
    return made, people


def finish(conn, someone, now=NOW):
    """Somebody is done with their task."""
    task = dispatch.tasks_of(conn, someone.id)[0]
    dispatch.finish(conn, task.id, someone.id, TaskStatus.DONE, settings=SETTINGS, now=now)


async def test_a_group_is_asked_for_three_requests_for_each_place_it_has_free(store):
    """Twelve wait, two places are free: six are asked for, and those first who came first."""

    def unit(conn):
        crowd(conn, capacity=2, volunteers=10)
        made, _ = many(conn, 12)
        work(conn)
        return [bool(asked(conn, one)) for one in made]

    assert await store.write(unit) == [True] * 6 + [False] * 6


async def test_what_is_less_urgent_takes_no_room_from_what_is_more(store):
    """A group that is asked for enough of `later` is still asked for what is needed today."""

    def unit(conn):
        crowd(conn, capacity=1, volunteers=10)
        slow, _ = many(conn, 5, Urgency.LATER)
        work(conn)
        fast, _ = many(conn, 5, Urgency.TODAY, name="fast")
        work(conn)
        return [sum(bool(asked(conn, one)) for one in made) for made in (slow, fast)]

    assert await store.write(unit) == [3, 3]


async def test_with_a_free_place_who_is_next_is_asked_and_nobody_else_is_woken(store):
    """By urgency, then age: the oldest of the most urgent, and not the whole queue."""

    def unit(conn):
        _, (ann, *_) = crowd(conn, capacity=1, volunteers=1)
        request(conn, person(conn, "first"))
        work(conn)
        accept(conn, ann)
        slow, _ = many(conn, 6, Urgency.LATER)
        fast, _ = many(conn, 6, Urgency.WEEK, name="fast")
        work(conn)
        before = [one for one in (*slow, *fast) if asked(conn, one)]
        finish(conn, ann, NOW + HOUR)
        looks = conn.execute(waits.select()).all()
        work(conn, NOW + HOUR)
        later = conn.execute(waits.select()).all()
        looked = len({*looks} ^ {*later}) // 2
        after = [one for one in (*slow, *fast) if asked(conn, one)]
        return before, after, fast, looked

    before, found, fast, looked = await store.write(unit)
    assert before == []
    assert found == fast[:3]
    assert looked == 3


async def test_a_group_that_may_do_more_is_looked_at_at_once(store):
    """More places, an end of a pause, a new volunteer: whoever waits for it is asked then."""

    def unit(conn):
        group_id, _ = crowd(conn, capacity=1, volunteers=1)
        groups.change(conn, group_id, GroupChange(paused_until=NOW + 9 * DAY), now=NOW)
        (one,), _ = many(conn, 1)
        work(conn)
        before = asked(conn, one)
        groups.change(conn, group_id, GroupChange(paused_until=NOW), now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        return before, len(asked(conn, one)), conn.execute(freed_groups.select()).all()

    assert await store.write(unit) == ([], 1, [])


async def test_where_nobody_waits_a_free_place_leaves_no_trace(store):
    """What costs nothing while there is help enough."""

    def unit(conn):
        _, (ann, *_) = crowd(conn, capacity=1, volunteers=1)
        request(conn, person(conn, "first"))
        work(conn)
        accept(conn, ann)
        finish(conn, ann)
        return conn.execute(freed_groups.select()).all(), conn.execute(waits.select()).all()

    assert await store.write(unit) == ([], [])


async def test_nobody_free_is_looked_for_ever_more_rarely_but_what_is_urgent_now(store):
    """Twice as late each time, to at most a day; now, as often as was set."""

    def unit(conn):
        group(conn, capacity=0)
        awake, found = replace(SETTINGS, on_duty=(0, 24 * 60)), {}
        for urgency in (Urgency.NOW, Urgency.TODAY, Urgency.WEEK):
            one, now, gaps = request(conn, person(conn, urgency), urgency=urgency), NOW, []
            for _ in range(6):
                work(conn, now, awake)
                next_at = requests.get(conn, one).next_at
                gaps.append(next_at - now)
                now = next_at
            requests.cancel(conn, one, now=now)
            work(conn, now, awake)
            found[urgency] = gaps
        return found

    found = await store.write(unit)
    assert set(found[Urgency.NOW]) == {15 * MINUTE}
    assert found[Urgency.TODAY] == [n * HOUR for n in (1, 2, 4, 8, 8, 8)]
    assert found[Urgency.WEEK] == [n * HOUR for n in (4, 8, 16, 24, 24, 24)]


async def test_who_waited_too_long_is_served_before_who_came_later_with_less_time(store):
    """A request of `later` that waits for its fourth month goes before one of today."""

    def unit(conn):
        _, (ann, *_) = crowd(conn, capacity=1, volunteers=1)
        request(conn, person(conn, "first"))
        work(conn)
        accept(conn, ann)
        old = request(conn, person(conn, "old"), urgency=Urgency.LATER, now=NOW - 90 * DAY)
        new, _ = many(conn, 5, Urgency.TODAY)
        work(conn)
        finish(conn, ann)
        work(conn)
        return bool(asked(conn, old)), sum(bool(asked(conn, one)) for one in new)

    assert await store.write(unit) == (True, 2)


async def test_the_rare_need_is_served_before_common_ones_that_came_first(store):
    """Two groups cook and only one of them shops: who needs it to shop is asked for first."""

    def unit(conn):
        _, (ann,) = crowd(conn, capacity=1, volunteers=1, leaves=(Leaf.MEAL, Leaf.GROCERIES))
        _, (bob,) = crowd(conn, capacity=1, volunteers=1, leaves=(Leaf.MEAL,))
        for leaf, takes in ((Leaf.GROCERIES, ann), (Leaf.MEAL, bob)):
            request(conn, person(conn, f"first {leaf}"), leaf)
            work(conn)
            accept(conn, takes)
        common, _ = many(conn, 4, Urgency.WEEK, needs=[Leaf.MEAL])
        rare = request(conn, person(conn, "rare"), Leaf.GROCERIES, urgency=Urgency.WEEK)
        work(conn)
        before = [bool(asked(conn, each)) for each in (*common, rare)]
        rarities = {
            one.id: one.rarity for one in requests.waiting(conn, 9, settings=SETTINGS, now=NOW)
        }
        finish(conn, ann)
        work(conn)
        after = [bool(asked(conn, each)) for each in (*common, rare)]
        return before, after, [rarities[each] for each in (*common, rare)]

    before, after, rarities = await store.write(unit)
    assert before == [False] * 5
    assert rarities == [2, 2, 2, 2, 1]
    assert after == [True, True, False, False, True]
