"""Words around a finding take the alarm out of it, each in its own reach."""

import pytest

from accessibility.understand import found, judged, unproven
from accessibility.understand.rulebook import rulebook_of
from tests.accessibility.understand.invented import invented

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
name = "drill"
effect = "none"
text = ["this is a drill"]

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
around = ["zorking up", "blip up"]

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
says = ["he mips me", "he zurks .. me"]
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


@pytest.fixture(scope="module")
def tongue(tmp_path_factory):
    """A language of few rules."""
    with invented(tmp_path_factory.mktemp("words"), "tlh", RULES):
        yield


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
        ("he zurks never me", "none"),
        ("he zurks never, me", "emergency"),
        ("he zurks blip up me", "emergency"),
        ("he is zorking. Hear me! This is a drill", "none"),
        ("last year he mips me", "emergency"),
        ("he keeps my zats", "flag"),
        ("he might be one who keeps my zats", "flag"),
        ("he keeps my zats, he is zorking", "emergency"),
    ],
)
def test_a_context_reaches_as_far_as_it_says(text, outcome):
    """Before, in the clause, the sentence or all of it, around; none, a question or a flag."""
    assert told(text) == outcome


@pytest.mark.usefixtures("tongue")
def test_needs_times_and_places_are_found_in_one_look():
    """The longer of two times counts; a film takes no need away, a "not" does."""
    said = found("a film, zills the zay after zmrgk. I zive in Garden Road, number 5", "tlh")
    assert (said.needs, said.urgency) == (("medicine",), "later")
    assert said.place == "garden road"
    assert found("I zivé in Zähringer Rôad, at the back", "tlh").place == "zähringer rôad"
    assert found("not zills zmrgk", "tlh").needs == ()
    assert found("not zills but zmrgk", "tlh").urgency == "week"
    assert found("nothing of it", "tlh").urgency == "unknown"


@pytest.mark.usefixtures("tongue")
def test_rules_whose_examples_are_found_have_nothing_to_tell():
    """Each rule is tested by what it says of itself."""
    assert list(unproven("tlh")) == []


def test_a_place_is_told_as_it_was_written():
    """Chinese has no spaces between its words."""
    assert found("我住在中山路12号", "zh-Hans").place == "中山路12号"


def test_a_language_without_rules_finds_nothing_of_its_own():
    """And claims nothing."""
    assert rulebook_of("xx").rules == ()
    assert list(unproven("xx")) == []
