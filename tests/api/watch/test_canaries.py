"""Canaries, automatic and pinned, and their alarms; on each engine, and nothing is ever sent."""

import pytest

from api.database.tables.notices import notices
from api.database.tables.requests import matches, offers, request_needs, requests
from api.database.tables.watching import canaries
from api.groups import service as groups
from api.groups.schemas import GroupChange, Service
from api.places.rules import cell, distance_m
from api.vocabulary import Leaf, Loss, Mode, NoticeCode, Urgency
from api.watch.schemas import CanaryIn
from api.watch.service import alarming, pinning
from tests.api.district import DAY, HOME, MINUTE, group, volunteer
from tests.api.watch.nights import (
    NIGHT,
    SETTINGS,
    count,
    district,
    gazetteer,
    heard,
    night,
    pause,
    since,
)

SECOND_NIGHT = NIGHT + DAY
MIDDLE_M = round(distance_m(HOME, cell(HOME)))
"""From home, where groups are, to the middle of its cell."""
KEPT = (requests, request_needs, offers, matches, notices)


async def test_a_canary_leaves_no_request_no_offer_and_no_word_to_anybody(store):
    """Neither a coordinator's nor the automatic ones; a volunteer is never asked by them."""

    def unit(conn):
        elm = district(conn)
        vera = volunteer(conn, elm, "Vera")
        before = [count(conn, table) for table in KEPT]
        load, asked_at = groups.get(conn, elm).load, groups.get(conn, elm).asked_at
        wanted = CanaryIn(latitude=HOME[0], longitude=HOME[1], leaf=Leaf.MEAL)
        pinning.pin(conn, wanted, author_id=vera.id, settings=SETTINGS, now=NIGHT - MINUTE)
        for days in range(3):
            night(conn, NIGHT + days * DAY)
        assert count(conn, canaries) == 2
        assert [count(conn, table) for table in KEPT] == before
        assert (groups.get(conn, elm).load, groups.get(conn, elm).asked_at) == (load, asked_at)

    await store.write(unit)


async def test_a_pinned_canary_is_tried_at_once_and_raises_an_alarm_by_night(store):
    """One for now must find somebody at every hour; its end ends the alarm without a word."""

    def unit(conn):
        gazetteer(conn, "Garden Road")
        since(conn)
        workdays = [(day, 480, 1200) for day in range(5)]
        group(conn, "Elm", leaves=[Leaf.MEAL], hours=workdays)
        wanted = CanaryIn(place="Garden Road", leaf=Leaf.MEAL, urgency=Urgency.NOW)
        made = pinning.pin(conn, wanted, author_id="x", settings=SETTINGS, now=NIGHT - MINUTE)
        shown = pinning.shown(conn, made)
        assert (shown.area, shown.lost_at, shown.losses) == (
            "Garden Road",
            NIGHT - MINUTE,
            {Loss.OPEN: 1},
        )
        assert heard(conn) == []
        night(conn)
        assert [code for code, _ in heard(conn)] == [NoticeCode.COVERAGE_LOST]
        pinning.end(conn, made, now=NIGHT)
        night(conn, SECOND_NIGHT)
        assert (len(heard(conn)), alarming.listed(conn).items) == (1, [])

    await store.write(unit)


async def test_an_area_that_is_no_place_can_not_be_pinned(store):
    """Neither an unknown name nor nothing at all."""

    def unit(conn):
        for wanted in (CanaryIn(place="Nowhere", leaf=Leaf.MEAL), CanaryIn(leaf=Leaf.MEAL)):
            with pytest.raises(pinning.PlaceUnknown):
                pinning.pin(conn, wanted, author_id="x", settings=SETTINGS, now=NIGHT)

    await store.write(unit)


async def test_an_alarm_is_seen_by_area_and_counted_without_its_name(store):
    """The metrics name no area."""

    def unit(conn):
        pause_me = district(conn)
        night(conn)
        pause(conn, pause_me)
        night(conn, SECOND_NIGHT)
        figures = alarming.figures(conn)
        assert (figures["canaries_failing"], figures["alarms_unseen"]) == (1, 1)
        assert alarming.acknowledge(conn, "Garden Road", "x", now=SECOND_NIGHT).count == 1
        assert alarming.figures(conn)["alarms_unseen"] == 0
        assert not [name for name in figures if "garden" in name.casefold()]

    await store.write(unit)


async def test_an_area_lost_for_other_reasons_says_which(store):
    """It does this no more, or is gone: who was able is asked why they are not."""

    def unit(conn):
        elm = district(conn)
        night(conn)
        water = [Service(leaf=Leaf.WATER, mode=Mode.IN_PERSON)]
        groups.change(conn, elm, GroupChange(services=water), now=NIGHT)
        night(conn, SECOND_NIGHT)
        (alarm,) = alarming.listed(conn).items
        assert alarm.losses == {Loss.LEAF: 1}
        groups.change(conn, elm, GroupChange(closed=True), now=NIGHT)
        night(conn, NIGHT + 2 * DAY)
        (alarm,) = alarming.listed(conn).items
        assert alarm.losses == {Loss.GONE: 1}

    await store.write(unit)
