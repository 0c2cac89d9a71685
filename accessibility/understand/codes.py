"""The codes that a rule of understanding may find; a test compares them with the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.prompt import Command

NONE, ASK, FLAG, EMERGENCY = "none", "ask", "flag", "emergency"
OUTCOMES = (EMERGENCY, FLAG, ASK)
"""What a rule of danger may say, the strongest first."""

CLASSES = (
    "medical",
    "fire_gas",
    "violence",
    "self_harm",
    "child",
    "abuse",
    "exploitation",
    "trapped",
)
NEEDS: Mapping[str, tuple[str, ...]] = {
    "food": ("groceries", "meal", "water"),
    "health": ("medicine", "doctor_visit", "medical_supplies"),
    "home": (
        "protective_supplies",
        "household_goods",
        "errand",
        "transport",
        "home_care",
        "repair",
        "tech_help",
        "information",
    ),
    "talk": ("check_in", "counselling", "interpreting"),
    "money_or_goods": ("money", "goods"),
    "other": ("other",),
}
"""The options of what is needed, each with its leaves."""

OPTION_OF = {leaf: option for option, leaves in NEEDS.items() for leaf in leaves}
UNKNOWN = "unknown"
URGENCIES = ("now", "today", "week", "later")
"""When, the soonest first: of several that are said it is the one that counts."""

WHOM = ("me", "someone_else")
MUST_KNOW = (
    "no_phone_calls",
    "no_text",
    "blind",
    "hard_of_hearing",
    "speech",
    "sign_language",
    "interpreter",
    "easy_read",
    "slow",
    "large_print",
    "ring_long",
    "no_stairs",
    "wheelchair",
    "assistance_dog",
    "contactless",
    "gate_only",
    "woman_only",
    "companion_present",
)
"""The accommodations: what must be known so that help works."""

ANSWER = "answer"
"""What rules of whole replies find; they are looked for in replies only."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "danger": CLASSES,
    "need": tuple(OPTION_OF),
    "urgency": URGENCIES,
    "whom": WHOM,
    "must_know": MUST_KNOW,
    "command": tuple(Command),
    "place": ("",),
    "language": (),
    ANSWER: (),
}
"""What a rule may find, with its codes; of languages any tag, of answers any option."""
