"""Every peer of the search answers as the rules do: what differs is no peer."""

from pathlib import Path

import pytest

from api.matching.index import Index
from bench.matching.gist import gist
from bench.matching.measures import MEASURES, scan
from bench.matching.postgis import postgis
from bench.matching.postgresql import GET_IT, postgresql
from bench.matching.taking import agree
from bench.matching.world import DISTRICT, world
from tests.parts import need

POSTGIS = [*Path("/usr/share/postgresql").glob("*/extension/postgis.control")]


class Silent:
    """A peer that finds nobody."""

    async def best(self, wanted, now, k):
        """Whatever is wanted."""
        return []


async def test_the_scan_of_masks_answers_as_the_rules_do():
    """The same groups in the same order, for each workload."""
    made = world(DISTRICT)
    async with scan(made) as peer:
        await agree(made, Index(made.groups), peer, count=25)


@pytest.mark.full
@pytest.mark.parametrize("opened", [postgis, gist])
async def test_postgresql_answers_as_the_rules_do(opened):
    """Both by its textbook and tuned."""
    need("PostGIS", GET_IT, found=any(POSTGIS))
    made = world(DISTRICT)
    async with opened(made) as peer:
        await agree(made, Index(made.groups), peer, count=25)


async def test_a_peer_that_differs_is_refused():
    """A quick wrong answer is no measurement."""
    made = world(DISTRICT)
    with pytest.raises(RuntimeError, match="the peer differs"):
        await agree(made, Index(made.groups), Silent())


async def test_a_missing_server_is_told_with_the_way_to_get_it(monkeypatch):
    """The bench goes on without it, and says so."""
    monkeypatch.setattr("tests.postgresql.BINARIES", [])
    with pytest.raises(RuntimeError, match="apt-get install"):
        async with postgresql("postgis"):
            pass


def test_what_takes_long_is_taken_only_when_it_is_wanted():
    """`make bench` stays a matter of minutes."""
    assert {one.name for one in MEASURES if one.large} == {
        "match_1e5_scan_ratio",
        "match_1e5_gist_ratio",
        "match_growth_1e4_1e6",
    }
