"""Coordinators see which rules for free words are corrected, and nothing of anybody."""

from api.understanding import service as understanding
from api.vocabulary import Role
from tests.world import START

RULES = {"en:need.medicine": (9, 8, 0), "en:when.week": (12, 5, 6), "zh-Hans:need.meal": (2, 2, 0)}


async def test_rules_are_listed_by_language_and_the_worst_first(office):
    """Small numbers are said to be small; callers do not see the page."""

    def unit(conn):
        for rule, counts in RULES.items():
            for at in range(max(counts)):
                kinds = dict(zip(("hits", "confirmed", "corrected"), counts, strict=True))
                told = {kind: [rule] if at < number else [] for kind, number in kinds.items()}
                understanding.count(conn, **told, now=START)

    await office.write(unit)
    ida = await office.at_the_desk("Ida Berg")
    seen = await ida.follows("Understanding words")
    told = " ".join(seen.split())
    assert told.index("when.week") < told.index("need.medicine") < told.index("need.meal")
    assert "when.week Proposed 12 Confirmed 5 Corrected 6" in told
    assert "need.medicine Proposed 9 Confirmed 8 Corrected fewer than 5" in told
    assert "need.meal Proposed fewer than 5" in told
    eva = await office.at_the_desk("Eva Lind", Role.CALLER)
    assert "You may not see this page" in await eva.opens("/desk/understanding")
