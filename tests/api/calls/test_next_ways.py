"""The next best way to somebody, when one fails."""

from hypothesis import given
from hypothesis import strategies as st

from api.addresses import service as addresses
from api.calls import service as calls
from api.calls.rules import Reach, Way, WayKind, calls_first, choose_by, ways
from api.calls.rules.ways import COORDINATOR
from api.people import service as people
from api.people.schemas import Profile
from api.vocabulary import Accommodation, CallBy, CallOutcome, Channel, SafeContact
from tests.api.calls.conftest import NOW, SETTINGS, attempt, queue, resident

NEEDS = st.frozensets(st.sampled_from(Accommodation))
LIKED = st.lists(st.sampled_from(CallBy), unique=True)
REACHES = st.builds(
    Reach,
    written=st.lists(st.sampled_from(["chat", "page", "sms"]), unique=True),
    number=st.booleans(),
    may_ring=st.booleans(),
    accommodations=NEEDS,
    preferred=LIKED,
    helper=st.booleans(),
)


@given(reach=REACHES)
def test_who_needs_no_phone_calls_has_no_way_by_voice(reach):
    """Law, whatever they liked before."""
    by_voice = Way(WayKind.CALL, by=CallBy.VOICE)
    assert by_voice not in ways(reach) or Accommodation.NO_PHONE_CALLS not in reach.accommodations


@given(reach=REACHES)
def test_the_last_way_is_always_a_coordinator_and_no_way_is_gone_twice(reach):
    """So there is always one, and it comes to an end."""
    found = ways(reach)
    assert found[-1] == COORDINATOR
    assert len(set(found)) == len(found)


@given(reach=REACHES)
def test_every_place_where_words_are_safe_is_a_way_the_one_heard_last_first(reach):
    """Nothing that can be written to is passed over."""
    written = [way.address_id for way in ways(reach) if way.kind is WayKind.WRITE]
    assert written == list(reach.written)


@given(reach=REACHES)
def test_a_helper_is_rung_only_when_nothing_else_is_left(reach):
    """They are the last but one, and only where they were named for it."""
    kinds = [way.kind for way in ways(reach)]
    assert (WayKind.HELPER in kinds) == reach.helper
    assert not reach.helper or kinds.index(WayKind.HELPER) == len(kinds) - 2


@given(reach=REACHES)
def test_the_first_way_is_how_a_call_would_be_held(reach):
    """One rule for both: a call is held as the best way that can be gone."""
    by = choose_by(
        asked=None,
        accommodations=reach.accommodations,
        has_voice_number=reach.number,
        channel=Channel.WEB if reach.written else None,
        safe_contact={SafeContact.CALL} if reach.may_ring else set(),
        preferred=reach.preferred,
    )
    first = ways(reach)[0]
    if first.kind is WayKind.CALL:
        assert first.by is by
    elif first.kind is WayKind.WRITE:
        assert by is CallBy.TEXT


def test_as_they_like_it_comes_before_what_is_usual():
    """By phone first, then in writing: they said so."""
    liked = Reach(written=["chat"], number=True, preferred=[CallBy.VOICE, CallBy.TEXT])
    usual = Reach(written=["chat"], number=True)
    assert calls_first(ways(liked))
    assert not calls_first(ways(usual))


def test_nobody_is_written_to_first_who_cannot_read():
    """Even if they liked it before."""
    reach = Reach(
        written=["chat"],
        number=True,
        accommodations=[Accommodation.NO_TEXT],
        preferred=[CallBy.TEXT],
    )
    assert ways(reach)[0] == Way(WayKind.CALL, by=CallBy.VOICE)


async def test_a_dead_address_is_no_way_and_a_dead_number_neither(store):
    """What is left is their helper, and then a coordinator."""

    def unit(conn):
        ann = resident(conn, phone="+4930123456")
        profile = Profile(helper_name="Bo", helper_phone="+4930654321")
        people.keep_profile(conn, ann.person_id, profile, talking=None, now=NOW)
        before = calls.ways_of(conn, ann.person_id)
        addresses.mark_dead(conn, ann.address_id, now=NOW)
        people.mark_number(conn, ann.person_id, "number_dead")
        return before, calls.ways_of(conn, ann.person_id)

    before, after = await store.write(unit)
    assert before[0].kind is WayKind.WRITE
    assert after == (Way(WayKind.HELPER), COORDINATOR)


async def test_with_a_dead_number_their_helper_is_rung_once_and_then_it_is_the_coordinators(
    store, ann
):
    """The call stays with the callers as long as there is a way that is not gone yet."""

    def unit(conn):
        bob = resident(conn, channel=Channel.PHONE, phone="+4930123456")
        profile = Profile(helper_name="Bo", helper_phone="+4930654321")
        people.keep_profile(conn, bob.person_id, profile, talking=None, now=NOW)
        call_id = queue(conn, bob).call_id
        first = attempt(conn, call_id, ann, CallOutcome.NUMBER_DEAD)
        again = attempt(conn, call_id, ann, CallOutcome.NUMBER_DEAD)
        return first.handed_on_at, again.handed_on_at

    assert await store.write(unit) == (None, NOW)


async def test_who_holds_the_call_reads_who_helps_them_and_asks_for_the_number(store, ann):
    """Nobody else does; the number is masked until then."""

    def unit(conn):
        bob = resident(conn, phone="+4930123456")
        profile = Profile(helper_name="Bo", helper_phone="+4930654321")
        people.keep_profile(conn, bob.person_id, profile, talking=None, now=NOW)
        call_id = queue(conn, bob).call_id
        before = calls.detail(conn, call_id, ann, now=NOW).helper
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        held = calls.detail(conn, call_id, ann, now=NOW).helper
        number = calls.number(conn, call_id, ann, whose="helper", now=NOW).phone
        return before.name, held.name, held.phone, number

    masked = "•" * 9 + "21"
    assert await store.write(unit) == ("", "Bo", masked, "+4930654321")
