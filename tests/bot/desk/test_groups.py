"""A coordinator says on which days a group is open otherwise than in its week, without scripts."""

from datetime import date, timedelta

import pytest

from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.vocabulary import Role
from tests.world import START

TODAY = START.date()
ELM = "Elm Street Neighbours"


@pytest.fixture
async def ida(office):
    """A coordinator before the page of a group, found by a part of its name."""
    await office.add_group(ELM, 300, ["meal"])
    await office.add_group("Oak", 400, ["meal"])
    visitor = await office.at_the_desk("Ida")
    await visitor.follows("Groups")
    found = await visitor.presses("Find", name="elm s")
    assert (ELM in found, "Oak" in found) == (True, False)
    await visitor.follows(ELM)
    return visitor


def day(ahead):
    """A day so far ahead, as a browser sends it."""
    return (TODAY + timedelta(days=ahead)).isoformat()


async def kept(office):
    """The days of the group as the database has them."""
    group = await office.read(lambda conn: groups.get(conn, office.groups[ELM]))
    return [(one["on"], [tuple(span) for span in one["hours"]]) for one in group.exceptions]


async def test_days_are_kept_in_their_order_and_a_second_word_on_one_replaces_the_first(
    ida, office
):
    """Closed, or up to two spans, also past midnight; each is read back in words."""
    assert "Saved" in await ida.presses("Keep this day", on=day(9), open="closed")
    hours = {"from1": "09:00", "to1": "12:00", "from2": "22:00", "to2": "02:30"}
    seen = await ida.presses("Keep this day", on=day(2), open="hours", **hours)
    assert "09:00–12:00 and 22:00–02:30" in seen
    assert "Closed" in seen
    assert await kept(office) == [(day(2), [(540, 720), (1320, 150)]), (day(9), [])]
    await ida.presses("Keep this day", on=day(2), open="closed")
    assert await kept(office) == [(day(2), []), (day(9), [])]
    assert "change" in await office.actions(office.groups[ELM])


async def test_a_day_can_be_as_in_the_week_again_and_what_is_past_is_let_go(ida, office):
    """But for yesterday: what began on it may go on past midnight."""
    told = [{"on": date.fromisoformat(day(n)), "hours": [[0, 60]]} for n in (-9, -1, 3, 4)]
    change = GroupChange.model_validate({"exceptions": told})
    await office.write(lambda c: groups.change(c, office.groups[ELM], change, now=office.now))
    await ida.opens(f"/desk/groups/{office.groups[ELM]}")
    await ida.presses("As in the week again", on=day(3))
    assert await kept(office) == [(day(-1), [(0, 60)]), (day(4), [(0, 60)])]


NOT_KEPT = (
    ({"on": day(-1), "open": "closed"}, "Please give today or a later day"),
    ({"on": "soon", "open": "closed"}, "Please give today or a later day"),
    ({"on": day(1), "open": "hours"}, "Please give from when until when"),
    ({"on": day(1), "open": "hours", "from1": "09:00"}, "Please give from when until when"),
    ({"on": day(1), "open": "hours", "from1": "09:00", "to1": "09:00"}, "until when"),
    ({"on": day(1), "open": "hours", "from1": "25:00", "to1": "26:00"}, "until when"),
)


async def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(ida, office):
    """Nothing of the group changes."""
    for typed, why in NOT_KEPT:
        seen = await ida.presses("Keep this day", **typed)
        assert (why in seen, ida.answer.status_code) == (True, 422), typed
        assert f'value="{typed["on"]}"' in ida.answer.text
    assert await kept(office) == []


async def test_callers_do_not_come_here(office):
    """Whose hours are otherwise, coordinators say."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    await eva.opens("/desk/groups")
    assert eva.answer.status_code == 403
