"""The queue as callers see it: in the order of danger, filtered, and naming nobody."""

from datetime import timedelta

from api.alerts import service as alerts
from api.calls import service as calls
from api.calls.schemas import Filters
from api.people import service as people
from api.vocabulary import Accommodation, AlertKind, CallBy, CallReason, Channel
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident


async def test_the_queue_names_nobody(store, ann):
    """Codes only, for everybody who looks at it."""

    def unit(conn):
        someone = resident(conn, phone="+4930123456")
        people.set_name(conn, someone.person_id, "Mei Lin")
        queue(conn, someone)

    await store.write(unit)
    listed = await store.read(lambda conn: calls.listed(conn, Filters(), ann, now=NOW))
    assert "Mei" not in listed.model_dump_json()
    assert "+4930123456" not in listed.model_dump_json()


async def test_the_queue_shows_danger_then_unfinished_requests_then_what_is_due(store, ann):
    """Whatever came first."""

    def unit(conn):
        reasons = (
            CallReason.NO_CONSENT,
            CallReason.UNFINISHED,
            CallReason.ASKED,
            CallReason.DANGER,
        )
        for minutes, reason in enumerate(reasons):
            at = NOW + timedelta(minutes=minutes)
            queue(conn, resident(conn, reason.value), reason, now=at)
        return calls.listed(conn, Filters(), ann, now=NOW)

    listed = await store.write(unit)
    assert [call.reason.value for call in listed.items] == [
        "danger",
        "unfinished",
        "no_consent",
        "asked",
    ]
    assert [call.urgent for call in listed.items] == [True, False, False, False]


async def test_the_queue_is_filtered(store, ann):
    """By how a call is held, by why, by language and by how far it is."""

    def unit(conn):
        by_text = queue(conn, resident(conn, "1")).call_id
        by_voice = queue(conn, resident(conn, "2", Channel.PHONE), CallReason.LADDER).call_id
        calls.claim(conn, by_voice, ann, settings=SETTINGS, now=NOW)
        return by_text, by_voice

    by_text, by_voice = await store.write(unit)
    wanted = {
        by_text: [{"by": "text"}, {"status": "queued"}, {"reason": "asked"}],
        by_voice: [{"by": "voice"}, {"status": "claimed"}, {"reason": "ladder"}],
    }
    for call_id, filters in wanted.items():
        for each in filters:
            found = await store.read(
                lambda conn, each=each: calls.listed(conn, Filters(**each), ann, now=NOW)
            )
            assert [call.id for call in found.items] == [call_id], each
    chinese = Filters(language="zh-Hans")
    nothing = await store.read(lambda conn: calls.listed(conn, chinese, ann, now=NOW))
    assert nothing.items == []


async def test_an_alert_nobody_heard_puts_a_call_first_a_flag_does_not(store, ann):
    """Danger, and a hint of it, come first; a flag is for safeguarding leads alone."""

    def unit(conn):
        someone = {name: resident(conn, name) for name in ("calm", "flag", "ask", "danger")}
        for kind in AlertKind:
            who = someone[kind.value]
            alerts.raise_alert(
                conn, kind, who.person_id, who.address_id, "", settings=SETTINGS, now=NOW
            )
        made = [queue(conn, each).call_id for each in someone.values()]
        listed = calls.listed(conn, Filters(), ann, now=NOW).items
        return made, [(call.id, call.urgent, call.unheard_alert) for call in listed]

    (calm, flag, hint, danger), listed = await store.write(unit)
    assert listed == [
        (hint, True, True),
        (danger, True, True),
        (calm, False, False),
        (flag, False, False),
    ]


async def test_a_broken_promise_comes_before_all_but_danger(store, ann):
    """Somebody waits longer than they were told."""
    later = NOW + timedelta(hours=2)

    def unit(conn):
        late = queue(conn, resident(conn, "late"), CallReason.NO_CONSENT).call_id
        fresh = queue(conn, resident(conn, "fresh"), CallReason.UNFINISHED, now=later).call_id
        danger = queue(conn, resident(conn, "danger"), CallReason.DANGER, now=later).call_id
        listed = calls.listed(conn, Filters(), ann, now=later).items
        return [danger, late, fresh], [(call.id, call.overdue) for call in listed]

    order, listed = await store.write(unit)
    assert listed == list(zip(order, (False, True, False), strict=True))


async def test_the_queue_is_filtered_by_the_way_that_is_right_today(store, ann):
    """Who asked for no phone calls since then is in no caller's list of numbers to ring."""

    def unit(conn):
        someone = resident(conn, phone="+4930123456")
        queue(conn, someone, by=CallBy.VOICE)
        people.set_accommodations(conn, someone.person_id, [Accommodation.NO_PHONE_CALLS])
        return [
            len(calls.listed(conn, Filters(by=by), ann, now=NOW).items)
            for by in (CallBy.VOICE, CallBy.TEXT)
        ]

    assert await store.write(unit) == [0, 1]
