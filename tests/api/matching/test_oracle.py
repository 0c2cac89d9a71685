"""Matching is what the rules say in plain words: restated here, judged on made-up districts."""

from collections import Counter
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from api.matching.rules import match
from api.places.rules import distance_m
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    INDOOR_LEAVES,
    REMOTE_LEAVES,
    TALKING,
    Accommodation,
    Leaf,
    Mode,
    Reason,
    RestrictionKind,
)
from tests.api.matching.sides import NOW, able, east, restriction, wanted

FEW = [Leaf.GROCERIES, Leaf.REPAIR, Leaf.TECH_HELP, Leaf.CHECK_IN]
NEEDS = [
    Accommodation.NO_PHONE_CALLS,
    Accommodation.NO_TEXT,
    Accommodation.SIGN_LANGUAGE,
    Accommodation.WHEELCHAIR,
    Accommodation.SLOW,
]
ZONES = ["UTC", "Asia/Shanghai", "America/New_York"]
MINUTE = timedelta(minutes=1)


def some(values, **bounds):
    """Some of a few values, as a set."""
    return st.sets(st.sampled_from(values), **bounds).map(frozenset)


SPANS = st.lists(
    st.tuples(st.integers(1, 3), *[st.sampled_from([0, 360, 719, 720, 721, 1200, 1440])] * 2),
    max_size=3,
).map(tuple)
EXCEPTIONS = st.dictionaries(
    st.sampled_from([NOW.date() + timedelta(late) for late in (-1, 0, 1)]),
    st.lists(st.tuples(*[st.sampled_from([0, 360, 719, 720, 721, 1200, 1440])] * 2), max_size=2),
    max_size=2,
).map(lambda days: tuple(days.items()))
GROUPS = st.builds(
    able,
    st.sampled_from("abcdefgh"),
    st.sampled_from([0, 100, 249, 251, 400, 1200, 3000, 9000]),
    in_person=some(FEW),
    remote=some(FEW),
    languages=some(["en", "zh", "ar"], min_size=1),
    able=some(NEEDS),
    talks_by=some(["voice", "text"], min_size=1),
    capacity=st.integers(1, 3),
    load=st.integers(0, 3),
    hours=SPANS,
    exceptions=EXCEPTIONS,
    time_zone=st.sampled_from(ZONES),
    paused_until=st.sampled_from([None, NOW, NOW + MINUTE]),
    asked_at=st.sampled_from([None, NOW, NOW - MINUTE]),
)
RESTRICTIONS = st.lists(
    st.builds(
        restriction,
        st.sampled_from(RestrictionKind),
        st.sampled_from([500, 2000]),
        permits=some("abc"),
    ),
    max_size=2,
).map(tuple)
REQUESTS = st.builds(
    wanted,
    point=st.sampled_from([None, east(0), east(300)]),
    accommodations=some(NEEDS),
    language=st.sampled_from(["en-GB", "zh-Hans", "fr", ""]),
    restrictions=RESTRICTIONS,
    refused=some("abc"),
    blocked=some("abc"),
    helped=some("defg"),
)


def is_open(group, now):
    """Minute for minute: whether a span that began today or yesterday has this one in it."""
    there = now.astimezone(ZoneInfo(group.time_zone))
    exceptions = dict(group.exceptions)
    for late in (0, 1):
        day = there.date() - timedelta(late)
        minute = late * 1440 + there.hour * 60 + there.minute
        always = [] if group.hours else [(0, 1440)]
        week = [(start, end) for on, start, end in group.hours if on == day.weekday()]
        for start, end in exceptions.get(day, always or week):
            length = end - start if end > start else 1440 - start + end
            if 0 <= minute - start < length:
                return True
    return False


def within(point, ring):
    """The rings here are squares."""
    xs, ys = zip(*ring, strict=True)
    return min(xs) < point[1] < max(xs) and min(ys) < point[0] < max(ys)


def admitted(one, group):
    """What each kind of restriction asks of who comes."""
    lives_there = within(group.point, one.rings[0])
    return {
        RestrictionKind.CLOSED: False,
        RestrictionKind.INSIDE_ONLY: lives_there,
        RestrictionKind.PERMIT: lives_there or group.id in one.permits,
        RestrictionKind.GATE_DROP: True,
    }[one.kind]


def passes(one, group):
    """Who goes on from a gate to the door."""
    return within(group.point, one.rings[0]) or group.id in one.permits


def let_in(request, group):
    """By each restriction; and who stays at a gate does nothing that is done in a home."""
    afar = group.remote & REMOTE_LEAVES
    gates = [one for one in request.restrictions if one.kind is RestrictionKind.GATE_DROP]
    stays = not all(passes(one, group) for one in gates)
    indoors = any(leaf in INDOOR_LEAVES and leaf not in afar for leaf in request.leaves)
    return all(admitted(one, group) for one in request.restrictions) and not (stays and indoors)


def lives_there(request, group):
    """Inside all that restricts help in person; nobody is, where nothing does."""
    areas = [one.rings[0] for one in request.restrictions]
    return areas != [] and all(within(group.point, ring) for ring in areas)


def fails(request, group, mode, now):
    """Every rule that a group fails in a mode, in the order in which they are judged."""
    needs, talks = request.accommodations, group.talks_by
    counts = ABLE_ACCOMMODATIONS if mode is Mode.IN_PERSON else ABLE_ACCOMMODATIONS & set(TALKING)
    comes = mode is Mode.IN_PERSON
    far = comes and (
        request.point is None or distance_m(request.point, group.point) > group.radius_m
    )
    yield (
        Reason.COMMUNICATION,
        (
            (Accommodation.NO_PHONE_CALLS in needs and "text" not in talks)
            or (Accommodation.NO_TEXT in needs and "voice" not in talks)
        ),
    )
    yield Reason.ACCOMMODATION, bool((needs & counts) - group.able)
    paused = group.paused_until is not None and now < group.paused_until
    yield Reason.OPEN, paused or not is_open(group, now)
    yield Reason.CAPACITY, group.load >= group.capacity
    yield Reason.COVERAGE, far
    yield Reason.RESTRICTION, comes and not let_in(request, group)
    yield Reason.REFUSED, group.id in request.refused
    yield Reason.BLOCKED, group.id in request.blocked


def verdict(request, group, now):
    """How a group can help, or the rule that it got furthest to."""
    afar = group.remote & REMOTE_LEAVES
    if not request.leaves <= group.in_person | group.remote:
        return Reason.LEAF
    ways = []
    if request.leaves & group.in_person and request.leaves <= group.in_person | afar:
        ways.append(Mode.IN_PERSON)
    if request.leaves <= afar:
        ways.append(Mode.REMOTE)
    reasons = [Reason.MODE]
    for mode in ways:
        first = next((reason for reason, fail in fails(request, group, mode, now) if fail), None)
        if first is None:
            return mode
        reasons.append(first)
    return max(reasons, key=list(Reason).index)


def place(request, group, mode):
    """What groups are ordered by, in words of the design."""
    far = 0 if request.point is None else distance_m(request.point, group.point)
    spoken = request.language.split("-")[0]
    return (
        spoken != "" and spoken not in group.languages,
        not (mode is Mode.IN_PERSON and lives_there(request, group)),
        far // 250,
        group.load / group.capacity,
        group.asked_at.astimezone(UTC).timestamp() if group.asked_at else float("-inf"),
        group.id not in request.helped,
        far,
        group.id,
    )


@settings(max_examples=300)
@given(
    request=REQUESTS,
    leaves=some(FEW, min_size=1),
    groups=st.lists(GROUPS, max_size=8, unique_by=lambda one: one.id),
    k=st.sampled_from([None, 1, 3]),
)
def test_matching_is_what_the_rules_say(request, leaves, groups, k):
    """The same groups in the same order in the same mode, and the same counts of the others."""
    request = wanted(*leaves, **{name: getattr(request, name) for name in CHOSEN})
    verdicts = {group.id: verdict(request, group, NOW) for group in groups}
    expected = sorted(
        (group for group in groups if isinstance(verdicts[group.id], Mode)),
        key=lambda group: place(request, group, verdicts[group.id]),
    )
    found = match(request, groups, NOW, k)
    assert [one.group_id for one in found.chosen] == [group.id for group in expected][:k]
    assert all(one.mode is verdicts[one.group_id] for one in found.chosen)
    assert found.rejected == Counter(v for v in verdicts.values() if isinstance(v, Reason))


CHOSEN = ("point", "accommodations", "language", "restrictions", "refused", "blocked", "helped")
