"""Who brings a thing to a gate learns what to bring, and nothing of who it is for and where."""

import json

from api.dispatch import service as dispatch
from api.dispatch.rules import to_bring
from api.notices import service as notices
from api.requests import service as requests
from api.requests.schemas import Change, Place
from api.vocabulary import Leaf, NoticeCode
from tests.api.dispatch.cordons import INSIDE, restrict, turn
from tests.api.district import (
    DAY,
    HOME,
    NOW,
    SETTINGS,
    accept,
    group,
    person,
    request,
    told,
    volunteer,
    work,
)

ERRAND = [Leaf.ERRAND]

SECRETS = ("Rose", "Block 7", "flat 12", "floor", "138 1234 5678", "sad", "none_left")


def everything(conn, someone):
    """All that is waiting to be said or asked, as it is kept."""
    both = [
        one
        for asking in (False, True)
        for one in notices.waiting(conn, someone.address_id, asking=asking)
    ]
    return json.dumps([dict(one.values) for one in both])


def among_three(conn, details):
    """A pair for groceries, and somebody far who talks with Rose: what is said is about both."""
    restrict(conn, INSIDE, relay=True)
    ann = volunteer(conn, group(conn, "Elm", east_m=2000), "ann")
    bo = volunteer(conn, group(conn, "Oak", east_m=100, leaves=ERRAND), "bo")
    volunteer(conn, group(conn, "Fir", leaves=(), remote=(Leaf.CHECK_IN,)), "cy")
    rose = person(conn, "Rose")
    request_id = request(conn, rose, Leaf.GROCERIES, Leaf.CHECK_IN, details=details)
    turn(conn)
    return ann, bo, rose, request_id


async def test_who_brings_is_told_what_to_bring_and_nothing_of_who_and_where(store):
    """Whatever happens until the end: no name, door, number, nor words about another need."""

    def unit(conn):
        details = {
            "door": "flat 12, third floor",
            "food_detail": "no nuts, else call 138 1234 5678",
            "detail": "sad since March",
            "medicine_left": "none_left",
        }
        ann, bo, rose, request_id = among_three(conn, details)
        accept(conn, ann)
        accept(conn, bo)
        where = Place(text="Block 7, flat 12", latitude=HOME[0], longitude=HOME[1])
        for changed in (Change(words="six eggs, or ring +86 138 1234 5678"), Change(place=where)):
            dispatch.change_request(conn, request_id, changed, settings=SETTINGS, now=NOW)
        dispatch.send_word(conn, None, ann.id, "which eggs?", settings=SETTINGS, now=NOW)
        dispatch.start(conn, None, ann.id, settings=SETTINGS, now=NOW)
        dispatch.send_word(conn, None, rose.id, "small ones", settings=SETTINGS, now=NOW)
        work(conn, NOW + DAY)  # both are asked how it goes, and the resident about neither
        heard = everything(conn, ann), everything(conn, bo)
        asked = NoticeCode.DID_HELP_ARRIVE in told(conn, rose)
        requests.cancel(conn, request_id, now=NOW)
        work(conn)
        return heard[0] + everything(conn, ann), heard[1], asked

    anns, bos, asked = await store.write(unit)
    assert not asked
    assert [word for word in SECRETS if word in anns] == []
    assert [word for word in ("no nuts", "six eggs", "small ones") if word not in anns] == []
    assert [word for word in (*SECRETS, "small ones") if word not in bos] == []


def test_who_brings_a_thing_hears_what_was_asked_about_that_thing():
    """Words about more than what they bring are not theirs; of food, whatever is for eating is."""
    said = {
        "people": "two",
        "food_detail": "no nuts",
        "medicine_where": "pharmacy",
        "detail": "red",
    }
    said |= {"other_detail": "come at six", "added": "ring 021 5550 1234", "door": "flat 12"}
    soap, pill, other = Leaf.HOUSEHOLD_GOODS, Leaf.MEDICINE, Leaf.OTHER
    for brought, others, names in (
        ([Leaf.MEAL], [Leaf.WATER], "people food_detail detail other_detail added"),
        ([pill], [Leaf.MEAL], "medicine_where detail other_detail added"),
        ([soap], [Leaf.MEAL], "detail other_detail added"),
        ([soap], [Leaf.COUNSELLING], "other_detail added"),
        ([soap], [other], "detail added"),
    ):
        assert list(to_bring(said, brought, [*brought, *others])) == names.split(), brought
    assert to_bring(said, [soap], [soap])["added"] == "ring …"
