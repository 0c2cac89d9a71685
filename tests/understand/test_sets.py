"""The labelled lines of every language can be trusted: known codes, enough of them, none twice."""

from collections import Counter
from pathlib import Path

import pytest

from api.vocabulary import Accommodation, DangerClass, Leaf, Urgency

SETS = Path(__file__).parent
LANGUAGES = sorted(path.name for path in SETS.iterdir() if (path / "danger-tune.tsv").is_file())
HALVES = ("tune", "gate")
LEAST = {"danger": 300, "harmless": 500, "needs": 300, "replies": 300}
"""Lines in both halves together, for each kind of set."""
LEAST_OF_A_LEAF = 12

OUTCOME = {
    "explicit": "emergency",
    "misspelt": "emergency",
    "third_party": "emergency",
    "hedged": "ask",
    "hidden": "flag",
}
ANSWERS = {
    "yes_no": {"yes", "no", ""},
    "choice5": {"1", "2", "3", "4", "5", ""},
    "when": {"now", "today", "week", "later", ""},
    "language": {"en", "zh-Hans", "es", ""},
}


def some(codes):
    """The codes of a column that holds several; two may not be the same."""
    listed = [code for code in codes.split(",") if code]
    assert len(listed) == len(set(listed)), codes
    return set(listed)


def danger(row):
    """The kind says which outcome is expected; a class is always told."""
    return row["danger"] == OUTCOME.get(row["kind"]) and row["danger_class"] in set(DangerClass)


def harmless(row):
    """A trap is named, as one word."""
    return row["trap"].isidentifier()


def needs(row):
    """Leaves and accommodations are those of the design; whom is said or empty."""
    return (
        some(row["needs"]) <= set(Leaf)
        and row["urgency"] in {*Urgency, "unknown"}
        and row["for_whom"] in {"me", "someone_else", ""}
        and some(row["must_know"]) <= set(Accommodation)
    )


def replies(row):
    """An answer is an option of its question, or empty where the reply is unclear."""
    return row["answer"] in ANSWERS[row["question"]] and row["kind"].isidentifier()


COLUMNS = {
    danger: ["text", "danger", "danger_class", "kind"],
    harmless: ["text", "trap"],
    needs: ["text", "needs", "urgency", "for_whom", "must_know"],
    replies: ["question", "text", "answer", "kind"],
}


def lines(language, kind, half):
    """One half of a set: the header, then rows as written."""
    text = (SETS / language / f"{kind}-{half}.tsv").read_text(encoding="utf-8")
    header, *rows = (line.split("\t") for line in text.removesuffix("\n").split("\n"))
    return header, [dict(zip(header, row, strict=True)) for row in rows]


def identity(row):
    """A reply is a line of its question; two lines that differ by case or spaces are one."""
    return row.get("question", ""), " ".join(row["text"].casefold().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_has_its_columns_and_known_codes(language):
    """A mistyped code would count against the rules for ever."""
    for right, columns in COLUMNS.items():
        for half in HALVES:
            header, rows = lines(language, right.__name__, half)
            assert header == columns
            assert [row for row in rows if not row["text"].strip() or not right(row)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_there_twice_in_a_half_or_across(language):
    """A line in both halves would be tuned on and then judged by."""
    for kind in LEAST:
        both = Counter(identity(row) for half in HALVES for row in lines(language, kind, half)[1])
        assert [one for one, times in both.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_halves_are_large_enough_and_alike(language):
    """Rates are worth something only with enough lines of each half."""
    for kind, least in LEAST.items():
        tune, gate = (len(lines(language, kind, half)[1]) for half in HALVES)
        assert tune + gate >= least
        assert 0.8 <= tune / gate <= 1.25


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_halves_have_every_leaf_urgency_class_and_answer(language):
    """What a half does not hold is not proven there."""
    for half in HALVES:
        asked = lines(language, "needs", half)[1]
        assert set(Leaf) <= {leaf for row in asked for leaf in some(row["needs"])}
        assert {*Urgency, "unknown"} == {row["urgency"] for row in asked}
        told = lines(language, "danger", half)[1]
        assert {(row["kind"], row["danger_class"]) for row in told} >= {
            ("explicit", each) for each in DangerClass
        }
        given = {(row["question"], row["answer"]) for row in lines(language, "replies", half)[1]}
        assert given == {(name, each) for name, every in ANSWERS.items() for each in every}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leaf_is_asked_for_a_dozen_times(language):
    """A leaf asked for once would be all right or all wrong."""
    asked = Counter(
        leaf
        for half in HALVES
        for row in lines(language, "needs", half)[1]
        for leaf in some(row["needs"])
    )
    assert [leaf for leaf in Leaf if asked[leaf] < LEAST_OF_A_LEAF] == []


def test_no_danger_is_harmless_elsewhere():
    """Whoever says it in any language asks for nothing else, and says it in one language."""
    found = {
        (language, kind): {identity(r) for half in HALVES for r in lines(language, kind, half)[1]}
        for language in LANGUAGES
        for kind in ("danger", "harmless", "needs")
    }
    dangers = {key: told for key, told in found.items() if key[1] == "danger"}
    for key, told in dangers.items():
        others = set().union(*(rest for other, rest in found.items() if other != key))
        assert told & others == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_in_one_half_only_whatever_it_is_asked_of(language):
    """Six letters or more that are tuned on in one set are not judged by in another."""
    asked = ("danger", "harmless", "needs")
    tune, gate = (
        {identity(row) for kind in asked for row in lines(language, kind, half)[1]}
        for half in HALVES
    )
    assert [text for _, text in tune & gate if len(text) > 5] == []
