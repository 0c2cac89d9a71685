"""How well lines are understood by which no rule was tuned; the bounds are those we promise.

Each half of a set is read once. What is printed with `-s` is the measure beside its bound.
"""

from pathlib import Path

import pytest

from accessibility.understand.codes import ASK, EMERGENCY, FLAG
from bot.commands.understand import report
from bot.commands.understand.lines import rows

SETS = Path(__file__).parent
MOST = {EMERGENCY: 0.01, ASK: 0.05, FLAG: 0.02}
"""The share of harmless lines that may have each outcome."""

NOT_YET = {
    ("en", "harmless emergency"): 0.0105,
    ("zh-Hans", "explicit"): 0.94,
    ("zh-Hans", "flag made visible"): 0.028,
    ("zh-Hans", "harmless emergency"): 0.017,
}
"""What the rules do not reach yet, and how far they come: no further from the bound than this.

Whatever reaches its bound is to be taken out here; docs/understanding.md tells it to everybody.
"""
LANGUAGES = ("en", "zh-Hans")
every_language = pytest.mark.parametrize("language", LANGUAGES)


def gate(language, kind):
    """The half of a set by which rules are judged."""
    return rows(SETS / language / f"{kind}-gate.tsv")


def share(told, *wanted):
    """The share of outcomes that are one of those wanted."""
    return sum(one in wanted for one in told) / len(told)


def within(value, sign, bound):
    """Whether a measure keeps a bound, ">=" or "<="."""
    return value >= bound if sign == ">=" else value <= bound


def keep(language, bounds, measured):
    """Every measure within its bound, or no further off than it was; all others are named."""
    print({name: round(value, 3) for name, value in measured.items()})  # noqa: T201 - with -s
    broken = []
    for name, (sign, bound) in bounds.items():
        value, held = measured[name], NOT_YET.get((language, name))
        if not within(value, sign, bound if held is None else held):
            broken.append(f"{name}: {value:.3f}, must be {sign} {bound if held is None else held}")
        elif held is not None and within(value, sign, bound):
            broken.append(f"{name}: {value:.3f} keeps its bound: take it out of NOT_YET")
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
        language,
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
        language,
        {f"harmless {outcome}": ("<=", most) for outcome, most in MOST.items()},
        {f"harmless {outcome}": share(told, outcome) for outcome in MOST},
    )


@every_language
def test_needs_and_when_are_found_in_free_words(language):
    """By leaf, by the option that leaves belong to, and by when."""
    lines = gate(language, "needs")
    leaves = report.needs(lines, language)
    keep(
        language,
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
        language,
        {"taken for a yes": ("<=", 0), "wrong": ("<=", 0.01), "right": (">=", 0.88)},
        {
            "taken for a yes": sum(got == "yes" for _, _, got in wrong),
            "wrong": len(wrong) / len(told),
            "right": sum(expected == got for _, expected, got in told) / len(told),
        },
    )
