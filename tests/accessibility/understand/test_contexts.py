"""Words around a finding take the alarm out of it, each in its own reach; mistakes are told."""

import pytest

from accessibility.understand import found, judged, unproven
from accessibility.understand.rulebook import rulebook_of
from locales import add_directory, forget_directory

RULES = """
[spelling]
"can not" = "cant"
isnt = "is not"

[lists]
who = ["i", "he", "my mum"]

[clauses]
ends = ["but"]

[[contexts]]
name = "negated"
effect = "none"
before = ["not", "never"]
unless = ["not only"]
within = 1

[[contexts]]
name = "past"
effect = "none"
clause = ["last year"]

[[contexts]]
name = "story"
effect = "none"
sentence = ["film"]
on = ["danger"]

[[contexts]]
name = "hedge"
effect = "ask"
clause = ["might"]

[[contexts]]
name = "often"
effect = "flag"
clause = ["every day"]

[[contexts]]
name = "idiom"
effect = "none"
around = ["zorking up"]

[[rules]]
id = "zorking"
finds = "danger.medical"
outcome = "emergency"
says = ["{who} .. zorking", "zorking"]
unless = ["zorking hazard"]
example = ["he is zorking"]

[[rules]]
id = "beaten"
finds = "danger.violence"
outcome = "emergency"
says = ["he mips me"]
whatever = ["past"]
example = ["he mips me"]
never = ["he mip me"]

[[rules]]
id = "kept"
finds = "danger.abuse"
outcome = "flag"
says = ["keeps my zats"]
example = ["he keeps my zats"]

[[rules]]
id = "zills"
finds = "need.medicine"
says = ["zills"]
example = ["zills"]

[[rules]]
id = "zmrgk"
finds = "urgency.week"
says = ["zmrgk"]
example = ["zmrgk"]

[[rules]]
id = "after"
finds = "urgency.later"
says = ["the zay after zmrgk"]
example = ["the zay after zmrgk"]

[[rules]]
id = "place"
finds = "place"
says = ["i zive in ... $"]
example = ["I zive in Garden Road"]
"""
WRONG = """
[[contexts]]
name = "odd"
effect = "some"
clause = ["x"]

[[rules]]
id = "one"
finds = "danger.medicl"
outcome = "emergency"
says = ["x"]
example = ["x"]

[[rules]]
id = "two"
finds = "need.meal"
outcome = "ask"
says = ["x"]
example = ["x"]

[[rules]]
id = "three"
finds = "need.meal"
says = ["{nobody} x"]
example = ["x"]

[[rules]]
id = "four"
finds = "need.meal"
says = "x"
example = ["x"]

[[rules]]
id = "five"
finds = "need.meal"
says = ["x"]
example = ["y"]
never = ["an x"]

[[rules]]
id = "five"
finds = "need.meal"
says = ["x"]
example = ["x"]

[[rules]]
id = "six"
finds = "need.meal"
say = ["x"]
example = ["x"]

[[rules]]
id = "seven"
finds = "need.meal"
says = ["x"]

[[rules]]
id = "eight"
finds = "need.meal"
says = ["x"]
whatever = ["odd"]
example = ["x"]
"""


@pytest.fixture(scope="module")
def tongue(tmp_path_factory):
    """Two languages of few rules: one right, one full of mistakes."""
    folder = tmp_path_factory.mktemp("words")
    for tag, text in (("tlh", RULES), ("sjn", WRONG)):
        (folder / tag).mkdir()
        (folder / tag / "understand.toml").write_text(text, "utf-8")
    add_directory(folder)
    yield
    forget_directory(folder)


def told(text):
    """The outcome by the rules of the invented language alone."""
    why = [name for name in judged(text, "tlh").why if name.startswith("tlh")]
    return judged(text, "tlh").outcome if why else "none"


@pytest.mark.usefixtures("tongue")
@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("he is zorking", "emergency"),
        ("not zorking", "none"),
        ("he is not really zorking", "none"),
        ("he isn't zorking", "none"),
        ("not that he was zorking", "emergency"),  # farther away than `within`
        ("not he, zorking", "emergency"),  # in another clause
        ("not only zorking", "emergency"),
        ("I was zorking last year", "none"),
        ("last year was fine but he is zorking", "emergency"),
        ("a film, he is zorking", "none"),
        ("I saw a film. He is zorking", "emergency"),
        ("he might be zorking", "ask"),
        ("he is zorking every day", "flag"),
        ("I am zorking up", "none"),
        ("a zorking hazard", "none"),
        ("last year he mips me", "emergency"),
        ("he keeps my zats", "flag"),
        ("he might be one who keeps my zats", "flag"),
        ("he keeps my zats, he is zorking", "emergency"),
    ],
)
def test_a_context_reaches_as_far_as_it_says(text, outcome):
    """Before, in the clause, in the sentence, around; none, a question or a flag."""
    assert told(text) == outcome


@pytest.mark.usefixtures("tongue")
def test_needs_times_and_places_are_found_in_one_look():
    """The longer of two times counts; a film takes no need away, a "not" does."""
    said = found("a film, zills the zay after zmrgk. I zive in Garden Road, number 5", "tlh")
    assert (said.needs, said.urgency) == (("medicine",), "later")
    assert said.place == "garden road"
    assert found("not zills zmrgk", "tlh").needs == ()
    assert found("not zills but zmrgk", "tlh").urgency == "week"
    assert found("nothing of it", "tlh").urgency == "unknown"


@pytest.mark.usefixtures("tongue")
def test_a_mistake_is_told_with_its_file_and_rule_and_the_others_work():
    """In words for somebody who wrote it, not for who wrote the program."""
    problems = "\n".join(rulebook_of("sjn").problems)
    for place, what in {
        "context 'odd'": "effect must be none, ask or flag",
        "rule 'one'": "there is danger medical, fire_gas",
        "rule 'two'": "only danger has an outcome",
        "rule 'three'": "says: '{nobody} x': there is no list 'nobody' in [lists]",
        "rule 'four'": "says must be a list of texts",
        "rule 'five'": "another rule has the same id",
        "rule 'six'": "it cannot have say",
        "rule 'seven'": "it has no example",
        "rule 'eight'": "no context is called odd",
    }.items():
        assert any(
            line.startswith(f"sjn/understand.toml: {place}: ") and what in line
            for line in problems.splitlines()
        ), place
    assert [rule.name for rule in rulebook_of("sjn").rules] == ["sjn:five"]


@pytest.mark.usefixtures("tongue")
def test_an_example_that_is_not_found_is_told_and_so_is_what_must_not_be():
    """Each rule is tested by what it says of itself."""
    wrong = list(unproven("sjn"))
    assert "sjn:five: example 'y': not found" in wrong
    assert "sjn:five: never 'an x': found (need)" in wrong
    assert list(unproven("tlh")) == []


def test_a_language_without_rules_finds_nothing_of_its_own():
    """And claims nothing."""
    assert rulebook_of("xx").rules == ()
    assert list(unproven("xx")) == []
