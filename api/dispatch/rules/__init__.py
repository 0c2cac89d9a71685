"""Who is asked, what they are shown and when time is up: pure decisions of dispatch."""

from api.dispatch.rules.askable import Askable, Past, may_ask_again, may_be_asked
from api.dispatch.rules.heeding import near, only_in_person
from api.dispatch.rules.over import over_on_phone, task_over, why_over
from api.dispatch.rules.plan import Candidate, Groups, Reach, Scene, Share, candidates, plan, why
from api.dispatch.rules.relay import asked, relayed, without
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
from api.dispatch.rules.waiting import (
    PATIENT,
    Prospects,
    as_urgent,
    in_line,
    next_look,
    prospects,
    room,
    says_it_waits,
)

__all__ = [
    "PATIENT",
    "PEOPLE",
    "Askable",
    "Candidate",
    "Groups",
    "Past",
    "Prospects",
    "Reach",
    "Scene",
    "Share",
    "arrival",
    "as_urgent",
    "asked",
    "candidates",
    "first_name",
    "free_letter",
    "in_line",
    "may_ask_again",
    "may_be_asked",
    "near",
    "next_look",
    "only_in_person",
    "over_on_phone",
    "patience",
    "plan",
    "prospects",
    "relayed",
    "room",
    "says_it_waits",
    "shown_accommodations",
    "shown_distance",
    "shown_leaves",
    "task_over",
    "why",
    "why_over",
    "without",
    "word_of",
]
