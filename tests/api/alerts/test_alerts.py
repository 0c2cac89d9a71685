"""Alerts go from lead to lead until one hears; a flag never shows where it came from."""

import pytest

from api.alerts import service as alerts
from api.errors import NotFound
from api.notices import service as notices
from api.people import service as people
from api.vocabulary import AlertKind, NoticeCode
from tests.api.world import MINUTE, NOON, SECOND, SETTINGS, meet, settings


async def raise_alert(store, kind=AlertKind.DANGER, words="help me"):
    """An alert of somebody; who they are and the alert's id."""
    met = await store.write(meet())
    await store.write(lambda conn: people.set_name(conn, met.person_id, "Li"))
    alert_id = await store.write(
        lambda conn: alerts.raise_alert(
            conn, kind, met.person_id, met.id, words, settings=SETTINGS, now=NOON
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
    close = lambda: store.write(lambda conn: alerts.close(conn, alert_id, alert_id, now=NOON))  # noqa: E731 - twice
    await close()
    assert not await due(store, NOON + MINUTE)
    with pytest.raises(NotFound):
        await close()
