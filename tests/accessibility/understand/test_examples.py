"""Every rule of every language finds its own examples, and what it must never find it does not."""

from accessibility.understand.proof import unproven
from locales.rules import ruled


def test_every_rule_does_what_its_examples_say():
    """Each line names the file or the rule, the text, and what was found instead."""
    wrong = [line for language in ruled() for line in unproven(language)]
    assert not wrong, "\n".join(["", *wrong])
