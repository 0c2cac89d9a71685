"""A mistake in a rule is told to who wrote it, and the other rules go on working."""

import pytest

from accessibility.understand import found, unproven
from accessibility.understand.rulebook import rulebook_of
from tests.accessibility.understand.invented import invented

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
unless = ["(z", "w"]
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

[[rules]]
id = "nine"
finds = "colour.red"
says = ["x"]
example = ["x"]
"""


WRONG_BESIDE = {
    "broken.toml": "[[rules]\n",
    "meals.toml": """
[lists]
dish = ["soup"]

[spelling]
x = "y"

[[rules]]
id = "ten"
finds = "need.meal"
says = ["{dish}"]
example = ["soup"]

[[rules]]
id = "five"
finds = "need.meal"
says = ["x"]
example = ["x"]
""",
    "water.toml": """
[lists]
dish = ["water"]
""",
}
"""Files of rules beside it."""


@pytest.fixture(scope="module")
def tongue(tmp_path_factory):
    """A language full of mistakes."""
    with invented(tmp_path_factory.mktemp("words"), "sjn", WRONG, WRONG_BESIDE):
        yield


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
        "rule 'nine'": "it begins with one of danger, need",
    }.items():
        assert any(
            line.startswith(f"sjn/understand.toml: {place}: ") and what in line
            for line in problems.splitlines()
        ), place
    assert [rule.name for rule in rulebook_of("sjn").rules] == ["sjn:five", "sjn:ten"]


@pytest.mark.usefixtures("tongue")
def test_a_mistake_in_a_file_of_rules_is_told_with_that_file():
    """One that cannot be read at all is left out; the others go on working."""
    told = rulebook_of("sjn").problems
    for place, what in {
        "broken.toml: ": "line 1",
        "meals.toml: ": "it cannot have spelling",
        "meals.toml: rule 'five': ": "another rule has the same id",
        "water.toml: [lists]: ": "another list is called dish",
    }.items():
        assert any(line.startswith(f"sjn/understand/{place}") and what in line for line in told), (
            place
        )


@pytest.mark.usefixtures("tongue")
def test_an_example_that_is_not_found_is_told_and_so_is_what_must_not_be():
    """Each rule is tested by what it says of itself."""
    wrong = list(unproven("sjn"))
    assert "sjn:five: example 'y': not found" in wrong
    assert "sjn:five: never 'an x': found (need)" in wrong
    assert "sjn:five: unless: '(z': a ')' is missing" in wrong


@pytest.mark.usefixtures("tongue")
def test_a_mistake_in_an_excuse_takes_out_that_excuse_only():
    """Danger is heard whatever is in the files, and the other excuses hold."""
    assert found("x", "sjn").needs == ("meal",)
    assert found("x w", "sjn").needs == ()
