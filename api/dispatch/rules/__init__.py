"""Who is asked, what they are shown and when time is up: pure decisions of dispatch."""

from api.dispatch.rules.askable import Askable, Past, may_ask_again, may_be_asked
from api.dispatch.rules.over import over_on_phone, task_over, why_over
from api.dispatch.rules.plan import Candidate, Groups, Reach, Scene, Share, candidates, plan, why
from api.dispatch.rules.shown import (
    PEOPLE,
    arrival,
    first_name,
    free_letter,
    patience,
    shown_accommodations,
    shown_distance,
    shown_leaves,
    word_of,
)

__all__ = [
    "PEOPLE",
    "Askable",
    "Candidate",
    "Groups",
    "Past",
    "Reach",
    "Scene",
    "Share",
    "arrival",
    "candidates",
    "first_name",
    "free_letter",
    "may_ask_again",
    "may_be_asked",
    "over_on_phone",
    "patience",
    "plan",
    "shown_accommodations",
    "shown_distance",
    "shown_leaves",
    "task_over",
    "why",
    "why_over",
    "word_of",
]
