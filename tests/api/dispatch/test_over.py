"""An offer that ends unanswered: its question ends with it, and why it ended is the truth."""

import pytest

from api.dispatch import rules
from api.dispatch import service as dispatch
from api.dispatch.service import Accepted, TooLate
from api.notices import service as notices
from api.requests import service as requests
from api.requests.schemas import Change, Place
from api.vocabulary import NoticeCode, OfferStatus, RequestStatus, Urgency
from tests.api.district import (
    HOME,
    HOUR,
    NOW,
    SETTINGS,
    accept,
    forget,
    group,
    offer_to,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

NEARBY = Place(latitude=HOME[0] + 0.001, longitude=HOME[1])
ALL = [RequestStatus.CANCELLED, RequestStatus.UNMET]
TRUTH = [
    (OfferStatus.WITHDRAWN, [RequestStatus.TAKEN], NoticeCode.OFFER_TOO_LATE),
    (OfferStatus.EXPIRED, [RequestStatus.DONE], NoticeCode.OFFER_TOO_LATE),
    (OfferStatus.ACCEPTED, [RequestStatus.OPEN], NoticeCode.OFFER_WITHDRAWN),
    (OfferStatus.DECLINED, [RequestStatus.OFFERED], NoticeCode.OFFER_WITHDRAWN),
    (OfferStatus.WITHDRAWN, ALL, NoticeCode.OFFER_WITHDRAWN),
    (OfferStatus.EXPIRED, [RequestStatus.CANCELLED], NoticeCode.OFFER_WITHDRAWN),
    (OfferStatus.WITHDRAWN, [RequestStatus.OPEN], NoticeCode.OFFER_CHANGED),
    (OfferStatus.EXPIRED, [RequestStatus.OFFERED], NoticeCode.OFFER_EXPIRED),
]


@pytest.mark.parametrize(("status", "needs", "why"), TRUTH)
def test_nobody_was_faster_unless_somebody_has_it(status, needs, why):
    """What became of the needs decides what is said, whatever the offer once was."""
    assert rules.why_over(status, needs) is why


def asked(conn, *names):
    """A request that volunteers of one group were asked for and saw: its id, and they."""
    elm = group(conn)
    everybody = [volunteer(conn, elm, name) for name in names]
    request_id = request(conn, person(conn, "rose"))
    work(conn)
    for one in everybody:
        forget(conn, one)
    return (request_id, *everybody)


def change(conn, request_id, **wanted):
    """The request is changed, and what is due is done."""
    dispatch.change_request(conn, request_id, Change(**wanted), settings=SETTINGS, now=NOW)
    work(conn)


@pytest.mark.parametrize("wanted", [{"place": NEARBY}, {"urgency": Urgency.NOW}])
async def test_another_place_or_time_ends_the_old_offer_before_the_new_one_is_put(store, wanted):
    """Told in that order, and under another letter, so no answer to the old meets the new."""

    def unit(conn):
        request_id, ann = asked(conn, "ann")
        change(conn, request_id, **wanted)
        over, new = (values(conn, ann, code) for code in told(conn, ann))
        return told(conn, ann), over, new

    codes, over, new = await store.write(unit)
    assert codes == [NoticeCode.OFFER_CHANGED, NoticeCode.OFFER]
    assert (over["again"], over["letter"], new["letter"]) == ("yes", "A", "B")


async def test_who_is_not_asked_anew_is_not_told_that_they_are(store):
    """The others of their group come first, so no new offer is promised."""

    def unit(conn):
        request_id, *crowd = asked(conn, *(f"volunteer {number}" for number in range(10)))
        first = [one for one in crowd if offers_seen(conn, one)]
        change(conn, request_id, place=NEARBY)
        return [(told(conn, one), values(conn, one, NoticeCode.OFFER_CHANGED)) for one in first]

    heard = await store.write(unit)
    assert len(heard) == 5
    assert all(codes == [NoticeCode.OFFER_CHANGED] for codes, _ in heard)
    assert {over["again"] for _, over in heard} == {""}


def offers_seen(conn, someone):
    """Whether somebody has an open offer."""
    return dispatch.offers_of(conn, someone.id)


async def test_who_had_not_seen_the_old_offer_hears_of_the_new_one_only(store):
    """What was never asked need not be taken back."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        change(conn, request_id, urgency=Urgency.NOW)
        return told(conn, ann), values(conn, ann, NoticeCode.OFFER)["urgency"]

    assert await store.write(unit) == ([NoticeCode.OFFER], "now")


async def test_each_end_ends_the_question_where_it_was_asked(store):
    """Its notice closes the offer's form, at once, whatever else is asked there."""

    def unit(conn):
        request_id, ann, bob = asked(conn, "ann", "bob")
        mine = offer_to(conn, bob)
        accept(conn, ann)
        [over] = notices.waiting(conn, bob.address_id, asking=True)
        return over, mine, request_id

    over, mine, _ = await store.write(unit)
    assert (over.code, over.opens, over.about) == (NoticeCode.OFFER_TOO_LATE, "offer", mine)
    assert (over.values["offer_id"], over.patience_s) == (mine, 0)


@pytest.mark.parametrize("how", ["cancelled", "taken", "changed"])
async def test_an_answer_that_comes_too_late_hears_the_same_truth_once(store, how):
    """While it is about to be told anyway it is not told twice; afterwards it is told again."""

    def unit(conn):
        request_id, ann, bob = asked(conn, "ann", "bob")
        late = offer_to(conn, bob)
        if how == "cancelled":
            requests.cancel(conn, request_id, now=NOW)
        elif how == "taken":
            accept(conn, ann)
        else:
            change(conn, request_id, place=NEARBY)
        work(conn)
        both = []
        for _ in range(2):
            answer = dispatch.accept(conn, late, bob.id, settings=SETTINGS, now=NOW)
            assert answer == TooLate()
            both.append([code for code in told(conn, bob) if code != NoticeCode.OFFER])
            forget(conn, bob)
        return both

    code = {
        "cancelled": NoticeCode.OFFER_WITHDRAWN,
        "taken": NoticeCode.OFFER_TOO_LATE,
        "changed": NoticeCode.OFFER_CHANGED,
    }[how]
    assert await store.write(unit) == [[code], [code]]


async def test_a_no_to_what_was_taken_back_promises_nothing(store):
    """Nobody else is asked for what nobody needs."""

    def unit(conn):
        request_id, ann = asked(conn, "ann")
        late = offer_to(conn, ann)
        requests.cancel(conn, request_id, now=NOW)
        work(conn)
        forget(conn, ann)
        dispatch.decline(conn, late, ann.id, settings=SETTINGS, now=NOW)
        return told(conn, ann)

    assert await store.write(unit) == [NoticeCode.OFFER_WITHDRAWN]


async def test_silence_is_told_and_a_late_yes_still_wins(store):
    """The letter of what ran out stays good until somebody has it."""

    def unit(conn):
        _, ann = asked(conn, "ann")
        mine = offer_to(conn, ann)
        work(conn, NOW + HOUR)
        heard, late = told(conn, ann), dispatch.late_offers_of(conn, ann.id)
        answer = dispatch.accept(conn, mine, ann.id, settings=SETTINGS, now=NOW + HOUR)
        gone = dispatch.late_offers_of(conn, ann.id)
        return heard, [one.id for one in late] == [mine], answer, gone, told(conn, ann)

    heard, good, answer, gone, after = await store.write(unit)
    assert heard == [NoticeCode.OFFER_EXPIRED]
    assert good
    assert isinstance(answer, Accepted)
    assert gone == []
    assert after == [NoticeCode.OFFER_ACCEPTED, NoticeCode.TASK]


def test_a_letter_is_used_again_only_after_all_the_others():
    """What is on its way to an offer that just ended must not accept the next one."""
    assert [rules.free_letter(set(), last) for last in ("", "A", "Z")] == ["A", "B", "A"]
    assert rules.free_letter({"B", "C"}, "A") == "D"
    assert rules.free_letter(set("ABCDEFGHJKLMNPQRSTUVWXYZ"), "A") == ""
    assert {"I", "O"}.isdisjoint(rules.free_letter(set(), one) for one in "HN")
