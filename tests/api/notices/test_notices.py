"""Notices: put once, checked, sealed, withdrawn when they are no longer true."""

import pytest
import sqlalchemy as sa

from api.addresses import service as addresses
from api.database.tables.notices import notices as table
from api.notices import service as notices
from api.notices.schemas import UNSAID, VALUES, AboutRequest, CoordinatorAlert, Nothing, Offer
from api.settings import Settings
from api.vocabulary import CallReason, Channel, Leaf, NoticeCode, SafeContact, Urgency
from tests.api.world import MINUTE, NOON, SETTINGS, meet

RECEIVED = AboutRequest(receipt="48291573", leaves=[Leaf.WATER])


def tell(person_id, code=NoticeCode.REQUEST_RECEIVED, values=RECEIVED, **changed):
    """A unit of work that tells a person something."""
    return lambda conn: notices.tell(conn, person_id, code, values, **{"now": NOON} | changed)


async def waiting(store, address_id, **changed):
    """What waits for an address, as codes."""
    found = await store.read(lambda conn: notices.waiting(conn, address_id, **changed))
    return [one.code for one in found]


def test_every_notice_code_has_a_schema_of_values():
    """Nothing is told that was not declared."""
    assert set(VALUES) == set(NoticeCode)


@pytest.mark.parametrize("code", [NoticeCode.OFFER, NoticeCode.GROUP_OFFER])
def test_an_offer_says_nothing_of_who_the_resident_is(code):
    """No name, phone, address, free text, drug or diagnosis can be put into one."""
    said = set(VALUES[code].model_fields) - UNSAID
    shown = {"leaves", "area", "urgency", "accommodations", "distance", "count"}
    # a language only where they share none, so that they can judge; and which half of a relay
    assert said == shown | {"interpreter", "half"}


async def test_a_person_is_told_where_they_are_reached(store):
    """In the lane of that address."""
    met = await store.write(meet())
    assert await store.write(tell(met.person_id))
    assert await waiting(store, met.id) == [NoticeCode.REQUEST_RECEIVED]


async def test_whoever_tells_nobody_is_told_so(store):
    """They must then find another way."""
    met = await store.write(meet())
    await store.write(lambda conn: addresses.mark_dead(conn, met.id, now=NOON))
    assert await store.write(tell(met.person_id)) is None


async def test_values_of_another_notice_are_refused(store):
    """A mistake of ours is found before it is sent."""
    met = await store.write(meet())
    with pytest.raises(TypeError, match="AboutRequest"):
        await store.write(tell(met.person_id, values=Nothing()))


async def test_what_has_one_dedupe_key_is_told_once(store):
    """The second gives the id of the first."""
    met = await store.write(meet())
    ids = [await store.write(tell(met.person_id, dedupe="one")) for _ in range(3)]
    assert len(set(ids)) == 1
    assert len(await waiting(store, met.id)) == 1


async def test_an_asking_notice_waits_in_the_other_lane(store):
    """It is opened, not sent."""
    met = await store.write(meet())
    offer = Offer(offer_id="1", leaves=[Leaf.WATER], area="B4", urgency=Urgency.NOW)
    await store.write(tell(met.person_id, NoticeCode.OFFER, offer, opens="offer", about="1"))
    assert await waiting(store, met.id) == []
    assert await waiting(store, met.id, asking=True) == [NoticeCode.OFFER]


async def test_what_is_no_longer_true_is_withdrawn_unsent(store):
    """All about one id, in both lanes, and nothing else."""
    met = await store.write(meet())
    await store.write(tell(met.person_id, about="1"))
    await store.write(tell(met.person_id, about="1", opens="offer"))
    await store.write(tell(met.person_id, about="2"))
    assert await store.write(lambda conn: notices.withdraw(conn, "1", now=NOON)) == 2
    assert len(await waiting(store, met.id)) == 1
    assert await waiting(store, met.id, asking=True) == []


async def test_what_was_sent_cannot_be_withdrawn(store):
    """It is in the world."""
    met = await store.write(meet())
    notice_id = await store.write(tell(met.person_id, about="1"))
    await store.write(lambda conn: notices.sent(conn, notice_id, "wire", now=NOON))
    assert await store.write(lambda conn: notices.withdraw(conn, "1", now=NOON)) == 0


async def test_a_quiet_notice_is_shown_and_never_sent(store):
    """It belongs on a caller's page."""
    met = await store.write(meet())
    await store.write(lambda conn: notices.put(conn, met.id, "ask.need", {}, now=NOON, quiet=True))
    assert await waiting(store, met.id) == []
    said = await store.read(lambda conn: notices.said(conn, met.id, limit=5))
    assert [one.code for one in said] == ["ask.need"]


async def test_the_head_is_the_first_that_is_due(store):
    """A later one that is due goes before an earlier one that is not."""
    met = await store.write(meet())
    await store.write(tell(met.person_id, due_at=NOON + MINUTE))
    second = await store.write(tell(met.person_id))
    head = await store.read(lambda conn: notices.head(conn, met.id, now=NOON))
    assert head.id == second


async def test_what_a_notice_says_rests_sealed(store):
    """In no column can it be read."""
    met = await store.write(meet())
    await store.write(tell(met.person_id))
    rows = await store.read(lambda conn: conn.execute(sa.select(table)).all())
    assert RECEIVED.receipt not in repr(rows)


async def test_every_coordinator_is_told_once_under_one_key(store):
    """At the addresses of the settings."""
    alert = CoordinatorAlert(reason=CallReason.LADDER)
    for _ in range(2):
        await store.write(
            lambda conn: notices.tell_coordinators(
                conn, alert, settings=SETTINGS, now=NOON, dedupe="one"
            )
        )
    told = await store.write(meet("coordinator"))
    assert await waiting(store, told.id) == [NoticeCode.COORDINATOR_ALERT]


async def test_without_coordinators_the_leads_are_told(store):
    """What goes wrong reaches somebody in every deployment."""
    alone = Settings(safeguarding=("telegram:lead",))
    alert = CoordinatorAlert(reason=CallReason.LADDER)
    await store.write(
        lambda conn: notices.tell_coordinators(conn, alert, settings=alone, now=NOON, dedupe="1")
    )
    told = await store.write(meet("lead"))
    assert await waiting(store, told.id) == [NoticeCode.COORDINATOR_ALERT]


@pytest.mark.parametrize(
    ("channel", "ways", "heard", "reached"),
    [
        (Channel.PHONE, (), True, False),
        (Channel.SMS, (), False, False),
        (Channel.SMS, (SafeContact.MESSAGE,), False, True),
        (Channel.WEB, (), True, True),
    ],
)
async def test_words_go_to_no_wire_that_is_spoken_or_not_safe(
    store, channel, ways, heard, reached
):
    """Also when nothing else of theirs is left: whoever tells finds another way."""

    def unit(conn):
        here = addresses.address_for(conn, channel, "one", now=NOON)
        addresses.set_safe_contact(conn, here.id, ways)
        if heard:
            addresses.hear(conn, here.id, now=NOON)
        return notices.tell(conn, here.person_id, NoticeCode.REQUEST_RECEIVED, RECEIVED, now=NOON)

    assert (await store.write(unit) is not None) is reached


async def test_the_place_heard_last_is_passed_over_where_words_are_not_safe(store):
    """They phoned in a minute ago; the chat they wrote from before is where words go."""
    met = await store.write(meet())

    def unit(conn):
        line = addresses.address_for(
            conn, Channel.PHONE, "line", now=NOON, person_id=met.person_id
        )
        addresses.hear(conn, line.id, now=NOON + MINUTE)
        notices.tell(conn, met.person_id, NoticeCode.REQUEST_RECEIVED, RECEIVED, now=NOON)

    await store.write(unit)
    assert await waiting(store, met.id) == [NoticeCode.REQUEST_RECEIVED]
