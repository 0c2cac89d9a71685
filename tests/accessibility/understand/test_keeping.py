"""A book of rules is kept beside them, and serves only while it is what they would become."""

import pickle

import pytest

from accessibility.understand import keeping, rulebook
from accessibility.understand.firing import findings
from accessibility.understand.rulebook import Rulebook, rulebook_of
from locales.kept import FOLDER
from tests.accessibility.understand.invented import invented

RULES = """
[[rules]]
id = "zorking"
finds = "danger.medical"
outcome = "emergency"
says = ["{who} (zorks|is zorking)"]
example = ["he zorks"]
[lists]
who = ["i", "he", "my mum"]
"""


@pytest.fixture
def words(tmp_path):
    """A directory with rules of a language that nobody else has; its books are read anew."""
    rulebook._kept.cache_clear()  # noqa: SLF001 - as in a new process
    with invented(tmp_path, "tlh", "", {"danger.toml": RULES}) as folder:
        yield folder
    rulebook._kept.cache_clear()  # noqa: SLF001


@pytest.fixture
def made(monkeypatch):
    """How often a book was made of rules."""
    times = []
    make = rulebook._book  # noqa: SLF001
    monkeypatch.setattr(rulebook, "_book", lambda *given: times.append(given) or make(*given))
    return times


def anew():
    """The book as the next process reads it."""
    rulebook._kept.cache_clear()  # noqa: SLF001
    return rulebook_of("tlh")


def kept(words):
    """The one file that is kept."""
    (file,) = (words.parent / FOLDER).iterdir()
    return file


def test_a_book_is_made_once_and_finds_the_same_when_it_is_restored(words, made):
    """Also by the next process; and nothing else is left in the folder."""
    first, second = rulebook_of("tlh"), anew()
    assert len(made) == 1
    assert second is not first
    for text in ("my mum zorks", "nobody zorks"):
        found = [
            [(one.rule.name, one.start, one.end) for one in findings(text, book, {"danger"})]
            for book in (first, second)
        ]
        assert found[0] == found[1]
    assert findings("he is zorking", second, {"danger"})
    assert kept(words).name.startswith("understand.")


def test_it_is_made_anew_when_a_rule_changes(words, made):
    """By one letter, in any of its files."""
    rulebook_of("tlh")
    file = words / "danger.toml"
    file.write_text(file.read_text().replace("zorks", "blips"))
    assert findings("he blips", anew(), {"danger"})
    assert len(made) == 2


def test_it_is_made_anew_when_the_code_changes(words, made, monkeypatch):
    """What other code made may be otherwise."""
    rulebook_of("tlh")
    monkeypatch.setattr(keeping, "_code", lambda: b"other")
    anew()
    assert len(made) == 2


@pytest.mark.parametrize(
    "spoil",
    [lambda raw: b"", lambda raw: raw[:90], lambda raw: raw[:64] + pickle.dumps("no book")],
    ids=["empty", "cut off", "something else"],
)
def test_what_cannot_be_read_is_made_anew(words, made, spoil):
    """Danger must be heard whatever is in a file."""
    rulebook_of("tlh")
    kept(words).write_bytes(spoil(kept(words).read_bytes()))
    assert findings("he zorks", anew(), {"danger"})
    assert len(made) == 2


def test_where_nothing_can_be_written_it_is_made_each_time(words, made):
    """In a folder that is only read."""
    (words.parent / FOLDER).write_text("a file where a folder would be")
    assert isinstance(rulebook_of("tlh"), Rulebook)
    assert findings("he zorks", anew(), {"danger"})
    assert len(made) == 2
