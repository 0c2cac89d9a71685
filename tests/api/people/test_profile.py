"""How to talk with somebody: kept if they agree, read back, and gone at a word."""

from api.people import service as people
from api.people.schemas import Profile, ProfileFact
from api.vocabulary import Accommodation, CallBy
from tests.api.world import NOON, meet

WAYS = (CallBy.VOICE, CallBy.TEXT)
SAID = Profile(ways=WAYS, helper_name="Bo", helper_phone="+493012345")


async def fact(store, met):
    """What a conversation knows."""
    return await store.read(
        lambda conn: people.profile_known(conn, people.person(conn, met.person_id))
    )


async def keep(store, met, talking=None):
    """They agree."""
    await store.write(
        lambda conn: people.keep_profile(conn, met.person_id, SAID, talking=talking, now=NOON)
    )


async def test_nothing_is_kept_of_somebody_nobody_asked(store):
    """And they may still be asked."""
    assert await fact(store, await store.write(meet())) == ProfileFact()


async def test_what_they_agreed_to_is_known_the_next_time_and_they_are_not_asked_again(store):
    """With who helps them by name, and no number."""
    met = await store.write(meet())
    await keep(store, met, [Accommodation.BLIND])
    assert await fact(store, met) == ProfileFact(
        asked=True,
        kept=True,
        accommodations=[Accommodation.BLIND],
        ways=list(WAYS),
        helper="Bo",
    )
    assert await store.read(lambda conn: people.has_consented(conn, met.person_id, "profile"))


async def test_how_to_talk_with_them_replaces_only_that(store):
    """What matters at their door stays; not asked, all stays."""
    met = await store.write(meet())
    needs = [Accommodation.SLOW, Accommodation.RING_LONG]
    await store.write(lambda conn: people.set_accommodations(conn, met.person_id, needs))
    await keep(store, met)
    assert (await fact(store, met)).accommodations == needs
    await keep(store, met, [Accommodation.BLIND])
    known = (await fact(store, met)).accommodations
    assert known == [Accommodation.BLIND, Accommodation.RING_LONG]


async def test_what_is_forgotten_is_gone_and_is_not_asked_for_again(store):
    """The ways, the helper, the consent, and what they need while nothing is open."""
    met = await store.write(meet())
    await keep(store, met, [Accommodation.BLIND])

    def forget(conn):
        return people.forget_profile(conn, met.person_id, in_use=False, now=NOON)

    assert await store.write(forget)
    assert await fact(store, met) == ProfileFact(asked=True)
    assert not await store.read(lambda conn: people.has_consented(conn, met.person_id, "profile"))
    assert not await store.write(forget)


async def test_an_open_request_keeps_what_it_needs_though_all_else_is_forgotten(store):
    """Whoever comes must still know; the next request does not."""
    met = await store.write(meet())
    await keep(store, met, [Accommodation.BLIND])
    await store.write(
        lambda conn: people.forget_profile(conn, met.person_id, in_use=True, now=NOON)
    )
    known = await fact(store, met)
    assert (known.kept, known.accommodations) == (False, [Accommodation.BLIND])
