"""The page of a request: how it stands and why, who it is only for who asks, and its end."""

import httpx
import pytest
import sqlalchemy as sa

from api.database.tables.requests import requests
from api.vocabulary import Leaf, Role
from bot.desk.requests import CLOSE_REASONS
from tests.bot.desk.office import PHONE
from tests.journeys.restricted import step  # noqa: F401 - its steps are known by that
from tests.journeys.steps import perform

NOBODY = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
async def asked(office):
    """Mei asked for a meal today; Vera of Elm was asked, and Oak does something else."""
    await office.add_group("Elm", 300, ["meal"])
    await office.add_group("Oak", 400, ["repair"])
    await office.add_volunteer("Vera", "Elm", "terminal")
    await office.ask("Mei", "meal", "today", "")
    await office.give_phone("Mei")
    return office


async def request_id(office):
    """The one request there is."""
    return await office.read(lambda c: c.scalar(sa.select(requests.c.id)))


async def looks_at_it(office):
    """A coordinator before the page of the request."""
    eva = await office.at_the_desk("Eva")
    await eva.opens(f"/desk/requests/{await request_id(office)}")
    return eva


async def test_it_says_what_is_needed_and_how_it_stands_and_nothing_of_who(asked):
    """Area, urgency and needs; neither name, number nor place."""
    eva = await looks_at_it(asked)
    for said in ("a cooked meal", "today", "Asked"):
        assert said in eva.text
    for secret in ("Mei", PHONE, PHONE[-4:], "31.2304"):
        assert secret not in eva.answer.text


async def test_it_says_who_was_asked_and_why_these(asked):
    """A coordinator can tell a resident; a group that does not do it is not among them."""
    eva = await looks_at_it(asked)
    asked_, _, why = eva.text.partition("Who was asked")[2].partition("Why these groups")
    assert "Elm" in asked_
    assert "Elm" in why
    assert "Oak" not in eva.text


async def test_who_and_where_is_shown_to_who_asks_and_that_is_kept(asked):
    """On that one page: the next look hides it again."""
    eva = await looks_at_it(asked)
    seen = await eva.presses("Show name, number and place")
    assert "Mei" in seen
    assert f'href="tel:{PHONE}"' in eva.answer.text
    assert "reveal" in " ".join(await asked.actions(await request_id(asked)))
    await eva.opens(f"/desk/requests/{await request_id(asked)}")
    assert PHONE not in eva.answer.text


async def test_who_helps_is_on_it_once_somebody_accepted(asked):
    """With the word they will say at the door; before that nobody does."""
    eva = await looks_at_it(asked)
    assert "Nobody has said yes so far" in eva.text
    await asked.say("Vera", "1")
    helps = (await eva.opens(f"/desk/requests/{await request_id(asked)}")).partition("Who helps")[
        2
    ]
    assert "Elm" in helps.partition("Who was asked")[0]
    assert "Word at the door" in helps


async def test_of_a_relay_it_says_who_brings_and_who_carries(office):
    """Of what was asked, of who helps, and of the look; and which word is said where."""
    await office.add_group("Elm", 900, ["meal"])
    await office.add_group("Oak", 100, ["errand"])
    await office.add_volunteer("Vera", "Elm", "terminal")
    await office.add_volunteer("Otto", "Oak", "terminal")
    await perform(office, "500 m around it is inside_only with a relay")
    await office.ask("Mei", "meal", "today", "")
    await office.say("Vera", "1")
    eva = await looks_at_it(office)
    helps, _, rest = eva.text.partition("Who helps")[2].partition("Who was asked")
    offers, _, why = rest.partition("Why these groups")
    brings, carries = "Brings it to the gate", "Carries it from the gate"
    assert (brings in helps, carries in helps, "Word at the gate" in helps) == (True, False, True)
    assert [text.count(part) for text in (offers, why) for part in (brings, carries)] == [1] * 4
    assert [group in why for group in ("Elm", "Oak")] == [True, True]


async def test_a_request_is_closed_with_a_reason_and_everybody_concerned_is_told(asked):
    """The resident, and whoever was asked; what is closed can be closed no more."""
    eva = await looks_at_it(asked)
    assert [eva.answer.text.count(f'value="{one}"') for one in CLOSE_REASONS] == [1] * 5
    before = {name: len(asked.heard(name)) for name in ("Mei", "Vera")}
    assert "Saved" in await eva.presses("Close this request", reason=CLOSE_REASONS[0])
    await asked.settle()
    assert not [name for name, count in before.items() if len(asked.heard(name)) == count]
    assert "Closed" in eva.text
    assert "Why is it closed?" not in eva.text
    assert "cancel" in " ".join(await asked.actions(await request_id(asked)))


async def test_without_a_reason_of_the_list_nothing_is_closed(asked):
    """Free words about a person would be kept for good."""
    eva = await looks_at_it(asked)
    for reason in ("", "because", "<b>"):
        assert "check what you chose" in await eva.presses("Close this request", reason=reason)
    assert await asked.request_status("Mei") == "offered"


async def test_what_the_resident_said_of_the_help_is_kept(asked):
    """By who heard it on the telephone."""
    await asked.say("Vera", "1")
    eva = await looks_at_it(asked)
    assert "Saved" in await eva.presses("Yes, all of it")
    assert await asked.request_status("Mei") == "done"


async def test_what_cannot_have_been_said_changes_nothing(asked):
    """A form that somebody made up."""
    eva = await looks_at_it(asked)
    path = f"/desk/requests/{await request_id(asked)}/arrival"
    proof = eva.page.forms[-1].sends["proof"]
    await eva.client.post(path, data={"proof": proof, "arrival": "perhaps"})
    assert await asked.request_status("Mei") == "offered"


async def test_a_page_that_was_open_while_the_request_was_closed_says_so(asked):
    """Nothing is closed twice, and nobody is told twice."""
    eva, tom = await looks_at_it(asked), await looks_at_it(asked)
    await eva.presses("Close this request", reason="asked_twice")
    await asked.settle()
    heard = asked.heard("Mei")
    await tom.presses("Close this request", reason="not_for_us")
    await asked.settle()
    assert tom.answer.status_code == httpx.codes.OK
    assert asked.heard("Mei") == heard


async def test_a_caller_and_a_stranger_see_no_request(asked):
    """Callers see who and where only in the call they hold."""
    path = f"/desk/requests/{await request_id(asked)}"
    caller = await asked.at_the_desk("Tom", Role.CALLER)
    await caller.opens(path)
    assert caller.answer.status_code == httpx.codes.FORBIDDEN
    assert Leaf.MEAL not in caller.text
    stranger = asked.visitor()
    await stranger.opens(path)
    assert stranger.answer.status_code == httpx.codes.UNAUTHORIZED


async def test_a_request_that_is_not_there_is_said_not_to_be(office):
    """In words, with the way back."""
    eva = await office.at_the_desk("Eva")
    assert "There is nothing here" in await eva.opens(f"/desk/requests/{NOBODY}")
    assert eva.answer.status_code == httpx.codes.NOT_FOUND


async def test_it_says_in_words_why_these_groups_and_why_not_the_others(office):
    """The order, what speaks for each, and how many of the others failed by what."""
    await office.add_group("Elm", 300, ["meal"])
    await office.add_group("Ash", 900, ["meal"], languages=["zh-Hans"])
    await office.add_group("Oak", 400, ["repair"])
    await office.add_group("Yew", 500, ["meal"], capacity=0)
    await office.add_volunteer("Vera", "Elm", "terminal")
    await office.ask("Mei", "meal", "today", "")
    eva = await looks_at_it(office)
    why = eva.text.partition("Why these groups")[2]
    for said in (
        "Looked for a cooked meal",
        "Able to help: 2 groups",
        "1. Elm",
        "Speaks English",
        "Nothing to do",
        "Never asked before",
        "2. Ash",
        "Speaks no English: an interpreter is needed",
        "1 does not do this",
        "1 is full",
    ):
        assert said in why


async def test_looking_again_says_what_is_otherwise_now_and_changes_nothing(asked):
    """The groups that came and went since, and the counts of then and of now."""
    await asked.add_group("Ash", 100, ["meal"])
    eva = await looks_at_it(asked)
    before = await asked.actions(await request_id(asked))
    now = (await eva.opens(f"/desk/requests/{await request_id(asked)}?again=yes")).partition(
        "How it would come out now"
    )[2]
    assert "Not able in round 1, but now: Ash" in now
    assert "The first would now be: Ash" in now
    assert await asked.actions(await request_id(asked)) == before
    assert await asked.request_status("Mei") == "offered"


async def test_where_nothing_is_otherwise_that_is_said(asked):
    """By the same groups with the same counts."""
    eva = await looks_at_it(asked)
    await eva.opens(f"/desk/requests/{await request_id(asked)}?again=yes")
    assert "It would come out as in round 1" in eva.text


async def test_looking_again_says_who_could_do_it_by_two(office):
    """Where nobody may come in from outside, and nobody inside does the need itself."""
    await office.add_group("Elm", 900, ["meal"])
    await office.add_group("Oak", 100, ["errand"])
    await perform(office, "500 m around it is inside_only with a relay")
    await office.ask("Mei", "meal", "today", "")
    eva = await looks_at_it(office)
    await eva.opens(f"/desk/requests/{await request_id(office)}?again=yes")
    now = eva.text.partition("How it would come out now")[2]
    by_two = now.partition("Two could do it together: a cooked meal")[2]
    brings, _, carries = by_two.partition("Carries it from the gate")
    assert ("Elm" in brings, "Oak" in brings) == (True, False)
    assert ("Elm" in carries.partition("Look again")[0], "Oak" in carries) == (False, True)
