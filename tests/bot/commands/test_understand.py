"""Lines in, what is understood of each out: one JSON object a line, as a conversation reads it."""

import io
import json

import pytest

from bot.forms import FORMS

FIELDS = ["text", "danger", "danger_class", "needs", "urgency", "command", "answer", "language"]


class Typed(io.StringIO):
    """Standard input as a shell gives it: bytes beneath the text."""

    def __init__(self, raw):
        super().__init__()
        self.buffer = io.BytesIO(raw)


def read(shell, monkeypatch, text, *words):
    """How lines are understood."""
    raw = text if isinstance(text, bytes) else text.encode()
    monkeypatch.setattr("sys.stdin", Typed(raw))
    assert shell.types("understand", *words) == 0
    return [json.loads(line) for line in shell.out.splitlines()]


def answers(shell, monkeypatch, text, *words):
    """The answers of lines."""
    return [one["answer"] for one in read(shell, monkeypatch, text, *words)]


def test_each_line_is_one_object_with_the_same_fields(shell, monkeypatch):
    """Danger, a key, an option by number and by name, and what is none of these."""
    text = "I am in danger\n0\n1\nmedicine\nzzz\n"
    told = read(shell, monkeypatch, text, "--question", "ask.need")
    assert all(list(one) == [*FIELDS, "why"] for one in told)
    assert [one["danger"] for one in told] == ["emergency", *["none"] * 4]
    assert [one["answer"] for one in told] == [None, None, "food", "health", None]
    assert [one["command"] for one in told] == [None, "person", None, None, None]
    assert [one["text"] for one in told] == text.splitlines()


def test_an_option_of_another_page_is_answered_by_name(shell, monkeypatch):
    """As in a conversation."""
    assert answers(shell, monkeypatch, "transport\n", "--question", "ask.home_need") == [
        "transport"
    ]


def test_a_language_is_read_by_its_own_words(shell, monkeypatch):
    """And written in its own letters."""
    words = ("--language", "zh-Hans", "--question", "ask.consent")
    assert answers(shell, monkeypatch, "是\n", *words) == ["yes"]
    assert answers(shell, monkeypatch, "王\n", "--question", "ask.my_name") == ["王"]
    assert "王" in shell.out


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "yes_no",
            "yes please\nno way\nmaybe\nyes but no\nyes?\n",
            ["yes", "no", None, None, None],
        ),
        ("choice5", "2.\nthe second\nmedicine\n6\nsomething else\n", ["2", "2", "2", None, None]),
        ("when", "now\nthis week\n4\nyes\n", ["now", "week", "later", None]),
        (
            "language",
            "Spanish\nespañol\nespanol\n西班牙语\n2\nFrench\n",
            [*["es"] * 4, "zh-Hans", None],
        ),
    ],
)
def test_four_questions_have_names_of_their_own(shell, monkeypatch, question, text, told):
    """Yes or no, one of five needs by its key, when, and a language that nobody speaks here."""
    assert answers(shell, monkeypatch, text, "--question", question) == told


def test_the_language_of_a_line_is_told_where_it_is_sure(shell, monkeypatch):
    """By script and known words; else it is the one that was given."""
    told = read(shell, monkeypatch, "我妈妈的药没有了\nI need some food today\nxqz wvu\n12\n")
    assert [one["language"] for one in told] == ["zh-Hans", "en", "en", "en"]
    told = read(shell, monkeypatch, "I need some food today\nxqz\n", "--language", "zh-Hans")
    assert [one["language"] for one in told] == ["en", "zh-Hans"]


def test_every_line_has_an_answer_in_step_whatever_is_in_it(shell, monkeypatch):
    """Empty ones, bytes that are no text, a mark of order, signs without a sense, long ones."""
    odd = [b"\xef\xbb\xbfhelp", b"", b"\xff\xfe", b"\x00\x07", b"a\tb", b"x " * 50_000, b"\r"]
    told = read(shell, monkeypatch, b"\n".join(odd))
    assert len(told) == len(odd)
    assert [one["text"] for one in told[:2]] == ["help", ""]
    assert "line 3: not UTF-8" in shell.err


def test_a_file_is_read_by_its_column(shell, tmp_path):
    """Line by line, also where a line is too short."""
    file = tmp_path / "lines.tsv"
    file.write_text("kind\ttext\na\tI am in danger\nb\n", "utf-8")
    assert shell.types("understand", "--tsv", str(file)) == 0
    told = [json.loads(line) for line in shell.out.splitlines()]
    assert [(one["text"], one["danger"]) for one in told] == [
        ("I am in danger", "emergency"),
        ("", "none"),
    ]
    assert "line 2: it has no column `text`" in shell.err


@pytest.mark.parametrize("option", ["--tsv", "--report"])
def test_a_file_that_cannot_be_read_is_named(shell, tmp_path, option):
    """One that is not there, and one without the column."""
    other = tmp_path / "other.tsv"
    other.write_text("words\tkind\nx\ty\n", "utf-8")
    assert shell.types("understand", option, str(other)) == 1
    assert "no column `text`, but: words, kind" in shell.err
    assert shell.types("understand", option, str(tmp_path / "none.tsv")) == 1
    assert "none.tsv" in shell.err
    assert shell.out == ""


def test_a_report_counts_what_the_columns_hold(shell, tmp_path):
    """Precision and recall by outcome and class, and replies right, wrong and unclear."""
    file = tmp_path / "labelled.tsv"
    file.write_text(
        "text\tdanger\tquestion\tanswer\n"
        "I am in danger\temergency\tyes_no\t\n"
        "thank you\temergency\tyes_no\tyes\n"
        "no\tnone\tyes_no\tyes\n",
        "utf-8",
    )
    assert shell.types("understand", "--report", str(file)) == 0
    assert "precision 1.000 recall 0.500" in shell.out
    assert "(1 right, 0 wrong, 1 missed)" in shell.out
    for line in (
        "replies right 0.333 (1)",
        "replies wrong 0.333 (1)",
        "replies unclear 0.333 (1)",
    ):
        assert line in shell.out


def test_a_report_says_where_there_are_no_lines_to_count(shell, tmp_path):
    """A rate of nothing would be taken for a result; what was told wrongly is counted still."""
    file = tmp_path / "labelled.tsv"
    file.write_text("text\tdanger\nthank you\tnone\nI can't breathe\tnone\n", "utf-8")
    assert shell.types("understand", "--report", str(file)) == 0
    outcomes = dict(line.removeprefix("danger ").split(None, 1) for line in shell.out.splitlines())
    assert outcomes["emergency"] == "no lines (1 wrong)"
    assert outcomes["ask"] == outcomes["flag"] == "no lines"
    assert "recall 0.500" in outcomes["none"]


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [
        ("danger", "bogus", "line 3, column `danger`: 'bogus' is none of: emergency, flag, ask"),
        ("danger_class", "fire", "line 3, column `danger_class`: 'fire' is none of: medical"),
        ("needs", "meal,mael", "line 3, column `needs`: 'mael' is none of: groceries, meal"),
        ("urgency", "soon", "line 3, column `urgency`: 'soon' is none of: now, today"),
        ("question\tanswer", "yes_no\tmaybe", "column `answer`: 'maybe' is none of: yes, no"),
        ("question\tanswer", "choice5\tfood", "column `answer`: 'food' is none of: 1, 2, 3"),
        ("question\tanswer", "nobody\tyes", "No form asks nobody"),
        ("trap", "medicine", "There is no column of labels. Known are: danger, danger_class"),
        ("answer", "yes", "There is no column of labels. Known are: danger, danger_class"),
    ],
)
def test_a_report_refuses_labels_that_are_none(shell, tmp_path, columns, row, told):
    """A mistyped one would count as missed for ever, and a file without any as well understood."""
    file = tmp_path / "labelled.tsv"
    right = "\t".join("yes_no" if name == "question" else "" for name in columns.split("\t"))
    file.write_text(f"text\t{columns}\nhello\t{right}\nhello\t{row}\n", "utf-8")
    assert shell.types("understand", "--report", str(file)) == 1
    assert told in shell.err
    assert shell.out == ""


def test_the_rules_are_checked_by_their_own_examples(shell):
    """A coordinator who changed one sees at once whether it does what it says."""
    assert shell.types("understand", "--check") == 0
    assert "do as they say" in shell.out


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
