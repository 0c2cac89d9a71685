"""What stands on the page, whatever was said."""

import re
from dataclasses import replace

import pytest

import locales
from accessibility.profile import Face, Person
from accessibility.prompt import Kind, Option
from bot.channels.web import Frame
from tests.bot.channels.web.standin import Standin, question, shown
from tests.bot.channels.web.visiting import Browser

LANGUAGES = [language.code for language in locales.offered()]
PHONE = question("Your number?", (), Kind.PHONE)


async def page_of(alone, visitor, talk):
    """The page that shows a conversation."""
    alone.talk = talk
    return await visitor.opens()


async def test_what_explains_a_question_is_on_the_page(alone, visitor):
    """As it is in every message on another wire; the field for the answer names both."""
    asks = question("Where?", (), Kind.PLACE, hint="Write the street.")
    screen = await page_of(alone, visitor, shown(asks=asks))
    assert screen.part("hint") == "Write the street."
    text = next(one for one in screen.answer.fields if one.name == "text")
    assert text.asides["aria-describedby"].split() == ["question", "hint"]


async def test_a_notice_after_the_question_leaves_the_question_above_its_choices(alone, visitor):
    """Whatever was said last, it is clear what the buttons answer."""
    talk = shown("A neighbour will help you")
    asks = question("Shall it be today?")
    screen = await page_of(alone, visitor, type(talk)("en", talk.said, asks, waiting=False))
    assert screen.part("question") == "Shall it be today?"
    assert screen.html.index("A neighbour") < screen.html.index("Shall it be")
    assert screen.html.count('id="question"') == 1


async def test_every_line_has_a_name_of_its_own(alone, visitor):
    """So a page adds what it does not have, and nothing twice, even of the same moment."""
    talk = shown("One", "Two")
    same = tuple(type(one)(one.by, one.text, talk.said[0].at) for one in talk.said)
    screen = await page_of(alone, visitor, type(talk)("en", same, None, waiting=False))
    names = [part.partition('"')[0] for part in screen.html.split('data-key="')[1:]]
    assert len(names) == len(set(names)) == 2


@pytest.mark.parametrize("text", ["<b>bold</b>", '"><script>alert(1)</script>', "a & b\n* c"])
async def test_what_people_write_is_shown_and_never_run(alone, visitor, text):
    """Every character as it was typed."""
    screen = await page_of(alone, visitor, shown(text, by="person"))
    assert screen.lines == [text]
    assert re.findall("<b>|<script>|a & b", screen.html) == []


async def test_every_choice_has_its_key_before_it(alone, visitor):
    """What is pressed can be typed as well."""
    screen = await page_of(alone, visitor, shown(asks=question(also=(Option("c", "Third"),))))
    choices, keys = screen.labels()[1:4], screen.labels()[-3:]
    assert choices == ["1 Yes", "2 No", "6 More choices"]
    assert keys == ["0 A person", "9 Say it again", "* Back"]


async def test_enter_presses_send_and_no_choice(alone, visitor):
    """Browsers press the first button of a form for whoever types and presses Enter."""
    first = next(one for one in visitor.screen.answer.fields if one.kind == "button")
    assert (first.name, first.asides["tabindex"]) == ("send", "-1")


async def test_several_are_ticked_and_sent_together(alone, visitor):
    """Those of the other pages of the list too; without a script they unfold."""
    asks = question(kind=Kind.MANY, also=(Option("c", "Third"),), optional=True)
    screen = await page_of(alone, visitor, shown(asks=asks))
    boxes = [one.label for one in screen.answer.fields if one.kind == "checkbox"]
    assert boxes == ["1 Yes", "2 No", "Third"]
    assert "<details>" in screen.html
    assert "# Go on" in screen.labels()


async def test_a_phone_shows_the_keys_of_a_phone_for_a_number(alone, visitor):
    """They have 0, 9, * and # as well."""
    screen = await page_of(alone, visitor, shown(asks=PHONE))
    text = next(one for one in screen.answer.fields if one.name == "text")
    assert text.asides["inputmode"] == "tel"


async def test_an_answer_that_takes_long_is_said_to_come(alone, visitor, monkeypatch):
    """With a link to look for it, for whoever has no scripts."""
    monkeypatch.setattr("bot.channels.web.site.ANSWER_S", 0)
    screen = await page_of(alone, visitor, shown("Hello", waiting=True))
    assert "Your words have arrived." in screen.text
    assert "/chat" in screen.links


async def test_a_caller_who_writes_is_called_a_person(alone, visitor):
    """A resident always knows whether a program or somebody speaks."""
    screen = await page_of(alone, visitor, shown("Hello, this is Kim.", by="caller"))
    assert "A person" in screen.part("conversation")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_way_out_and_the_numbers_are_there_in_every_language(alone, visitor, language):
    """Whatever is shown; a mark after the key stays on its line."""
    screen = await page_of(alone, visitor, shown("Hello", language=language))
    assert screen.language == language
    assert "https://weather.test/" in screen.links
    assert {"tel:120", "tel:110", "sms:12110"} <= set(screen.links)
    assert screen.form("danger").find("0").value == "person"


@pytest.mark.parametrize(("language", "mark"), [("en", ""), ("zh-Hans", "，")])
async def test_no_line_begins_with_the_comma_after_the_key(alone, visitor, language, mark):
    """The key and its mark are one piece."""
    screen = await page_of(alone, visitor, shown("Hello", language=language))
    assert f"0</button>{mark}</span>" in screen.html


async def test_practice_is_said_on_every_page():
    """Nobody waits for help that was never meant; and no number is made up."""
    practising = Standin(Frame("https://weather.test/", practice=True))
    await practising.open()
    browser = Browser(practising.app)
    screen = await browser.opens()
    await browser.close()
    assert "PRACTICE. No real help comes from here." in screen.text
    assert "call your local emergency number." in screen.part("danger")


async def test_whose_places_are_offered_is_said_at_the_foot_of_every_page():
    """As their licence wants; where there is no geocoder, nobody is named."""
    for credit, feet in (("© OpenStreetMap contributors", 1), ("", 0)):
        place = Standin(Frame("https://weather.test/", credit=credit))
        await place.open()
        browser = Browser(place.app)
        screen = await browser.opens()
        await browser.close()
        assert screen.html.count("Places: © OpenStreetMap contributors</footer>") == feet
        assert screen.html.count("<footer") == feet


async def test_who_needs_large_print_has_it_as_soon_as_they_are_known(alone, visitor):
    """The whole page, and no setting to look for."""
    usual = await page_of(alone, visitor, shown(asks=question()))
    assert 'class="large"' not in usual.html
    large = replace(shown(asks=question()), face=Face(large=True))
    assert 'class="large"' in (await page_of(alone, visitor, large)).html


async def test_who_cannot_read_is_first_told_of_the_way_to_a_person(alone, visitor):
    """Before the choices, as in every message on another wire."""
    talk = replace(shown(asks=question()), face=Face(person=Person.CALLS))
    html = (await page_of(alone, visitor, talk)).html
    assert html.index("Press 0: a person calls you.") < html.index("Yes")
