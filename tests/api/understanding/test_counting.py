"""What came of proposals is counted by rule and day: no word, no person, no small number."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from api.database.metadata import metadata
from api.database.tables.understanding import rule_counts
from api.turns.schemas import CountRules
from api.understanding import service
from api.understanding.rules import DAYS, FEWEST, Counted, worst_first
from api.vocabulary import Role
from tests.api.turns.conftest import Bot, turn_of
from tests.api.world import NOON, hear, message

DAY = timedelta(days=1)
MEDICINE, WEEK, MEAL = "en:need.medicine", "en:when.week", "zh-Hans:need.meal"


def count(conn, now=NOON, **rules):
    """One turn's counts."""
    service.count(conn, **{"hits": [], "confirmed": [], "corrected": [], **rules}, now=now)


async def test_a_turn_counts_in_its_own_unit_of_work_and_no_audit_says_whose_it_was(store):
    """The row holds a rule, a day and three numbers, and nothing else."""
    effect = {"effect": "count_rules", "hits": [MEDICINE, WEEK], "corrected": [WEEK]}
    await store.write(hear(message()))
    bot = Bot(store)
    await bot.answer(effect)
    audited = metadata.tables["audit"]
    rows, told = await store.read(
        lambda conn: (
            [tuple(row) for row in conn.execute(sa.select(rule_counts))],
            list(conn.scalars(sa.select(audited.c.action))),
        )
    )
    day = NOON.date().isoformat()
    assert sorted(rows) == [(MEDICINE, day, 1, 0, 0), (WEEK, day, 1, 0, 1)]
    assert "count_rules" not in told


async def test_a_turn_that_comes_too_late_counts_nothing(store):
    """The faster worker counted already."""
    await store.write(hear(message()))
    bot = Bot(store)
    work = await bot.claim()
    turn = turn_of(work, {"effect": "count_rules", "hits": [MEDICINE]})
    await bot.take(turn)
    with pytest.raises(Exception, match="stale"):
        await bot.take(turn)
    counted = await store.read(lambda conn: conn.scalar(sa.select(rule_counts.c.hits)))
    assert counted == 1


@pytest.mark.parametrize(
    "said", ["I need insulin", "en:I need insulin", "en:", "insulin", "en:need medicine", ""]
)
def test_words_are_no_name_of_a_rule(said):
    """Nothing that somebody wrote can be counted by mistake."""
    with pytest.raises(ValidationError):
        CountRules(hits=[said])


async def test_the_report_adds_up_what_is_recent_and_tells_no_small_number(store):
    """Old days are gone for ever with the next count."""

    def unit(conn):
        for back in range(FEWEST):
            count(conn, NOON - back * DAY, hits=[MEDICINE, MEAL], confirmed=[MEAL])
        count(conn, NOON - (DAYS + 1) * DAY, hits=[WEEK])
        count(conn, hits=[MEDICINE], corrected=[MEDICINE])
        return service.report(conn, now=NOON), conn.scalar(
            sa.select(sa.func.count()).where(rule_counts.c.rule == WEEK)
        )

    report, old = await store.write(unit)
    told = {one.rule: (one.hits, one.confirmed, one.corrected) for one in report.items}
    assert told == {MEDICINE: (6, None, None), MEAL: (5, 5, None)}
    assert old == 0
    assert {one.rule: one.language for one in report.items}[MEAL] == "zh-Hans"


def test_what_is_corrected_most_comes_first_and_small_numbers_decide_nothing():
    """Neither how often a rule was corrected 4 times, nor how often it was hit 4 times."""
    often, seldom = Counted("en:a", 20, 10, 10), Counted("en:b", 40, 35, 5)
    used, few, fewer = Counted("en:c", 9, 5, 4), Counted("en:d", 4, 0, 4), Counted("en:e", 3, 3, 0)
    found = worst_first([fewer, few, used, seldom, often])
    assert [one.rule for one in found] == ["en:a", "en:b", "en:c", "en:d", "en:e"]


@pytest.mark.parametrize(
    ("role", "status"), [(Role.COORDINATOR, 200), (Role.ADMIN, 200), (Role.CALLER, 403)]
)
async def test_coordinators_read_it(http, bearer, role, status):
    """And nobody else does."""
    answer = await http.get("/v1/reports/understanding", headers=bearer(role))
    assert answer.status_code == status
    assert ("items" in answer.json()) == (status == 200)
