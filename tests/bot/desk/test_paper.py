"""A paper is typed in at the desk without scripts; what was typed stays until it was taken."""

from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.places import service as places
from api.places.schemas import PlaceIn
from api.sessions import service as sessions
from api.vocabulary import Channel, Role
from bot.dialogue.answer_line import check_digit
from tests.bot.desk.holding import call_id, takes_the_call
from tests.bot.desk.office import Office

REST = '11=2 12="Hongmei Road 12" 13=- 14=2 15="no nuts" 20=1 22="Bob" 23=2 27=1 30=1'
"""What Bob answers on paper, who had come as far as "when do you need it" in the chat."""
WHOLE = f"2=1 3=1 5=1 6=2 {REST}"


def checked(pairs):
    """A line with its check digit."""
    return f"{pairs} c={check_digit(pairs)}"


@pytest.fixture
async def eva(voice):
    """A caller who holds Bob's call, with the page for papers before her."""
    visitor = await takes_the_call(voice)
    await visitor.follows("Type in a paper, or a code")
    return visitor


async def test_a_paper_goes_on_where_the_conversation_was(voice, eva):
    """The whole of it at once, and the page of the call says what came of it."""
    seen = await eva.presses("Take this line", line=checked(REST))
    assert "The whole paper was taken." in seen
    assert "We have your request: a cooked meal." in seen
    assert len(await voice.requests_of("Bob")) == 1


async def test_what_is_wrong_is_said_beside_what_was_typed(voice, eva):
    """By step, in the words of who typed it; nothing is said to Bob, and nothing is lost."""
    before = len(voice.heard("Bob"))
    line = checked(REST.replace("14=2 ", ""))
    seen = await eva.presses("Take this line", line=line)
    assert "Step 14 is missing. Write its answer, or - if it was not answered." in seen
    assert "What you typed is kept." in seen
    assert line.replace('"', "&#34;") in eva.answer.text
    assert await voice.requests_of("Bob") == []
    assert len(voice.heard("Bob")) == before
    seen = await eva.follows("Back to the call")
    to_say, _, _ = seen.partition("What was said, newest first")
    assert "When do you need it?" in to_say
    assert "Step 14" not in to_say


class Passing(Office):
    """Time passes: each look at the clock is later than the one before."""

    @property
    def now(self):
        """The time."""
        self.__dict__["now"] += timedelta(milliseconds=1)
        return self.__dict__["now"]


async def test_a_line_that_was_refused_is_never_called_taken(voice, eva):
    """What is wrong with it came while the page waited for the answer."""
    voice.__class__ = Passing
    seen = await eva.presses("Take this line", line="5=7 c=-")
    assert "The whole paper was taken." not in seen
    assert "Step 5 has no answer 7." in seen


async def test_another_caller_finds_what_was_typed(voice, eva):
    """In their own language."""
    line = checked(REST.replace("11=2", "11=7"))
    await eva.presses("Take this line", line=line)
    await eva.follows("Back to the call")
    await eva.opens(f"/desk/calls/{await call_id(voice)}")
    await eva.presses("Give this call back")
    tom = await voice.at_the_desk("Tom", Role.CALLER, "zh-Hans")
    path = f"/desk/calls/{await call_id(voice)}"
    await tom.opens(path)
    await tom.presses("我来接")
    seen = await tom.opens(f"{path}/paper")
    assert "第 11 步没有 7 这个回答" in seen
    assert line.replace('"', "&#34;") in tom.answer.text


async def test_in_writing_what_is_wrong_is_not_sent_and_what_is_taken_is(writing):
    """She is written to by the caller, and reads only what concerns her."""
    eva = await takes_the_call(writing)
    before = len(writing.heard("Ann"))
    await eva.opens(f"/desk/calls/{await call_id(writing)}/paper")
    rest = REST.replace('22="Bob" ', "")
    assert "Step 14 is missing" in await eva.presses(
        "Take this line", line=checked(rest.replace("14=2 ", ""))
    )
    assert "The whole paper was taken." in await eva.presses("Take this line", line=checked(rest))

    async def came():
        return len(writing.heard("Ann")) > before

    await writing.until(came, "the receipt")
    assert not [one for one in writing.heard("Ann") if "Step 14" in one]
    assert "We have your request" in writing.heard("Ann")[before]


async def test_an_empty_line_is_no_paper(eva):
    """The page says so, and nothing was sent."""
    assert "check what you chose or wrote" in await eva.presses("Take this line", line=" ")


async def test_a_paper_without_a_call_begins_one(office):
    """By a caller, in the language that was spoken; once, however often it is sent."""
    office.whole.bot.work()
    tom = await office.at_the_desk("Tom", Role.CALLER)
    await tom.opens("/desk/calls")
    await tom.follows("Type in a paper that was filled in while nothing worked")
    seen = await tom.presses("Take this line", language="en", line=f"{WHOLE} c=-")
    assert "We have your request: a cooked meal." in seen


async def test_a_new_paper_that_is_wrong_is_corrected_in_its_call(office):
    """It has a call already, so that nothing of it can be lost."""
    office.whole.bot.work()
    tom = await office.at_the_desk("Tom", Role.CALLER)
    await tom.opens("/desk/calls/paper")
    assert "check what you chose" in await tom.presses(
        "Take this line", language="xx", line=f"{WHOLE} c=-"
    )
    seen = await tom.presses("Take this line", language="en", line=WHOLE)
    assert "The check digit is missing." in seen
    seen = await tom.presses("Take this line", line=checked(WHOLE))
    assert "We have your request: a cooked meal." in seen


async def test_who_does_not_hold_the_call_sees_no_paper(voice):
    """It may have everything of the resident on it."""
    eva = await takes_the_call(voice)
    path = f"/desk/calls/{await call_id(voice)}/paper"
    await eva.opens(path)
    await eva.presses("Take this line", line=f"{REST} c=1")
    tom = await voice.at_the_desk("Tom", Role.CALLER)
    assert "Hongmei" not in await tom.opens(path)
    assert not tom.been[-1].endswith("/paper")
    assert "Hongmei" not in tom.answer.text


async def test_a_code_that_is_read_out_goes_on_with_its_conversation(voice, eva):
    """A slip of one digit is told at once; the code of another conversation is asked about."""
    await voice.in_the_middle("Ann", "2", "1")
    code = await voice.write(lambda c: _code(c, voice, "ann"))
    wrong = f"{(int(code[0]) + 1) % 10}{code[1:]}"
    assert "check what you chose" in await eva.presses("Go on with it", code=wrong)
    seen = await eva.presses("Go on with it", code=code)
    assert "Go on with that conversation here?" in seen


def _code(conn, office, name):
    """A code that was given to somebody in their chat."""
    there = addresses.address_for(conn, Channel.TERMINAL, name, now=office.now)
    settings = office.whole.node.settings
    return sessions.new_code(conn, there.id, settings=settings, now=office.now)


async def test_a_place_that_resembles_one_is_put_on_the_map_in_the_same_call(voice, eva):
    """The paper keeps its words; asked where again, the page lists what resembles them."""
    road = PlaceIn(name="Hongmei Road", latitude=31.23, longitude=121.47)
    await voice.write(lambda conn: places.add(conn, [road], now=voice.now))
    await eva.presses("Take this line", line=checked(REST))
    [request] = await voice.requests_of("Bob")
    assert not request.located
    await eva.presses("Begin the questions")
    await eva.presses("Change my request")
    await eva.presses("Where I need it")
    seen = await eva.presses("Keep the answer", text="Hongmei Rode")
    assert "Which place do you mean" in seen
    await eva.presses("Hongmei Road")
    [request] = await voice.requests_of("Bob")
    assert request.located
