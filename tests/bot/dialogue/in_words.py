"""Somebody who says what they need in words of their own, as the shell understood them."""

from accessibility.prompt import Part, Reading, ReadingKind
from api.vocabulary import Effect


def words(*, heard="", alarm="", **parts):
    """Free words that say so much: `words(needs="medicine meal")`, each found by one rule."""
    found = tuple(
        Part(name, tuple(codes.split("+")), (f"en:{name}.{codes}",))
        for name, codes in parts.items()
    )
    return Reading(ReadingKind.PROPOSAL, parts=found, heard=heard, alarm=alarm)


ALL = words(
    needs="medicine",
    urgency="week",
    for_whom="someone_else",
    accommodations="hard_of_hearing",
)


def lines(person, name="read_back"):
    """What is read back, by question."""
    return {line["question"].split(".")[1]: line["answer"] for line in person.open.values[name]}


def counted(person):
    """What was counted in the last turn."""
    acts = [act.values for act in person.turn.effects if act.effect == Effect.COUNT_RULES]
    return acts[0] if acts else {}
