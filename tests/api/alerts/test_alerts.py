"""Alerts go from lead to lead until one hears; a flag never shows where it came from."""

import pytest

from api.alerts import service as alerts
from api.auth.actor import Actor
from api.errors import NotFound
from api.notices import service as notices
from api.people import service as people
from api.vocabulary import AlertKind, DangerClass, NoticeCode, Role, SafetyAnswer
from tests.api.world import MINUTE, NOON, SECOND, SETTINGS, meet, settings

COORDINATOR = Actor(Role.COORDINATOR, "019cb8b8-1e00-7000-8000-000000000007")
WHY = alerts.Why(DangerClass.MEDICAL, ("en:medical.breath",))


async def answer(store, met, said, words="", now=NOON):
    """Answer the question whether they are in danger."""
    await store.write(
        lambda conn: alerts.answered(
            conn, said, met.person_id, met.id, words, settings=SETTINGS, now=now
        )
    )


async def listed(store):
    """The open alerts as a coordinator sees them, with their words."""
    found = await store.read(lambda conn: alerts.open_alerts(conn, flags=True))
    read = lambda one: store.read(lambda conn: alerts.detail(conn, one.id, flags=True))  # noqa: E731 - short
    return [await read(one) for one in found]


async def raise_alert(store, kind=AlertKind.DANGER, words="help me", met=None, why=WHY):
    """An alert of somebody; who they are and the alert's id."""
    met = met or await store.write(meet())
    await store.write(lambda conn: people.set_name(conn, met.person_id, "Li"))
    alert_id = await store.write(
        lambda conn: alerts.raise_alert(
            conn, kind, met.person_id, met.id, words, why=why, settings=SETTINGS, now=NOON
        )
    )
    return met, alert_id


async def due(store, now):
    """Let the alerts be looked at."""
    return await store.write(lambda conn: alerts.due(conn, now, SETTINGS))


async def told(store, address):
    """The notices that wait at an address of the settings."""
    met = await store.write(meet(address))
    return await store.read(lambda conn: notices.waiting(conn, met.id))


async def test_the_first_lead_is_told_at_once(store):
    """With the words, and who said them."""
    await raise_alert(store)
    (notice,) = await told(store, "lead-one")
    assert notice.code == NoticeCode.SAFEGUARDING_ALERT
    assert (notice.values["kind"], notice.values["text"], notice.values["name"]) == (
        "danger",
        "help me",
        "Li",
    )
    assert await told(store, "lead-two") == []


async def test_every_silent_minute_one_more_is_told(store):
    """The next lead, then the coordinator, each once."""
    await raise_alert(store)
    counts = []
    for minutes in (0, 1, 2, 3, 9):
        await due(store, NOON + minutes * MINUTE)
        people_told = ("lead-one", "lead-two", "coordinator")
        counts.append([len(await told(store, who)) for who in people_told])
    assert counts == [[1, 0, 0], [1, 1, 0], [1, 1, 1], [1, 1, 1], [1, 1, 1]]


async def test_an_alert_that_was_heard_goes_no_further(store):
    """And the resident is not told that nobody heard."""
    met, alert_id = await raise_alert(store)
    await store.write(lambda conn: alerts.heard(conn, alert_id, now=NOON + SECOND))
    assert not await due(store, NOON + 9 * MINUTE)
    assert await told(store, "lead-two") == []
    assert await store.read(lambda conn: notices.waiting(conn, met.id)) == []


async def test_a_resident_in_danger_is_told_after_a_minute_that_nobody_heard(store):
    """Not before, and once."""
    met, _ = await raise_alert(store)
    codes = []
    for seconds in (59, 60, 61, 600):
        await due(store, NOON + seconds * SECOND)
        waiting = await store.read(lambda conn: notices.waiting(conn, met.id))
        codes.append([one.code for one in waiting])
    assert codes == [[], *[[NoticeCode.ALERT_UNHEARD]] * 3]


async def test_a_flag_is_never_sent_or_shown_on_the_residents_channel(store):
    """Not even that nobody heard of it."""
    met, _ = await raise_alert(store, AlertKind.FLAG)
    for minutes in (1, 2, 9):
        await due(store, NOON + minutes * MINUTE)
    assert await store.read(lambda conn: notices.said(conn, met.id, limit=9)) == []
    assert len(await told(store, "coordinator")) == 1


async def test_the_worker_knows_when_to_look_again(store):
    """And when there is nothing left to do."""
    await raise_alert(store)
    next_due = lambda: store.read(lambda conn: alerts.next_due(conn, SETTINGS))  # noqa: E731 - twice
    assert await next_due() == NOON + MINUTE
    await due(store, NOON + 2 * MINUTE)
    assert await next_due() is None


async def test_one_person_who_is_lead_and_coordinator_is_told_once(store):
    """The worker does not look again and again for somebody else to tell."""
    both = settings(safeguarding=("telegram:lead",), coordinators=("telegram:lead",))
    met = await store.write(meet())

    def unit(conn):
        alerts.raise_alert(
            conn, AlertKind.DANGER, met.person_id, met.id, "help", settings=both, now=NOON
        )
        acted = [alerts.due(conn, NOON + minutes * MINUTE, both) for minutes in (2, 3)]
        return acted, alerts.next_due(conn, both)

    assert await store.write(unit) == ([True, False], None)


async def test_danger_is_listed_first_and_flags_for_coordinators_only(store):
    """A caller may be anybody's neighbour."""
    await raise_alert(store, AlertKind.FLAG)
    await raise_alert(store)
    listed = lambda flags: store.read(lambda conn: alerts.open_alerts(conn, flags=flags))  # noqa: E731 - twice
    assert [one.kind for one in await listed(flags=True)] == [AlertKind.DANGER, AlertKind.FLAG]
    assert [one.kind for one in await listed(flags=False)] == [AlertKind.DANGER]


async def test_a_closed_alert_is_closed_once_and_goes_no_further(store):
    """Somebody saw to it."""
    _, alert_id = await raise_alert(store)
    close = lambda: store.write(lambda conn: alerts.close(conn, alert_id, COORDINATOR, now=NOON))  # noqa: E731 - twice
    await close()
    assert not await due(store, NOON + MINUTE)
    with pytest.raises(NotFound):
        await close()


async def test_an_alert_says_of_which_danger_and_by_which_rules_to_who_reads_it(store):
    """And the lead hears of which danger at once."""
    _, alert_id = await raise_alert(store)
    found = await store.read(lambda conn: alerts.detail(conn, alert_id, flags=False))
    assert (found.danger_class, found.rules) == (DangerClass.MEDICAL, ["en:medical.breath"])
    (notice,) = await told(store, "lead-one")
    assert notice.values["danger_class"] == "medical"


async def test_a_hint_goes_to_the_lead_at_once_and_the_resident_hears_when_nobody_did(store):
    """As danger does, before anybody has answered."""
    met, _ = await raise_alert(store, AlertKind.ASK)
    (notice,) = await told(store, "lead-one")
    assert notice.values["kind"] == "ask"
    await due(store, NOON + MINUTE)
    waiting = await store.read(lambda conn: notices.waiting(conn, met.id))
    assert [one.code for one in waiting] == [NoticeCode.ALERT_UNHEARD]
    assert len(await told(store, "lead-two")) == 1


async def test_who_says_no_stays_on_the_desk_to_be_read_and_hears_no_more_of_it(store):
    """With what they said before and now; the next lead is told all the same."""
    met, _ = await raise_alert(store, AlertKind.ASK, "he gets loud")
    await answer(store, met, SafetyAnswer.NO, "no, he sleeps")
    await due(store, NOON + MINUTE)
    assert await store.read(lambda conn: notices.waiting(conn, met.id)) == []
    assert len(await told(store, "lead-two")) == 1
    (kept,) = await listed(store)
    assert (kept.alert.answer, kept.words) == (SafetyAnswer.NO, "he gets loud\nno, he sleeps")


async def test_yes_is_an_alert_of_danger_in_the_place_of_the_hint_with_its_words(store):
    """The lead is told once more, at once; there is one alert on the desk."""
    met, _ = await raise_alert(store, AlertKind.ASK, "I feel so faint")
    await answer(store, met, SafetyAnswer.YES)
    (kept,) = await listed(store)
    assert (kept.alert.kind, kept.words) == (AlertKind.DANGER, "I feel so faint")
    assert (kept.danger_class, kept.rules) == (DangerClass.MEDICAL, ["en:medical.breath"])
    assert [one.values["kind"] for one in await told(store, "lead-one")] == ["ask", "danger"]


async def test_a_second_hint_before_the_answer_joins_the_first(store):
    """One alert, with all that was said."""
    met, first = await raise_alert(store, AlertKind.ASK, "I feel so faint")
    _, second = await raise_alert(store, AlertKind.ASK, "it gets worse", met=met)
    (kept,) = await listed(store)
    assert (first, kept.words) == (second, "I feel so faint\nit gets worse")


async def test_an_answer_to_nothing_is_an_alert_only_if_it_is_yes(store):
    """Somebody closed the alert meanwhile; whoever says yes is in danger all the same."""
    met = await store.write(meet())
    await answer(store, met, SafetyAnswer.NO)
    assert await listed(store) == []
    await answer(store, met, SafetyAnswer.YES)
    assert [one.alert.kind for one in await listed(store)] == [AlertKind.DANGER]


async def test_who_has_it_is_known_and_no_further_lead_is_told(store):
    """The first has it; a second press changes nothing."""
    _, alert_id = await raise_alert(store)
    for minutes in (0, 1):
        now = NOON + minutes * SECOND
        await store.write(
            lambda conn, now=now: alerts.acknowledge(conn, alert_id, COORDINATOR, now=now)
        )
    assert not await due(store, NOON + MINUTE)
    (kept,) = await listed(store)
    assert kept.alert.acknowledged_at == kept.alert.heard_at == NOON


async def test_a_note_takes_the_place_of_the_one_before_and_callers_write_none_on_a_flag(store):
    """They do not see that there is one."""
    _, alert_id = await raise_alert(store, AlertKind.FLAG)
    caller = Actor(Role.CALLER, COORDINATOR.id)
    for act in (
        lambda conn: alerts.note(conn, alert_id, "rang", caller),
        lambda conn: alerts.acknowledge(conn, alert_id, caller, now=NOON),
        lambda conn: alerts.close(conn, alert_id, caller, now=NOON),
    ):
        with pytest.raises(NotFound):
            await store.write(act)
    for words in ("rang", "rang twice"):
        await store.write(
            lambda conn, words=words: alerts.note(conn, alert_id, words, COORDINATOR)
        )
    assert [one.note for one in await listed(store)] == ["rang twice"]


async def test_a_lead_who_is_flagged_hears_nothing_of_it_on_their_own_channel(store):
    """Whoever reads along with a lead is the danger as well; the next one is told."""
    met = await store.write(meet("lead-one"))
    await raise_alert(store, AlertKind.FLAG, met=met)
    assert await told(store, "lead-one") == []
    assert len(await told(store, "lead-two")) == 1
