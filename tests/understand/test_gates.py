"""How well lines are understood by which no rule was tuned; the bounds are those we promise.

Each half of a set is read once. What is printed with `-s` is the measure beside its bound.
"""

from pathlib import Path

import pytest

from accessibility.understand.codes import ASK, EMERGENCY, FLAG
from bot.commands.understand import report
from bot.commands.understand.lines import rows

SETS = Path(__file__).parent
LANGUAGES = ("en", "zh-Hans")
every_language = pytest.mark.parametrize("language", LANGUAGES)


def gate(language, kind):
    """The half of a set by which rules are judged."""
    return rows(SETS / language / f"{kind}-gate.tsv")


def share(told, *wanted):
    """The share of outcomes that are one of those wanted."""
    return sum(one in wanted for one in told) / len(told)


def keep(bounds, measured):
    """Every measure within its bound, ">=" or "<="; all that are not are named together."""
    broken = [
        f"{name}: {measured[name]:.3f}, must be {sign} {bound}"
        for name, (sign, bound) in bounds.items()
        if not (measured[name] >= bound if sign == ">=" else measured[name] <= bound)
    ]
    print({name: round(value, 3) for name, value in measured.items()})  # noqa: T201 - with -s
    assert not broken, "\n".join(broken)


@every_language
def test_danger_is_heard_and_what_is_hidden_stays_hidden(language):
    """A cry alarms, also mistyped or for somebody else; what must not be noticed is not shown."""
    lines = gate(language, "danger")
    told = report.outcomes(lines, language)
    by_kind = {}
    for row, (_, outcome) in zip(lines, told, strict=True):
        by_kind.setdefault(row["kind"], []).append(outcome)
    keep(
        {
            "explicit": (">=", 0.95),
            "misspelt": (">=", 0.80),
            "third_party": (">=", 0.80),
            "flag": (">=", 0.60),
            "flag made visible": ("<=", 0.02),
        },
        {
            "explicit": share(by_kind["explicit"], EMERGENCY),
            "misspelt": share(by_kind["misspelt"], EMERGENCY),
            "third_party": share(by_kind["third_party"], EMERGENCY),
            "flag": share(by_kind["hidden"], FLAG),
            "flag made visible": share(by_kind["hidden"], EMERGENCY, ASK),
        },
    )


@every_language
def test_what_is_harmless_alarms_nobody(language):
    """Medicines, idioms, films, the past: what people really write."""
    told = [outcome for _, outcome in report.outcomes(gate(language, "harmless"), language)]
    keep(
        {EMERGENCY: ("<=", 0.01), ASK: ("<=", 0.05), FLAG: ("<=", 0.02)},
        {outcome: share(told, outcome) for outcome in (EMERGENCY, ASK, FLAG)},
    )


@every_language
def test_needs_and_when_are_found_in_free_words(language):
    """By leaf, by the option that leaves belong to, and by when."""
    lines = gate(language, "needs")
    leaves = report.needs(lines, language)
    keep(
        {"leaf F1": (">=", 0.75), "option F1": (">=", 0.85), "urgency": (">=", 0.85)},
        {
            "leaf F1": report.rates(leaves).f1,
            "option F1": report.rates(report.options(leaves)).f1,
            "urgency": report.share(report.urgencies(lines, language)),
        },
    )


@every_language
def test_a_reply_is_read_rightly_or_not_at_all(language):
    """And never is an unclear reply, or a no, taken for a yes."""
    told = list(report.answers(gate(language, "replies"), language))
    wrong = [one for one in told if one[2] and one[1] != one[2]]
    keep(
        {"taken for a yes": ("<=", 0), "wrong": ("<=", 0.01), "right": (">=", 0.88)},
        {
            "taken for a yes": sum(got == "yes" for _, _, got in wrong),
            "wrong": len(wrong) / len(told),
            "right": sum(expected == got for _, expected, got in told) / len(told),
        },
    )
