"""What the Bot API is sent: text within its limits, buttons that repeat the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locales
from accessibility.prompt import Kind, Option, Prompt
from accessibility.text import as_lines
from bot.channel import Outgoing
from bot.channels.telegram.outgoing import DATA_LIMIT, TEXT_LIMIT, markup, texts

YES_NO = (Option("yes", "Yes", "1"), Option("no", "No", "2"))
ENGLISH = locales.catalog("en")
KEYS = ["0 A person", "9 Say it again", "* Back"]


def outgoing(prompt=None, **changed):
    """A message with a question, or a statement."""
    prompt = prompt or Prompt("Done.")
    lines = tuple(as_lines(prompt, ENGLISH))
    return Outgoing("70", "n1", "en", prompt, lines, **changed)


def question(kind=Kind.ONE, options=YES_NO, **changed):
    """A question in words."""
    return Prompt("Safe?", options=options, kind=kind, question_id="1a", **changed)


def buttons(prompt):
    """Labels and what they send, top to bottom."""
    rows = markup(outgoing(prompt))["inline_keyboard"]
    return {button["text"]: button["callback_data"] for row in rows for button in row}


def test_each_option_is_a_button_with_its_key_and_its_words():
    """What it sends names the question, so that a stale one is known."""
    assert buttons(question()) == {
        "1. Yes": "1a:yes",
        "2. No": "1a:no",
        "0 A person": "1a::person",
        "9 Say it again": "1a::again",
        "* Back": "1a::back",
    }


def test_each_button_stands_alone_in_its_row():
    """Long labels are not cut, and a trembling finger hits one."""
    assert all(len(row) == 1 for row in markup(outgoing(question()))["inline_keyboard"])


def test_a_long_list_has_a_button_for_more():
    """Unless key 6 is an option already."""
    also = (Option("later", "Later"),)
    assert buttons(question(also=also))["6 More choices"] == "1a::more"
    other = (*YES_NO, Option("other", "Something else", "6"))
    assert "6 More choices" not in buttons(question(options=other, also=also))


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"optional": True}, ENGLISH.say("how-done").rstrip(".")),
        ({"optional": True, "options": (), "kind": Kind.TEXT}, "# = skip this"),
        ({"chosen": True, "kind": Kind.MANY}, "# Go on"),
        ({"chosen": True, "kind": Kind.MANY, "optional": True}, "# Go on"),
    ],
)
def test_key_hash_says_what_it_does_here(changes, label):
    """Skip, none of these, or go on with what was chosen."""
    labels = list(buttons(question(**changes)))
    assert [one for one in labels if one.startswith("#")] == [label]


def test_a_choice_of_many_with_nothing_chosen_has_no_button_to_end_it():
    """It would only be a misunderstanding."""
    assert not [label for label in buttons(question(Kind.MANY)) if label.startswith("#")]


@pytest.mark.parametrize("language", [one.code for one in locales.languages()])
def test_every_key_on_a_button_is_in_the_text_with_the_same_words(language):
    """In every language: who types hears the same."""
    catalog = locales.catalog(language)
    for changes in ({"optional": True}, {"also": (Option("x", "X"),)}, {}):
        prompt = question(**changes)
        lines = tuple(as_lines(prompt, catalog))
        message = Outgoing("70", "n", language, prompt, lines)
        said = "\n".join(lines).casefold()
        for [button] in markup(message)["inline_keyboard"]:
            key, words = button["text"].casefold().split(maxsplit=1)
            assert key in said
            assert words in said


@pytest.mark.parametrize(
    ("kind", "asks"), [(Kind.PLACE, "request_location"), (Kind.PHONE, "request_contact")]
)
def test_a_place_or_a_number_can_be_shared_by_one_button(kind, asks):
    """Which Telegram allows below a private chat only."""
    keyboard = markup(outgoing(question(kind, options=())))
    [[button]] = keyboard["keyboard"]
    assert button[asks]
    assert keyboard["one_time_keyboard"]


def test_places_that_were_found_are_chosen_by_buttons():
    """The question is still about a place, yet it has options now."""
    assert list(buttons(question(Kind.PLACE)))[:2] == ["1. Yes", "2. No"]


def test_a_statement_has_no_buttons():
    """Nothing is asked."""
    assert markup(outgoing()) is None


def test_an_offer_in_a_group_chat_has_its_own_button_only():
    """Keys belong to somebody's own conversation."""
    given_buttons = (("Yes, I will help", "offer:0190:accept"),)
    [[button]] = markup(outgoing(group_buttons=given_buttons))["inline_keyboard"]
    assert (button["text"], button["callback_data"]) == given_buttons[0]


def test_a_button_that_would_send_too_much_is_left_to_the_text():
    """64 bytes, not characters."""
    fits = Option("x" * (DATA_LIMIT - 3), "Fits", "1")
    large = Option("字" * 21, "Large", "2")
    assert list(buttons(question(options=(fits, large))))[:2] == ["1. Fits", KEYS[0]]


def utf16(text):
    """Length as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


@given(st.lists(st.text(alphabet="ab 字🍞", max_size=9000), min_size=1, max_size=6))
def test_a_long_message_is_cut_and_nothing_of_it_is_lost(lines):
    """Every part is within the limit; line breaks at a cut are the only thing that goes."""
    parts = list(texts(tuple(lines)))
    assert all(0 < utf16(part) <= TEXT_LIMIT for part in parts)
    assert "".join(parts).replace("\n", "") == "".join(lines)


def test_a_long_message_is_cut_between_lines():
    """As few parts as it takes."""
    line = "x" * 3000
    assert list(texts((line, "second", line))) == [f"{line}\nsecond", line]
