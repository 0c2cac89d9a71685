"""Going on with another device by a code said aloud; leaving nothing on this one."""

import re

from bot.channels.web.visitor import COOKIE
from tests.bot.channels.web.asking import asks_for_food


async def test_a_conversation_goes_on_in_another_browser_where_it_was(mei, new_browser):
    """Three groups of three digits, once; the first browser begins anew."""
    await asks_for_food(mei, until="What do you need?")
    await mei.presses("Give me a code", form="/chat/code")
    code = re.search(r"\d{3} \d{3} \d{3}", mei.screen.part("elsewhere")).group()
    other = new_browser()
    await other.opens()
    await other.presses("Go on here", form="/chat/resume", code=code)
    assert "What do you need?" in other.screen.part("question")
    third = new_browser()
    await third.opens()
    await third.presses("Go on here", form="/chat/resume", code=code)
    assert "This code does not work." in third.screen.part("code-refused")
    await other.ticks("Food or water")
    assert "What food or water do you need?" in other.screen.part("question")


async def test_a_code_is_read_aloud_when_it_comes(visitor):
    """It is a status, and the page opens at it."""
    form = visitor.screen.form("/chat/code")
    assert form.action.endswith("#elsewhere")
    await visitor.presses("Give me a code", form="/chat/code")
    assert '<p class="code" role="status">Your code is 482 915 736. It works once.' in (
        visitor.screen.html
    )


async def test_a_code_that_does_not_work_is_said_where_it_was_typed(visitor):
    """The field says so to a voice as well."""
    await visitor.presses("Go on here", form="/chat/resume", code="000 000 000")
    assert visitor.last.status_code == 422
    field = next(f for f in visitor.screen.form("/chat/resume").fields if f.name == "code")
    assert field.asides["aria-describedby"] == "code-refused"
    assert "trouble" not in visitor.screen.described


async def test_the_code_is_in_no_address(visitor):
    """Addresses stay in the history of a browser that others use."""
    await visitor.presses("Give me a code", form="/chat/code")
    assert not any("482" in str(answer.url) for answer in visitor.answers)


async def test_a_browser_forgets_whoever_wishes_it(alone, visitor):
    """Others use it too: the next visitor begins a conversation of their own."""
    mine = alone.asked[-1]
    await visitor.presses("Forget me on this device", form="/chat/forget")
    assert "This device does not know you any more." in visitor.screen.part("told")
    assert COOKIE not in visitor.cookies
    await visitor.opens()
    assert alone.asked[-1] != mine
