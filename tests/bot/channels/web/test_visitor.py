"""Who is at the page: a cookie that nothing reads or sends elsewhere, and the proof of a form."""

import pytest

from bot.channels.web.visitor import COOKIE
from tests.bot.channels.web.standin import Standin
from tests.bot.channels.web.visiting import Browser


def cookie_of(answer):
    """What an answer asks the browser to keep, as parts."""
    [told] = answer.headers.get_list("set-cookie")
    name_and_value, *parts = told.split("; ")
    return name_and_value.partition("=")[2], {part.lower() for part in parts}


@pytest.mark.parametrize(("base", "secure"), [("http://a.test", False), ("https://a.test", True)])
async def test_no_script_reads_the_cookie_and_no_other_site_sends_it(new_visitor, base, secure):
    """And over a safe connection it never goes over another."""
    browser = new_visitor(base=base)
    await browser.opens()
    _, parts = cookie_of(browser.last)
    assert {"httponly", "samesite=lax", "path=/", "max-age=5184000"} <= parts
    assert ("secure" in parts) is secure


async def test_what_is_kept_cannot_be_turned_into_a_cookie(alone, visitor):
    """The address is a digest: whoever reads the database takes nobody's place."""
    secret, _ = cookie_of(visitor.last)
    [started] = [] or [one for one in alone.asked if one][:1]
    assert secret not in started
    assert len(started) == 64


async def test_who_comes_again_is_known_again(alone, visitor):
    """By the cookie alone; every visit makes it last anew."""
    first = alone.asked[-1]
    await visitor.opens()
    assert alone.asked[-1] == first
    assert cookie_of(visitor.last)[1]


@pytest.mark.parametrize("made_up", ["", "short", "x" * 200, "a b" * 10, "../" * 9])
async def test_a_made_up_cookie_is_nobody(alone, new_visitor, made_up):
    """It gets a secret of our making."""
    browser = new_visitor()
    browser.cookies.set(COOKIE, made_up)
    await browser.opens()
    assert browser.last.status_code == 200
    assert cookie_of(browser.last)[0] != made_up


async def test_a_form_that_another_site_made_changes_nothing(alone, visitor):
    """It cannot know the proof; the words are shown to their writer, who may send them."""
    fields = [("text", "I give up"), ("proof", "0" * 64)]
    await visitor.sends("/chat", fields)
    assert visitor.last.status_code == 403
    assert "Nothing was sent" in visitor.screen.part("trouble")
    assert alone.received == []
    await visitor.presses("Send", text=text_of(visitor.screen))
    assert alone.received[-1].body == {"text": "I give up", "question": "7"}


@pytest.mark.parametrize("path", ["/chat/code", "/chat/resume", "/chat/forget"])
async def test_no_form_of_the_page_works_without_its_proof(alone, visitor, path):
    """Nor does another site ask for a code, or make a browser forget."""
    await visitor.sends(path, [("code", "482915736")])
    assert visitor.last.status_code == 403
    assert COOKIE in visitor.cookies


async def test_a_page_of_an_earlier_visitor_speaks_for_nobody_else(alone, new_visitor):
    """Two people share a browser: what one wrote on an old page is not said by the other."""
    browser = new_visitor()
    await browser.opens()
    old = browser.screen.answer
    browser.cookies.clear()
    await browser.opens()
    await browser.sends("/chat", [*old.filled(text="my words"), ("send", "1")])
    assert browser.last.status_code == 403
    assert "This page was an old one." in browser.screen.part("trouble")
    assert alone.received == []


async def test_a_browser_that_keeps_no_cookies_is_told_so_and_how_else_to_reach_us(alone):
    """Instead of the first question for ever; what was typed is kept on the page."""
    browser = Forgetful(alone.app)
    await browser.opens()
    await browser.says("I need water")
    await browser.close()
    assert browser.last.status_code == 403
    trouble = browser.screen.part("trouble")
    assert "did not keep our cookie" in trouble
    assert "021 5555 0100" in trouble
    assert text_of(browser.screen) == "I need water"


async def test_whoever_was_forgotten_here_is_greeted_again(visitor):
    """A visitor whose conversation was erased finds the first question, not an empty page."""
    empty = Standin()
    await empty.open()
    empty.talk = type(empty.talk)("en", (), None, waiting=False)
    browser = Browser(empty.app)
    browser.cookies.set(COOKIE, visitor.cookies[COOKIE])
    await browser.opens()
    await browser.close()
    [started] = empty.received
    assert (started.kind, started.body) == ("start", {"language_hint": "en"})


class Forgetful(Browser):
    """A browser that keeps no cookies."""

    def _reads(self, answer):
        self.cookies.clear()
        return super()._reads(answer)


def text_of(screen):
    """What is in the text field."""
    return next(one for one in screen.answer.fields if one.name == "text").value
