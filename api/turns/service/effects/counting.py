"""What became of a proposal is counted for the rules that made it, and for nobody."""

from __future__ import annotations

from api.turns import schemas as wanted
from api.turns.service.effects.doing import Doing
from api.understanding import service as understanding


def count_rules(doing: Doing, effect: wanted.CountRules) -> None:
    """One more for each rule, today; who it was about is not passed on."""
    understanding.count(
        doing.conn,
        hits=effect.hits,
        confirmed=effect.confirmed,
        corrected=effect.corrected,
        now=doing.now,
    )
