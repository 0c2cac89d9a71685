"""A coordinator invites whoever has only a telephone; a caller rings them by the same pages."""

import pytest

from api.people import service as people
from api.vocabulary import CallReason, Role
from bot.dialogue.answer_line import edition
from bot.forms import FORMS

NUMBER = "021 5555 0142"


@pytest.fixture
async def ida(office):
    """A coordinator at the page for inviting, in a neighbourhood with a group."""
    await office.add_group("Elm", 300, ["meal"])
    office.whole.bot.work()
    visitor = await office.at_the_desk("Ida Berg")
    await visitor.follows("Invite by phone")
    return visitor


async def invites(ida, office, **changed):
    """What the page says after the form was sent."""
    group = office.groups["Elm"]
    told = {"phone": NUMBER, "group": group, "language": "en", "name": "Mr. Chen"}
    told["invited_as"] = "volunteer"
    return await ida.presses("Put the call in the queue", **told | changed)


async def rings(office):
    """Eva has taken the call with whoever was invited."""
    eva = await office.at_the_desk("Eva Lind", Role.CALLER)
    await eva.follows("they are invited to a group")
    await eva.presses("Take this call")
    return eva


async def test_a_number_becomes_a_call_and_the_list_names_nobody(ida, office):
    """The number is read as it is dialled here; neither it nor the name is shown again."""
    seen = await invites(ida, office)
    assert "The call is in the queue." in seen
    assert "waits for the call" in seen
    for told in (seen, await ida.opens("/desk"), str(ida.answer.url)):
        assert "Chen" not in told
        assert "5555" not in told


REFUSED = {
    "phone": ("12", "This number cannot be right."),
    "group": ("", "Please check what you chose"),
    "language": ("xx", "Please check what you chose"),
}


@pytest.mark.parametrize("field", REFUSED)
async def test_what_cannot_be_used_is_said_and_what_was_typed_stays(ida, office, field):
    """Nobody is invited."""
    value, why = REFUSED[field]
    seen = await invites(ida, office, **{field: value}, note="Knows Mrs. Wang")
    assert (ida.answer.status_code, why in seen) == (422, True)
    assert "Mr. Chen" in ida.answer.text
    assert "Knows Mrs. Wang" in seen
    assert "Nobody was invited by phone yet." in seen


async def test_a_second_invite_at_a_number_is_told_plainly_with_the_way_out(ida, office):
    """Another person who shares the telephone is invited by name, once."""
    await invites(ida, office)
    seen = await invites(ida, office)
    assert (ida.answer.status_code, "is invited already" in seen) == (409, True)
    await invites(ida, office, somebody_else="yes", name="")
    assert ida.answer.status_code == 422
    seen = await invites(ida, office, somebody_else="yes", name="Mei")
    assert seen.count("waits for the call") == 2
    await invites(ida, office, somebody_else="yes", name=" mei")
    assert ida.answer.status_code == 409


async def test_only_coordinators_invite(office):
    """A caller has neither the page nor the way to it."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    assert "Invite by phone" not in eva.text
    await eva.opens("/desk/invites")
    assert eva.answer.status_code == 403


async def test_without_a_group_the_page_says_what_to_do_first(office):
    """There is nothing to be invited to."""
    ida = await office.at_the_desk("Ida")
    assert "There is no group yet." in await ida.opens("/desk/invites")


async def test_the_caller_says_who_invites_and_that_they_may_say_no(ida, office):
    """Not "did you ask for a call", and nothing of the invite before it is known who it is."""
    await invites(ida, office)
    eva = await rings(office)
    assert "Do I speak with Mr. Chen?" in eva.text
    assert "Elm" not in eva.text
    seen = await eva.follows("Yes, it is them")
    for said in (
        "Ida Berg gave us your number, for Elm.",
        "Could you help a neighbour now and then?",
        "You may say no. Then we delete your number.",
        "Is now a good and safe time to talk?",
    ):
        assert said in seen
    seen = await eva.follows("Yes, now is good")
    assert "May we keep your name and what you offer" in seen


async def test_who_is_called_without_a_name_is_not_asked_whether_they_wanted_a_call(ida, office):
    """They did not."""
    await invites(ida, office, name="")
    eva = await rings(office)
    assert "May I say briefly why I am calling?" in eva.text
    assert "Did you ask for a call?" not in eva.text


async def test_the_script_of_the_call_is_that_of_joining_and_asks_nothing_else(ida, office):
    """Who is invited is no volunteer yet, so nothing of pausing or leaving stands on the paper."""
    await invites(ida, office)
    eva = await rings(office)
    text = await eva.presses("Open it as a page")
    for said in (
        "Do I speak with Mr. Chen?",
        "Ida Berg gave us your number, for Elm.",
        "You may say no. Then we delete your number.",
        "What can you help with?",
        "We call you by phone when a neighbour needs help.",
    ):
        assert said in text, said
    assert "Pause for a while" not in text
    assert "__" not in text[text.index("gave us") : text.index("Could you help")]


async def test_who_says_no_is_gone_when_the_caller_closes_the_call(ida, office):
    """The list says what came of it, and of whom nobody can say any more."""
    await invites(ida, office)
    [call] = (await office.as_caller("Looker", "GET", "/v1/calls"))["items"]
    assert call["reason"] == CallReason.INVITED
    eva = await rings(office)
    await eva.presses("Close the call", outcome="no_help_wanted")
    await office.settle()
    assert "said no, and is forgotten" in await ida.opens("/desk/invites")
    person = await office.read(lambda conn: people.person(conn, call["person_id"]))
    assert (person.name, person.phone) == ("", "")


async def test_whoever_is_rung_may_pause_or_stop_by_a_press_of_their_caller(ida, office):
    """A volunteer who has only a telephone has no other way to say so."""
    await invites(ida, office)
    eva = await rings(office)
    await eva.follows("On to the questions")
    for said in ("1", "Chen", "1", "1", "1", "#", "5", "1"):
        await eva.presses("Keep the answer", text=said)
    await eva.presses("Close the call", outcome="completed")
    await office.ask("Ann", "meal", "today", "")
    await eva.opens("/desk")
    await eva.follows("they can only be reached by phone")
    await eva.presses("Take this call")
    assert "Saved" in await eva.presses("They no longer want to help")
    members = await office.as_caller(
        "Looker", "GET", f"/v1/groups/{office.groups['Elm']}/volunteers"
    )
    assert members["items"] == []


async def test_the_paper_of_the_call_is_typed_back_in_and_makes_the_same_volunteer(ida, office):
    """By the numbers that stand on it, with the invite of the call that it is typed into."""
    await invites(ida, office)
    eva = await rings(office)
    text = await eva.presses("Open it as a page")
    assert f"f=enrol v={edition(FORMS['enrol'])}" in " ".join(text.split())
    [call] = (await office.as_caller("Looker", "GET", "/v1/calls"))["items"]
    await eva.opens(f"/desk/calls/{call['id']}/paper")
    answers = '5=1 6="Chen" 7=1 8=1 10=1 11=- 12=5 13=1'
    line = f"f=enrol v={edition(FORMS['enrol'])} {answers} c=-"
    seen = await eva.presses("Take", line=line)
    assert "You are a volunteer of Elm now." in seen
    [member] = (
        await office.as_caller("Looker", "GET", f"/v1/groups/{office.groups['Elm']}/volunteers")
    )["items"]
    assert member["person_id"] == call["person_id"]
    assert (member["services"], member["how"], member["hours"]) == (
        ["food"],
        ["in_person"],
        ["any_time"],
    )
