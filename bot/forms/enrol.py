"""An invited neighbour becomes a volunteer or caller; a volunteer pauses, resumes or leaves."""

from __future__ import annotations

from dataclasses import replace

from accessibility.prompt import Kind
from api.vocabulary import ABLE_ACCOMMODATIONS, Accommodation, Effect, Need
from bot.dialogue.condition import Every, Fact, Unless, about, when
from bot.dialogue.form import Form, Outcome, Question
from bot.forms.language import LANGUAGE

CALLS = about("takes_calls", "yes")
"""They came by a caller's invite: they take calls, and are not asked what else they do."""

BELONGS = Fact("volunteer")
JOINS = Unless(BELONGS)
HELPS = Every((JOINS, Unless(CALLS)))
MANAGES = Every((BELONGS, Unless(CALLS)))
ABLE = tuple(code for code in Accommodation if code in ABLE_ACCOMMODATIONS)

ENROL = Form(
    "enrol",
    questions=(
        replace(LANGUAGE, relevant=Every((JOINS, LANGUAGE.relevant))),
        Question(
            "what",
            options=("pause", "resume", "leave", "ask"),
            relevant=MANAGES,
            then={
                "resume": (Outcome(effect=Effect.RESUME, ends=True),),
                "ask": (Outcome(opens="ask", ends=True),),
            },
        ),
        Question(
            "how_long",
            options=("today", "week", "until_i_return"),
            relevant=when("what", "pause"),
        ),
        Question("leave_sure", options=("yes", "no"), relevant=when("what", "leave")),
        Question(
            "consent",
            options=("yes", "no"),
            relevant=JOINS,
            read_back=False,
            then={
                "yes": (Outcome(effect=Effect.RECORD_CONSENT, values=(("purpose", "enrol"),)),),
                "no": (Outcome(say="no_consent", ends=True),),
            },
        ),
        Question("my_name", kind=Kind.TEXT, private=True, max_length=80, relevant=JOINS),
        Question(
            "services",
            kind=Kind.MANY,
            options=(Need.FOOD, Need.HEALTH, Need.HOME, Need.TALK, Need.MONEY_OR_GOODS),
            relevant=HELPS,
        ),
        Question(
            "how",
            kind=Kind.MANY,
            options=("in_person", "by_phone", "by_text"),
            relevant=HELPS,
        ),
        Question("takes_calls", kind=Kind.MANY, options=("by_phone", "by_text"), relevant=CALLS),
        Question("spoken_languages", kind=Kind.MANY, options_from="languages", relevant=JOINS),
        Question("able", kind=Kind.MANY, options=ABLE, optional=True, relevant=JOINS),
        Question(
            "hours",
            kind=Kind.MANY,
            options=("mornings", "afternoons", "evenings", "nights", "any_time"),
            relevant=JOINS,
        ),
        Question(
            "sure",
            options=("yes", "change"),
            confirms=True,
            relevant=JOINS,
        ),
        Question(
            "change_what",
            options_from="answered",
            changes=True,
            relevant=when("sure", "change"),
        ),
    ),
    done=(
        Outcome(effect=Effect.ENROL, relevant=when("sure", "yes")),
        Outcome(
            effect=Effect.TAKE_UP_CALLS,
            relevant=Every((BELONGS, when("takes_calls", "by_phone", "by_text"))),
        ),
        Outcome(effect=Effect.PAUSE, relevant=when("what", "pause")),
        Outcome(effect=Effect.LEAVE, relevant=when("leave_sure", "yes")),
        Outcome(say="stayed", relevant=when("leave_sure", "no")),
    ),
)
