"""Tokens: known by nobody but their holder, good for a role and a time."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.auth import service as auth
from api.auth.service import LinkRefused, TokenRefused
from api.database.tables.auth import tokens
from api.vocabulary import Role
from tests.api.world import HOUR, NOON

DAY = timedelta(days=1)


def issue(role=Role.COORDINATOR, **changed):
    """A unit of work that gives a token for a day."""
    return lambda conn: auth.issue(
        conn, role, "a test", **{"now": NOON, "lifetime": DAY} | changed
    )


def actor(secret, now=NOON):
    """A unit of work that asks who acts."""
    return lambda conn: auth.actor_of(conn, secret, now=now)


async def test_a_token_tells_the_role_it_was_given(store):
    """And no secret twice."""
    one, other = await store.write(issue()), await store.write(issue(Role.BOT))
    assert one != other
    assert (await store.read(actor(one))).role is Role.COORDINATOR
    assert (await store.read(actor(other))).role is Role.BOT


async def test_a_secret_has_256_bits_and_is_not_kept(store):
    """Whoever reads the database cannot act."""
    secret = await store.write(issue())
    assert len(bytes.fromhex(secret)) == 32
    rows = await store.read(lambda conn: conn.execute(sa.select(tokens)).all())
    assert secret not in repr(rows)


@pytest.mark.parametrize("secret", ["", "0" * 64, "x"])
async def test_an_unknown_token_is_refused(store, secret):
    """Whatever it looks like."""
    await store.write(issue())
    with pytest.raises(TokenRefused):
        await store.read(actor(secret))


async def test_a_token_ends_with_its_time(store):
    """At the very moment."""
    secret = await store.write(issue())
    assert await store.read(actor(secret, NOON + DAY - timedelta(microseconds=1)))
    with pytest.raises(TokenRefused):
        await store.read(actor(secret, NOON + DAY))


async def test_a_revoked_token_is_refused_at_once(store):
    """And revoked once only."""
    secret = await store.write(issue())
    token_id = (await store.read(actor(secret))).id
    assert await store.write(lambda conn: auth.revoke(conn, token_id, now=NOON))
    with pytest.raises(TokenRefused):
        await store.read(actor(secret))
    assert not await store.write(lambda conn: auth.revoke(conn, token_id, now=NOON))


async def test_a_sign_in_link_is_exchanged_once(store):
    """It is no token itself; what it gives has its role."""
    link = await store.write(issue(Role.CALLER, one_use=True))
    with pytest.raises(TokenRefused):
        await store.read(actor(link))
    exchange = lambda conn: auth.exchange(conn, link, now=NOON, lifetime=HOUR)  # noqa: E731 - once more below
    secret = await store.write(exchange)
    assert (await store.read(actor(secret))).role is Role.CALLER
    with pytest.raises(LinkRefused):
        await store.write(exchange)


async def test_a_sign_in_link_ends_with_its_time(store):
    """An old message gives nobody in."""
    link = await store.write(issue(one_use=True, lifetime=HOUR))
    with pytest.raises(LinkRefused):
        await store.write(lambda conn: auth.exchange(conn, link, now=NOON + HOUR, lifetime=HOUR))
