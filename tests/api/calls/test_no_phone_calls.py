"""The law: who needs no phone calls is never queued by voice, whatever happens in any order."""

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.database.tables.calls import calls as table
from api.vocabulary import (
    TALKING,
    Accommodation,
    CallBy,
    CallOutcome,
    CallReason,
    Channel,
    PartOfDay,
)
from tests.api.calls.story import PHONE, Story, follow

WIRES = (Channel.TELEGRAM, Channel.WEB, Channel.PHONE)


def step(name, *values):
    """A step of a story, by the method of that name."""
    return st.tuples(st.just(name), *values)


STEPS = st.one_of(
    step("queued", st.sampled_from(CallReason), st.none() | st.sampled_from(CallBy)),
    step("needs", st.sets(st.sampled_from(TALKING))),
    step("needs", st.just({Accommodation.NO_PHONE_CALLS})),
    step(
        "contact",
        st.sampled_from(["", "yes", "no"]),
        st.sets(st.sampled_from(PartOfDay)).map(lambda parts: tuple(sorted(parts))),
    ),
    step("number_given", st.sampled_from(["", PHONE])),
    step("heard", st.sampled_from(WIRES)),
    step("addresses_die"),
    step("tried", st.sampled_from(CallOutcome)),
    step("closed", st.sampled_from(CallOutcome)),
    step("given_back"),
    step("time_passes", st.sampled_from([1, 5, 24])),
)


async def test_the_law_holds_after_every_step_of_any_story(store):
    """Needs, numbers, addresses and outcomes change as they like; voice stays ruled out."""

    def unit(conn):
        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.lists(STEPS, min_size=3, max_size=14))
        def told(steps):
            with conn.begin_nested() as story:
                follow(Story(conn, 1), steps)
                story.rollback()

        told()

    await store.write(unit)


@pytest.mark.parametrize("reason", CallReason)
@pytest.mark.parametrize("by", [None, *CallBy])
async def test_for_no_reason_are_they_queued_by_voice(store, reason, by):
    """Danger, news, an offer or a follow-up: none weighs more; and none does for who held it."""
    refuses = ("needs", {Accommodation.NO_PHONE_CALLS})
    steps = [refuses, ("queued", reason, by), ("given_back",), ("queued", reason, by)]
    await store.write(lambda conn: follow(Story(conn, 1), steps))


@pytest.mark.parametrize(
    "after",
    [
        [("time_passes", 1)] * 6,
        [("tried", CallOutcome.NO_ANSWER), ("time_passes", 5), ("tried", CallOutcome.BUSY)],
        [("tried", CallOutcome.WRONG_NUMBER)],
        [("queued", CallReason.MISUNDERSTOOD, CallBy.VOICE)],
    ],
    ids=["promise breaks", "nobody answers", "wrong number", "asks again"],
)
async def test_what_is_learned_of_them_after_they_were_queued_by_voice_counts_at_once(
    store, after
):
    """Whatever comes of the call then: no words of ours promise that they are rung."""
    asked = ("queued", CallReason.ASKED, CallBy.VOICE)
    learned = ("needs", {Accommodation.NO_PHONE_CALLS})
    await store.write(lambda conn: follow(Story(conn, 1), [asked, learned, *after]))


@pytest.mark.parametrize("need", TALKING)
async def test_after_a_wrong_number_the_way_is_chosen_by_what_they_need(store, need):
    """Whoever needs an interpreter gets one; nobody is rung at a number that is not theirs."""
    steps = [
        ("needs", {need}),
        ("heard", Channel.TELEGRAM),
        ("queued", CallReason.ASKED, None),
        ("needs", {need, Accommodation.INTERPRETER}),
        ("tried", CallOutcome.WRONG_NUMBER),
    ]

    def unit(conn):
        story = Story(conn, 1)
        follow(story, steps)
        (row,) = conn.execute(sa.select(table.c.by)).all()
        return row.by

    expected = CallBy.TEXT if need is Accommodation.NO_PHONE_CALLS else CallBy.INTERPRETER
    assert await store.write(unit) is expected
