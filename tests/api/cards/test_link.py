"""The link to the page of a call: for one person, once, while the call is theirs."""

from datetime import timedelta

import pytest

from api.auth import service as auth
from api.calls import service as calls
from api.calls.schemas import CloseIn, Filters
from api.cards import service as cards
from api.errors import NotFound
from api.groups import service as groups
from api.sessions import service as sessions
from api.vocabulary import CallOutcome, CallStatus, Role
from tests.api.cards.conftest import NOW, SETTINGS, carded, take, values, waiting, work

LATER = NOW + SETTINGS.claim_lasts
AN_HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def secret_of(conn, someone):
    """What the newest link to somebody signs in with."""
    return values(conn, someone, "call_yours")["secret"]


async def test_a_press_sent_twice_is_one(store):
    """The second one makes a new link, and the first link works no more."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        first = secret_of(conn, vera)
        take(conn, call_id, vera)
        return first, secret_of(conn, vera)

    first, second = await store.write(unit)
    with pytest.raises(auth.LinkRefused):
        await store.write(lambda conn: auth.exchange(conn, first, now=NOW, lifetime=AN_HOUR))
    await store.write(lambda conn: auth.exchange(conn, second, now=NOW, lifetime=AN_HOUR))


async def test_the_link_signs_in_its_caller_once_as_a_caller(store):
    """With a token of their own: the call is theirs at the desk, too."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        secret = auth.exchange(conn, secret_of(conn, vera), now=NOW, lifetime=AN_HOUR)
        actor = auth.actor_of(conn, secret, now=NOW)
        return actor, calls.detail(conn, call_id, actor, now=NOW)

    actor, seen = await store.write(unit)
    assert (actor.role, actor.person_id) == (Role.CALLER, vera.id)
    assert (seen.call.mine, seen.revealed) == (True, True)


async def test_the_link_is_over_when_the_call_is_not_theirs_any_more(store):
    """By the clock, or because they gave it back."""
    [vera], call_id = await carded(store, "vera")

    def link(conn):
        take(conn, call_id, vera)
        return secret_of(conn, vera)

    secret = await store.write(link)
    with pytest.raises(auth.LinkRefused):
        await store.write(lambda conn: auth.exchange(conn, secret, now=LATER, lifetime=AN_HOUR))
    secret = await store.write(link)
    await store.write(lambda conn: cards.leave_call(conn, call_id, vera.id, now=NOW))
    with pytest.raises(auth.LinkRefused):
        await store.write(lambda conn: auth.exchange(conn, secret, now=NOW, lifetime=AN_HOUR))


async def test_nobody_but_whom_it_is_for_reads_the_link(store):
    """Neither a coordinator nor whoever holds a call with them; their own page shows it."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        shown = [sessions.history(conn, vera.address_id, now=NOW, own=own) for own in (0, 1)]
        return [any("secret" in item.values for item in one.items) for one in shown]

    assert await store.write(unit) == [False, True]


async def test_who_leaves_gives_back_what_they_have_and_acts_no_more(store):
    """Their tokens of chats end, too."""
    [vera], call_id = await carded(store, "vera")

    def unit(conn):
        take(conn, call_id, vera)
        secret = auth.exchange(conn, secret_of(conn, vera), now=NOW, lifetime=AN_HOUR)
        groups.leave(conn, vera.id, now=NOW)
        cards.leave(conn, vera.id, now=NOW)
        return calls.get(conn, call_id).status, secret

    status, secret = await store.write(unit)
    assert status is CallStatus.QUEUED
    with pytest.raises(auth.TokenRefused):
        await store.read(lambda conn: auth.actor_of(conn, secret, now=NOW))


def signed_in(conn, someone, now=NOW):
    """Who acts when somebody opened the newest link to them."""
    secret = auth.exchange(conn, secret_of(conn, someone), now=now, lifetime=DAY)
    return secret, auth.actor_of(conn, secret, now=now)


async def test_who_ends_a_call_and_takes_the_next_is_not_locked_out(store):
    """By the same sign-in: it opens what was put to them, and no other call."""
    [vera], first = await carded(store, "vera")

    def unit(conn):
        take(conn, first, vera)
        _, actor = signed_in(conn, vera)
        done = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, first, done, actor, settings=SETTINGS, now=NOW)
        second = waiting(conn, "bob")
        unasked = [one.id for one in calls.listed(conn, Filters(), actor, now=NOW).items]
        work(conn)
        third = waiting(conn, "cem")
        listed = [one.id for one in calls.listed(conn, Filters(), actor, now=NOW).items]
        held = calls.claim(conn, second, actor, settings=SETTINGS, now=NOW)
        return actor, third, unasked, listed == [second], held.holder_id == vera.id

    actor, third, unasked, listed, held = await store.write(unit)
    assert (unasked, listed, held) == ([], True, True)
    with pytest.raises(NotFound):
        await store.write(lambda conn: calls.claim(conn, third, actor, settings=SETTINGS, now=NOW))


async def test_a_sign_in_by_a_link_lasts_while_one_acts_in_a_call_and_two_hours_more(store):
    """Not the working day of whoever sits at the desk; and nobody is thrown out in a call."""
    [vera], call_id = await carded(store, "vera")
    half, moment = auth.CARD_LASTS / 2, timedelta(seconds=1)

    def unit(conn):
        take(conn, call_id, vera)
        secret, actor = signed_in(conn, vera)
        calls.claim(conn, call_id, actor, settings=SETTINGS, now=NOW + half)
        return secret

    secret = await store.write(unit)
    last = NOW + half + auth.CARD_LASTS
    actor = await store.read(lambda conn: auth.actor_of(conn, secret, now=last - moment))
    assert (actor.by_card, actor.person_id) == (True, vera.id)
    with pytest.raises(auth.TokenRefused):
        await store.read(lambda conn: auth.actor_of(conn, secret, now=last))


async def test_who_acts_without_end_is_out_after_twelve_hours_all_the_same(store):
    """Else a sign-in that somebody took over would last as long as they keep it busy."""
    [vera], call_id = await carded(store, "vera")
    end, moment = NOW + auth.CARD_AT_MOST, timedelta(seconds=1)

    def unit(conn):
        take(conn, call_id, vera)
        secret, actor = signed_in(conn, vera)
        for hours in range(1, 12):
            at = NOW + timedelta(hours=hours)
            assert auth.actor_of(conn, secret, now=at) == actor
            auth.go_on(conn, actor, now=at)
        assert auth.actor_of(conn, secret, now=end - moment) == actor
        with pytest.raises(auth.TokenRefused):
            auth.actor_of(conn, secret, now=end)

    await store.write(unit)


async def test_a_coordinators_sign_in_lasts_as_long_as_ever(store):
    """Only the link of a call is shorter."""

    def unit(conn):
        link = auth.issue(conn, Role.CALLER, "desk", None, now=NOW, lifetime=DAY, one_use=True)
        return auth.exchange(conn, link, now=NOW, lifetime=DAY)

    secret = await store.write(unit)
    actor = await store.read(lambda conn: auth.actor_of(conn, secret, now=NOW + DAY / 2))
    assert not actor.by_card
