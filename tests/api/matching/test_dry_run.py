"""The dry run explains what would happen, for a request of somebody or of nobody; it does none."""

import json
import random

import pytest
import sqlalchemy as sa

from api.database.metadata import metadata
from api.reports import service as reports
from api.vocabulary import Accommodation, Leaf, Role, Urgency
from tests.api.dispatch.cordons import CLOSED, GATE, INSIDE, PERMIT, parts, restrict, turn
from tests.api.district import HOME, group, person, request, volunteer, work

SEED = 20260304
WED = 2


def everything(conn):
    """Every row of every table."""
    tables = sorted(metadata.tables.values(), key=lambda table: table.name)
    return {one.name: [tuple(row) for row in conn.execute(sa.select(one))] for one in tables}


def asked(chance):
    """A request that nobody made."""
    some = chance.sample(list(Leaf), chance.randint(1, 4))
    place = {"latitude": HOME[0] + chance.uniform(-0.1, 0.1), "longitude": HOME[1]}
    return {
        "needs": [leaf.value for leaf in some],
        "urgency": chance.choice(list(Urgency)).value,
        "language": chance.choice(["en", "zh-Hans", "ar"]),
        "accommodations": [one.value for one in chance.sample(list(Accommodation), 2)],
        "place": place if chance.random() < 0.8 else {"text": "Block 7"},
    }


def district(conn):
    """Groups of all kinds, and one request that is being looked for."""
    elm = group(conn, "Elm", leaves=[Leaf.GROCERIES, Leaf.WATER], remote=[Leaf.CHECK_IN])
    group(conn, "Oak", east_m=700, leaves=list(Leaf)[:9], able=list(Accommodation))
    group(conn, "late", leaves=[Leaf.REPAIR], hours=[[WED, 840, 900]])
    volunteer(conn, elm, "ann")
    request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES, Leaf.REPAIR)
    work(conn)
    return request_id


@pytest.fixture
async def dry_run(http, bearer):
    """The answer to a body, as a coordinator."""

    async def ask(**body):
        return await http.post("/v1/match", json=body, headers=bearer(Role.COORDINATOR))

    return ask


async def test_whatever_is_asked_no_table_changes(dry_run, store):
    """Not by one row: no offer, no notice, no audit, nobody counts as asked."""
    request_id, chance = await store.write(district), random.Random(SEED)  # noqa: S311 - a seed
    before = await store.read(everything)
    bodies = [{"request": asked(chance)} for _ in range(40)] + [{"request_id": request_id}]
    answers = [await dry_run(**body) for body in bodies]
    assert {one.status_code for one in answers} == {200}
    assert len({json.dumps(one.json()) for one in answers}) > 10
    assert await store.read(everything) == before


async def test_it_says_of_a_kept_request_what_its_look_said(dry_run, store):
    """While nothing has changed: the same groups, the same counts, and the distances kept."""
    request_id = await store.write(district)
    told = (await dry_run(request_id=request_id)).json()
    kept = await store.read(lambda conn: reports.course(conn, request_id).waves[-1])
    look = told["together"]
    assert [one["group_id"] for one in look["chosen"]] == [one.group_id for one in kept.chosen]
    assert [one["distance_m"] for one in look["chosen"]] == [one.distance_m for one in kept.chosen]
    assert look["rejected"] == kept.rejected
    assert look["leaves"] == kept.leaves
    assert told["unmet"] == ["repair"]
    assert told["opens_at"] == "2026-03-04T14:00:00Z"


async def test_it_says_how_many_there_are_and_shows_the_best(dry_run, store):
    """As many as were asked for; what is lacking is told by its name."""

    def unit(conn):
        for number in range(5):
            group(conn, f"g{number}", east_m=number * 300, able=["wheelchair"])
        group(conn, "none")

    await store.write(unit)
    body = asked(random.Random(SEED)) | {  # noqa: S311 - a seed
        "needs": ["groceries"],
        "accommodations": ["wheelchair"],
        "place": {"latitude": HOME[0], "longitude": HOME[1]},
    }
    look = (await dry_run(request=body, k=2)).json()["whole"]
    assert (look["able"], [one["group"] for one in look["chosen"]]) == (5, ["g0", "g1"])
    assert look["rejected"] == {"accommodation": 1}
    assert look["lacking"] == {"wheelchair": 1}


@pytest.mark.parametrize(
    ("kind", "relay", "bring", "carry"),
    [
        (INSIDE, False, ["Elm"], ["Bay"]),
        (PERMIT, False, ["Elm"], ["Bay"]),
        (GATE, True, ["Elm"], ["Bay"]),
        (GATE, False, [], []),
        (CLOSED, False, [], []),
    ],
)
async def test_it_tries_what_two_could_do_together(dry_run, store, kind, relay, bring, carry):
    """One from outside to the gate, one from inside on: where it is asked for, or nobody else can.

    As the worker then asks them, and it says of the need itself that nobody does it alone.
    """

    def unit(conn):
        elm = group(conn, "Elm", east_m=2000, leaves=[Leaf.GROCERIES])
        bay = group(conn, "Bay", leaves=[Leaf.ERRAND])
        volunteer(conn, elm, "ann"), volunteer(conn, bay, "bo")
        restrict(conn, kind, relay=relay)
        request_id = request(conn, person(conn, "rose"), Leaf.GROCERIES)
        turn(conn)
        return request_id, {one.value for one in parts(conn, request_id)}

    request_id, asked = await store.write(unit)
    told = (await dry_run(request_id=request_id)).json()
    pairs = told["relays"]
    assert [one["leaves"] for one in pairs] == ([["groceries"]] if bring else [])
    assert [one["group"] for pair in pairs for one in pair["bring"]] == bring
    assert [one["group"] for pair in pairs for one in pair["carry"]] == carry
    assert ({"bring", "carry"} <= asked) is bool(bring)
