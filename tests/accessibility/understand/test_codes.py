"""What rules may find are the codes of the vocabulary, which is not imported there."""

from accessibility.prompt import Command
from accessibility.understand import codes
from api.vocabulary import LEAVES, Accommodation, DangerClass, Urgency


def test_the_codes_of_rules_are_those_of_the_vocabulary():
    """A rule that finds another code would be kept nowhere."""
    assert set(codes.CLASSES) == set(DangerClass)
    assert {need: set(leaves) for need, leaves in codes.NEEDS.items()} == {
        str(need): set(map(str, leaves)) for need, leaves in LEAVES.items()
    }
    assert tuple(Urgency) == codes.URGENCIES
    assert set(codes.MUST_KNOW) == set(Accommodation)
    assert set(codes.KINDS["command"]) == set(Command)
