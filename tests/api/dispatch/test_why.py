"""Why these groups were asked, and why none of the others: every open group is counted."""

from api.reports import service as reports
from api.vocabulary import Leaf, Reason
from tests.api.district import group, person, request, volunteer, work


def why(conn, *leaves):
    """Of the newest look for a request: the groups found able, and counts of the others."""
    request_id = request(conn, person(conn, "rose"), *leaves)
    work(conn)
    look = reports.course(conn, request_id).waves[-1]
    return [one.group for one in look.chosen], look.rejected


async def test_where_one_group_is_able_the_others_are_counted_by_what_they_lack(store):
    """Also those that do nothing of it, which are looked at no further."""

    def unit(conn):
        volunteer(conn, group(conn, "near"), "nan")
        group(conn, "far", east_m=60_000)
        for name in ("cooks", "drivers"):
            group(conn, name, leaves=(Leaf.MEAL,))
        return why(conn)

    chosen, rejected = await store.write(unit)
    assert chosen == ["near"]
    assert rejected == {Reason.LEAF: 2, Reason.COVERAGE: 1}


async def test_of_a_request_that_is_split_every_group_that_does_a_share_is_able(store):
    """Nobody reads that no group is able, while two of them are being asked."""

    def unit(conn):
        volunteer(conn, group(conn, "shops"), "nan")
        volunteer(conn, group(conn, "cooks", leaves=(Leaf.MEAL,)), "mo")
        group(conn, "drivers", leaves=(Leaf.TRANSPORT,))
        return why(conn, Leaf.GROCERIES, Leaf.MEAL)

    chosen, rejected = await store.write(unit)
    assert sorted(chosen) == ["cooks", "shops"]
    assert rejected == {Reason.LEAF: 1}


async def test_a_group_that_does_only_some_of_it_fails_by_the_leaf_where_one_does_all(store):
    """It is asked for nothing, and counted."""

    def unit(conn):
        volunteer(conn, group(conn, "both", leaves=(Leaf.GROCERIES, Leaf.MEAL)), "nan")
        group(conn, "cooks", leaves=(Leaf.MEAL,))
        return why(conn, Leaf.GROCERIES, Leaf.MEAL)

    chosen, rejected = await store.write(unit)
    assert chosen == ["both"]
    assert rejected == {Reason.LEAF: 1}
