"""When what is behind the page is away, the page says so, and nothing that was typed is lost."""

import logging

import pytest

WORDS = "I need insulin for Mei"


async def test_words_that_could_not_be_kept_are_kept_on_the_page_and_sent_again(alone, visitor):
    """It says that nothing was sent, how else to reach us, and has one button."""
    alone.failing.add("receive")
    await visitor.says(WORDS)
    assert visitor.last.status_code == 503
    told = visitor.screen.part("told")
    assert "We cannot be reached right now. Nothing was sent." in told
    assert "021 5555 0100" in told
    assert WORDS in visitor.screen.text
    alone.failing.clear()
    await visitor.presses("Try again", form="again")
    assert [one.body for one in alone.received] == [{"text": WORDS, "question": "7"}]


async def test_a_pressed_button_is_sent_again_too(alone, visitor):
    """And if the first time had arrived after all, it is once."""
    alone.failing.add("history")
    await visitor.presses("Yes")
    alone.failing.clear()
    await visitor.presses("Try again", form="again")
    assert [one.body for one in alone.received] == [{"button": "7:yes"}]


@pytest.mark.parametrize("port", ["history", "receive"])
async def test_a_visit_while_it_is_away_is_answered_in_words(alone, new_visitor, port):
    """In the language of the browser, with the numbers to call and a way to try again."""
    alone.failing.add(port)
    alone.talk = type(alone.talk)("", (), None, waiting=False)
    browser = new_visitor(language="zh-CN,zh;q=0.9")
    await browser.opens()
    assert browser.last.status_code == 503
    assert browser.screen.language == "zh-Hans"
    assert "现在连不上我们" in browser.screen.part("told")
    assert "/chat" in browser.screen.links
    assert "tel:120" in browser.screen.links


async def test_who_is_away_keeps_their_conversation(alone, visitor):
    """No other secret is given to a browser while nobody can be asked."""
    alone.failing.add("history")
    await visitor.opens()
    assert "set-cookie" not in visitor.last.headers
    alone.failing.clear()
    await visitor.opens()
    assert len(set(alone.asked)) == 1


async def test_a_failure_is_logged_without_anybodys_words(alone, visitor, caplog):
    """Its kind and its place in the code; neither the message nor what was typed."""
    alone.failing.add("receive")
    with caplog.at_level(logging.DEBUG, logger="bot"):
        await visitor.says(WORDS)
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "httpx")
    assert "OSError" in logged
    assert "Mei" not in logged


async def test_events_are_not_promised_of_a_conversation_that_cannot_be_read(alone, visitor):
    """The page tells a broken connection from a quiet one."""
    alone.failing.add("history")
    await visitor.opens("/chat/events")
    assert visitor.last.status_code == 503
