"""How evenly groups are asked, in two figures that a person can check with a pencil."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def gini(values: Sequence[float]) -> float:
    """0 when all have the same, towards 1 when one has all (C. Gini, 1912).

    Half the relative mean difference, in the form over sorted values (A. Sen, "On Economic
    Inequality", 1973, section 2.8). 0 for nobody, and where nobody has anything.
    """
    total = sum(values)
    if not total:
        return 0.0
    weighted = sum(rank * value for rank, value in enumerate(sorted(values), start=1))
    return max(0.0, 2 * weighted / (len(values) * total) - (len(values) + 1) / len(values))


def highest_to_median(values: Sequence[float]) -> float | None:
    """How many times the middle one the highest is; None when the middle one is 0."""
    middle = median(values) if values else 0
    return max(values) / middle if middle else None
