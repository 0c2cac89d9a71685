"""A call with a key is done once, whatever happens on the way."""

import asyncio

import pytest

from api.database.ids import new_id
from api.idempotency.service import IdempotencyMismatch, once
from api.requests.schemas import Cancel
from tests.api.world import NOON

BODY = Cancel(reason="one")


def call(key="k", body=BODY, actor_id="a", done=None):
    """A unit of work that makes something, once under its key."""

    def make():
        if done is not None:
            done.append(1)
        return new_id(NOON)

    return lambda conn: once(conn, key, body, make, actor_id=actor_id, now=NOON)


async def test_the_same_call_gives_the_same_answer_and_is_done_once(store):
    """The second time it says so."""
    done = []
    first, again = await store.write(call(done=done))
    assert not again
    assert await store.write(call(done=done)) == (first, True)
    assert len(done) == 1


async def test_the_same_call_many_times_at_once_gives_one_answer(store):
    """A client that is impatient."""
    given = await asyncio.gather(*(store.write(call()) for _ in range(8)))
    assert len({subject_id for subject_id, _ in given}) == 1


@pytest.mark.parametrize("body", [Cancel(reason="other"), Cancel(reason="ONE")])
async def test_a_key_with_another_body_is_refused(store, body):
    """Even if they differ in capitals only."""
    await store.write(call())
    with pytest.raises(IdempotencyMismatch):
        await store.write(call(body=body))


async def test_keys_belong_to_whoever_uses_them_and_differ_in_capitals(store):
    """Two systems may choose one key."""
    calls = (call(), call(actor_id="b"), call(key="K"))
    assert len({(await store.write(one))[0] for one in calls}) == 3


async def test_without_a_key_every_call_is_done(store):
    """Nothing says that they are one."""
    calls = [await store.write(call(key=None)) for _ in range(2)]
    assert calls[0] != calls[1]


async def test_a_call_that_failed_leaves_its_key_free(store):
    """Key and deed are kept together or not at all."""

    def fail(conn):
        call()(conn)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await store.write(fail)
    assert not (await store.write(call()))[1]
