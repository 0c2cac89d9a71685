"""What tests ask of a store's index: what it answers, what brute force does, how far it is."""

import asyncio

from api.database.copies import copies_of
from api.groups import store as kept
from api.matching import service as matching
from api.matching.index.feed import Feed
from api.matching.rules import match
from tests.api.district import NOW
from tests.api.matching.sides import wanted

PATIENCE = 2000


def feed_of(conn):
    """The index of the connection's store; an empty one is made, as by a first look."""
    copies = copies_of(conn)
    return copies.of(Feed, lambda: Feed(copies, matching.able_of))


def best(conn, asked=None):
    """The ids that matching answers, in their order."""
    found = matching.best(conn, asked or wanted(), now=NOW)
    return [(one.group_id, one.load, one.asked_at) for one in found]


def brute(conn, asked=None):
    """The same by a look at every row."""
    rows = [matching.able_of(group) for group in kept.open_groups(conn)]
    found = match(asked or wanted(), rows, NOW).chosen
    return [(one.group_id, one.load, one.asked_at) for one in found]


async def up_to_date(store):
    """Returns once the store's index holds all that is committed; how often it read everything."""

    def is_there(conn):
        feed = feed_of(conn)
        seen = feed.seen(conn)
        return feed.built if seen is not None and not seen.behind else 0

    for _ in range(PATIENCE):
        if built := await store.read(is_there):
            return built
        await asyncio.sleep(0.01)
    raise AssertionError("the index never caught up")
