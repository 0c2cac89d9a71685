"""The queue: danger first, nobody named, and no one of three hundred lost."""

import re
from datetime import timedelta

from api.vocabulary import Leaf, Role, Urgency
from tests.api import district
from tests.bot.desk.office import PHONE


async def ask_often(office, count):
    """So many open requests of so many people, a minute apart; the last of them wants it now."""

    def unit(conn):
        for number in range(count):
            at = office.now + timedelta(minutes=number)
            someone = district.person(conn, f"Resident{number}", now=at)
            last = number == count - 1
            urgency, leaf = (Urgency.NOW, Leaf.WATER) if last else (Urgency.WEEK, Leaf.GROCERIES)
            district.request(conn, someone, leaf, urgency=urgency, now=at)

    await office.write(unit)
    office.now += timedelta(minutes=count)


def receipts(visitor):
    """The receipts on the screen, in order."""
    return re.findall(r"R (\d{4} \d{4})</a>", visitor.answer.text)


async def test_danger_is_first_then_calls_unfinished_and_open_requests(office):
    """Each part even when it is empty, so that nobody wonders whether it was looked at."""
    await office.in_the_middle("Mei", "1", "I am in danger")
    await office.in_the_middle("Bob", "1", "0", "3")
    eva = await office.at_the_desk("Eva")
    parts = ["In danger", "Calls to make", "Unfinished requests", "Open requests"]
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", eva.answer.text)
    assert headings == parts
    assert eva.text.count("danger Waiting for") == 1


async def test_what_an_unfinished_request_says_is_offered_to_coordinators_only(office):
    """An administrator sees that it waits, as in the API."""
    await office.in_the_middle("Bob", "1")
    for role, offered in ((Role.COORDINATOR, True), (Role.ADMIN, False)):
        someone = await office.at_the_desk(f"Eva {role}", role)
        assert "Unfinished requests" in someone.text
        assert ("/desk/unfinished/" in someone.answer.text) is offered


async def test_nobody_is_named_on_it(office):
    """Neither name nor number nor what was said is on the page, nor in any address of it."""
    await office.add_group("Elm", 300, ["groceries"])
    await office.ask("Mei", "meal", "today", "")
    await office.give_phone("Mei")
    await office.say("Mei", "hello")
    await office.say("Mei", "0")
    await office.say("Mei", "2")
    eva = await office.at_the_desk("Eva")
    assert "R " in eva.text
    for secret in ("Mei", PHONE, PHONE[1:], "31.2304"):
        assert secret not in eva.answer.text


async def test_each_of_three_hundred_is_on_one_page_or_another(office):
    """The most urgent first; each once."""
    await ask_often(office, 300)
    eva = await office.at_the_desk("Eva")
    seen = receipts(eva)
    assert "water" in eva.text.partition(f"R {seen[0]}")[2][:80]
    for _ in range(5):
        await eva.follows("Next page")
        seen += receipts(eva)
    assert len(seen) == len(set(seen)) == 300
    assert "Next page" not in eva.text


async def test_a_request_is_found_among_many(office):
    """By its number, by how soon it is wanted, by what is needed, and by how it stands."""
    await ask_often(office, 60)
    eva = await office.at_the_desk("Eva")
    first = receipts(eva)[0]
    await eva.presses("Show", urgency="now")
    assert receipts(eva) == [first]
    await eva.presses("Show", urgency="", leaf="water")
    assert receipts(eva) == [first]
    await eva.presses("Show", leaf="", receipt=first)
    assert receipts(eva) == [first]
    await eva.presses("Show", receipt="", status="taken")
    assert "No request fits what you chose" in eva.text
    await eva.follows("Show all")
    assert len(receipts(eva)) == 50


async def test_an_address_made_up_by_somebody_filters_by_nothing(office):
    """A wrong code, receipt or page number is left out."""
    await ask_often(office, 2)
    eva = await office.at_the_desk("Eva")
    await eva.opens("/desk?urgency=soon&status=x&leaf=gold&receipt=12&cursor=%3Cscript%3E&said=x")
    assert len(receipts(eva)) == 2


async def test_what_is_typed_where_a_number_is_wanted_stands_in_no_address(office):
    """A name or a telephone number would stay in the history of the browser."""
    await ask_often(office, 2)
    eva = await office.at_the_desk("Eva")
    for typed in ("Mrs Chen", "13800138000"):
        await eva.presses("Show", receipt=typed)
        assert str(eva.answer.url).endswith("/desk#requests")
        assert len(receipts(eva)) == 2


async def test_a_caller_sees_danger_and_calls_and_no_requests(office):
    """What they are there for."""
    await ask_often(office, 2)
    await office.in_the_middle("Bob", "1", "0", "3")
    eva = await office.at_the_desk("Eva", Role.CALLER)
    assert "they asked for a person" in eva.text
    assert receipts(eva) == []
    assert "Unfinished requests" not in eva.text


async def test_a_broken_promise_is_marked(office):
    """Past the time the resident was told, the call is late."""
    await office.in_the_middle("Bob", "1", "0", "3")
    eva = await office.at_the_desk("Eva")
    assert "Late" not in eva.text
    office.now += timedelta(hours=3)
    assert "Late" in await eva.opens("/desk")
