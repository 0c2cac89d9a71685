"""A language nobody shares leaves nobody: such people are asked last, and both sides are told."""

from api.dispatch import service as dispatch
from api.vocabulary import Leaf, NoticeCode
from tests.api.dispatch.test_chats import chat
from tests.api.district import (
    NOW,
    SETTINGS,
    accept,
    asked,
    group,
    offers,
    person,
    request,
    values,
    volunteer,
    work,
)


async def test_who_shares_the_language_is_asked_before_who_is_nearer(store):
    """Of the same group and of the next: also where the group as a whole speaks it."""

    def unit(conn):
        near = group(conn, "near", languages=["en", "ar"])
        far = group(conn, "far", east_m=2000, languages=["en", "ar"])
        ann = volunteer(conn, near, "ann")
        amal = volunteer(conn, near, "amal", languages=["ar", "en"])
        basma = volunteer(conn, far, "basma", languages=["ar"])
        request_id = request(conn, person(conn, "rana"), language="ar")
        work(conn)
        marked = {one.person_id: one.interpreter for one in offers(conn, request_id)}
        return asked(conn, request_id), marked, [amal.id, basma.id, ann.id]

    found, marked, expected = await store.write(unit)
    assert found == expected
    assert list(marked.values()) == ["", "", "ar"]


async def test_an_offer_across_languages_says_so_and_the_resident_hears_it(store):
    """The volunteer decides knowing it; the resident is told plainly, and nothing more."""

    def unit(conn):
        ann, rana = volunteer(conn, group(conn), "ann"), person(conn, "rana")
        request(conn, rana, language="ar")
        work(conn)
        offered = values(conn, ann, NoticeCode.OFFER)
        [fact] = dispatch.offers_of(conn, ann.id)
        accept(conn, ann)
        told = values(conn, ann, NoticeCode.OFFER_ACCEPTED)
        return offered, fact, told, values(conn, rana, NoticeCode.VOLUNTEER_FOUND)

    offered, fact, told, found = await store.write(unit)
    assert offered["interpreter"] == fact.interpreter == told["interpreter"] == "ar"
    assert found["other_language"] == "yes"


async def test_who_shares_the_language_hears_nothing_of_it(store):
    """Nor does the resident; whatever country it is written for."""

    def unit(conn):
        ann, rose = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request(conn, rose, language="en-GB")
        work(conn)
        offered = values(conn, ann, NoticeCode.OFFER)
        accept(conn, ann)
        return offered, values(conn, rose, NoticeCode.VOLUNTEER_FOUND)

    offered, found = await store.write(unit)
    assert offered["interpreter"] == found["other_language"] == ""


async def test_whoever_takes_it_in_a_chat_is_judged_by_their_own_languages(store):
    """The group does not speak it, one member does."""

    def unit(conn):
        group_id = group(conn)
        amal = volunteer(conn, group_id, "amal", languages=["ar", "en"])
        where = chat(conn, group_id)
        rana = person(conn, "rana")
        request_id = request(conn, rana, language="ar")
        work(conn)
        [offer] = offers(conn, request_id)
        shown = values(conn, where, NoticeCode.GROUP_OFFER)["interpreter"]
        dispatch.accept(conn, offer.id, amal.id, settings=SETTINGS, now=NOW)
        return shown, values(conn, rana, NoticeCode.VOLUNTEER_FOUND)

    marked, found = await store.write(unit)
    assert marked == "ar"
    assert found["other_language"] == ""


async def test_of_a_request_that_is_shared_out_the_resident_hears_who_does_which_part(store):
    """With the name of the group; of one that is not, the name of the helper is enough."""

    def unit(conn):
        food, health = group(conn, "Elm"), group(conn, "Oak", leaves=[Leaf.MEDICINE])
        ann, bob = volunteer(conn, food, "ann"), volunteer(conn, health, "bob")
        rose = person(conn, "rose")
        request(conn, rose, Leaf.GROCERIES, Leaf.MEDICINE)
        work(conn)
        parts = []
        for one in (ann, bob):
            accept(conn, one)
            parts.append(values(conn, rose, NoticeCode.VOLUNTEER_FOUND))
        request(conn, rose)
        work(conn)
        accept(conn, ann)
        return parts, values(conn, rose, NoticeCode.VOLUNTEER_FOUND)

    (first, second), whole = await store.write(unit)
    assert (first["group"], first["leaves"]) == ("Elm", ["groceries"])
    assert (second["group"], second["leaves"]) == ("Oak", ["medicine"])
    assert whole["group"] == ""
