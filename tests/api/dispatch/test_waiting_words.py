"""What residents hear while nobody is free: the truth, by day, once a day at most."""

from itertools import pairwise

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.vocabulary import NoticeCode, Urgency
from tests.api.dispatch.test_waiting import crowd
from tests.api.district import (
    DAY,
    HOUR,
    NOW,
    SETTINGS,
    accept,
    forget,
    person,
    request,
    told,
    values,
    work,
)

WAITING = NoticeCode.STILL_WAITING
SAID = (WAITING, NoticeCode.LOOKING_FURTHER)


async def test_who_can_wait_hears_at_once_that_nobody_is_free_and_no_call_is_queued(store):
    """It is in line: a group is able and full. Who needs it today gets a call, as before."""

    def unit(conn):
        _, (ann, *_) = crowd(conn, capacity=1, volunteers=1)
        request(conn, person(conn, "first"))
        work(conn)
        accept(conn, ann)
        patient, urgent = person(conn, "patient"), person(conn, "urgent")
        request(conn, patient, urgency=Urgency.WEEK)
        request(conn, urgent, urgency=Urgency.TODAY)
        work(conn)
        said = values(conn, patient, WAITING)
        return (
            [
                (told(conn, one)[1:], calls.open_of(conn, one.id) is None)
                for one in (patient, urgent)
            ],
            said["since"],
        )

    (patient, urgent), since = await store.write(unit)
    assert patient == ([WAITING], True)
    assert urgent == ([NoticeCode.LOOKING_FURTHER, NoticeCode.CALL_QUEUED], False)
    assert since.startswith("2026-03-04T12:00")


async def test_it_is_said_again_after_the_usual_wait_by_day_and_once_a_day_at_most(store):
    """Never at night. For whoever could wait a week, and did, a person takes over then."""

    def unit(conn):
        _, (ann, *_) = crowd(conn, capacity=1, volunteers=1)
        request(conn, person(conn, "first"), urgency=Urgency.LATER)
        work(conn)
        accept(conn, ann)
        heard = {}
        for urgency in (Urgency.TODAY, Urgency.WEEK):
            resident = person(conn, urgency)
            request(conn, resident, urgency=urgency)
            work(conn)
            forget(conn, resident)
            heard[resident] = []
        for hours in range(2, 24 * 9, 2):
            now = NOW + hours * HOUR
            dispatch.send_word(
                conn, None, ann.id, "still here", settings=SETTINGS, now=now
            )  # a sign of life: the task is not taken from her
            work(conn, now)
            for resident, moments in heard.items():
                moments += [(code, now) for code in told(conn, resident) if code in SAID]
                forget(conn, resident)
        return list(heard.values())

    today, week = await store.write(unit)
    moments = [at for code, at in today if code == WAITING]
    assert len(moments) >= 7
    assert all(later - one >= DAY for one, later in pairwise(moments))
    assert all(8 <= one.hour <= 20 for one in moments)
    ((code, at),) = week
    assert code == NoticeCode.LOOKING_FURTHER
    assert at >= NOW + 7 * DAY
