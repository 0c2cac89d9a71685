"""Lines in, readings out: one JSON line each, as a conversation would read it."""

import io
import json

import pytest

from bot.forms import FORMS


def read(shell, monkeypatch, text, *words):
    """How lines are understood."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert shell.types("understand", *words) == 0
    return [json.loads(line) for line in shell.out.splitlines()]


def test_each_line_has_its_reading_in_order(shell, monkeypatch):
    """Danger, a key, an option by number and by name, and what is none of these."""
    text = "I am in danger\n0\n1\nmedicine\nzzz\n"
    told = read(shell, monkeypatch, text, "--question", "ask.need")
    kinds = [one["kind"] for one in told]
    assert kinds == ["danger", "command", "option", "option", "unclear"]
    assert [one["codes"] for one in told[2:4]] == [["food"], ["health"]]
    assert told[1]["command"] == "person"


def test_an_option_of_another_page_is_answered_by_name(shell, monkeypatch):
    """As in a conversation."""
    (told,) = read(shell, monkeypatch, "transport\n", "--question", "ask.home_need")
    assert told["codes"] == ["transport"]


def test_a_language_is_read_by_its_own_words(shell, monkeypatch):
    """And written in its own letters."""
    told = read(
        shell, monkeypatch, "是\n王\n", "--language", "zh-Hans", "--question", "ask.consent"
    )
    assert told[0]["codes"] == ["yes"]
    free = read(shell, monkeypatch, "王\n", "--question", "ask.my_name")
    assert free[0]["text"] == "王"
    assert "王" in shell.out


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_every_question_of_a_form_can_be_tried(shell, monkeypatch, form):
    """Those too whose words depend on what was said before."""
    for question in form.questions:
        read(shell, monkeypatch, "1\n", "--question", f"{form.name}.{question.name}")


@pytest.mark.parametrize("name", ["nonsense", "ask.nonsense", "nonsense.need", "ask"])
def test_a_question_nobody_asks_is_answered_with_those_there_are(shell, name):
    """Whoever translates need not read the code."""
    assert shell.types("understand", "--question", name) == 1
    assert "ask.need" in shell.err
    assert shell.out == ""


@pytest.mark.parametrize("tag", ["xx", "fr", "nonsense", ""])
def test_a_language_without_words_is_answered_with_those_there_are(shell, tag):
    """It would be read as English otherwise, and nobody would know why."""
    assert shell.types("understand", "--language", tag) == 1
    assert "en zh-Hans" in shell.err
    assert shell.out == ""
