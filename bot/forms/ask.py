"""A resident asks for help: the most important conversation of all."""

from __future__ import annotations

from accessibility.prompt import Kind
from api.vocabulary import (
    AT_THE_DOOR,
    LEAVES,
    TALKING,
    WHO_MAY_COME,
    AlertKind,
    CallReason,
    Effect,
    Leaf,
    Need,
    Urgency,
)
from bot.dialogue.condition import Either, Every, Fact, Unless, when
from bot.dialogue.form import Form, Outcome, Question
from bot.dialogue.parts import ACCOMMODATIONS, FOR_WHOM, NEEDS, PLACE, URGENCY
from bot.forms.language import LANGUAGE

YES_NO = ("yes", "no")

OPENING = (
    LANGUAGE,
    Question(
        "safe_now",
        options=YES_NO,
        read_back=False,
        then={
            "no": (
                Outcome(
                    effect=Effect.ALERT, values=(("kind", AlertKind.DANGER),), say="danger_card"
                ),
            )
        },
    ),
    Question(
        "consent",
        options=YES_NO,
        relevant=Unless(Fact("consented")),
        read_back=False,
        then={"yes": (Outcome(effect=Effect.RECORD_CONSENT),)},
    ),
    Question(
        "no_consent",
        options=("agree", "call_me"),
        relevant=when("consent", "no"),
        read_back=False,
        then={
            "agree": (Outcome(effect=Effect.RECORD_CONSENT),),
            "call_me": (
                Outcome(
                    effect=Effect.QUEUE_CALL,
                    values=(("reason", CallReason.NO_CONSENT),),
                    ends=True,
                ),
            ),
        },
    ),
)

WHAT = (
    Question(
        "need",
        kind=Kind.MANY,
        options=(Need.FOOD, Need.HEALTH, Need.HOME, Need.TALK, Need.MONEY_OR_GOODS),
        other=Need.OTHER,
        starts=True,
        part=NEEDS,
    ),
    *(
        Question(
            f"{need}_need",
            kind=Kind.MANY,
            options=LEAVES[need],
            relevant=when("need", need),
            part=NEEDS,
        )
        for need in (Need.FOOD, Need.HEALTH, Need.HOME, Need.TALK, Need.MONEY_OR_GOODS)
    ),
    Question("urgency", options=tuple(Urgency), part=URGENCY),
)

WHERE = (
    Question(
        "where",
        kind=Kind.PLACE,
        private=True,
        max_length=300,
        part=PLACE,
        then={"": (Outcome(effect=Effect.CHECK_INTAKE),)},
    ),
    Question("door", kind=Kind.TEXT, optional=True, private=True, max_length=200),
)

DETAILS = (
    Question(
        "people",
        options=("one", "two", "three", "four", "five_or_more"),
        relevant=when("need", Need.FOOD),
    ),
    Question(
        "food_detail",
        kind=Kind.TEXT,
        optional=True,
        private=True,
        relevant=when("need", Need.FOOD),
    ),
    Question(
        "medicine_where",
        options=("pharmacy", "prescription", "neither"),
        relevant=when("health_need", Leaf.MEDICINE),
    ),
    Question(
        "medicine_left",
        options=("none_left", "some_days", "a_week_or_more"),
        relevant=when("health_need", Leaf.MEDICINE),
    ),
    Question(
        "detail",
        kind=Kind.TEXT,
        private=True,
        optional=True,
        relevant=Either(
            (
                when("need", Need.HOME, Need.TALK, Need.MONEY_OR_GOODS),
                when("health_need", Leaf.DOCTOR_VISIT, Leaf.MEDICAL_SUPPLIES),
            )
        ),
    ),
    Question("other_detail", kind=Kind.TEXT, private=True, relevant=when("need", Need.OTHER)),
)

PERSON = (
    Question(
        "for_whom",
        options=("me", "someone_else"),
        part=FOR_WHOM,
        then={"me": (Outcome(recalls=("must_know", "talking", "at_the_door", "who_may_come")),)},
    ),
    Question(
        "their_name",
        kind=Kind.TEXT,
        private=True,
        max_length=80,
        relevant=when("for_whom", "someone_else"),
    ),
    Question(
        "my_name",
        kind=Kind.TEXT,
        private=True,
        max_length=80,
        relevant=Unless(Fact("name_known")),
    ),
    Question("must_know", options=YES_NO, part=ACCOMMODATIONS),
    Question(
        "talking",
        kind=Kind.MANY,
        options=TALKING,
        optional=True,
        part=ACCOMMODATIONS,
        relevant=when("must_know", "yes"),
    ),
    Question(
        "at_the_door",
        kind=Kind.MANY,
        options=AT_THE_DOOR,
        optional=True,
        part=ACCOMMODATIONS,
        relevant=when("must_know", "yes"),
    ),
    Question(
        "who_may_come",
        kind=Kind.MANY,
        options=WHO_MAY_COME,
        optional=True,
        part=ACCOMMODATIONS,
        relevant=when("must_know", "yes"),
    ),
)

REACH = (
    Question("reach", options=("here", "call", "text")),
    Question(
        "phone",
        kind=Kind.PHONE,
        private=True,
        relevant=Every((when("reach", "call", "text"), Unless(Fact("phone_known")))),
    ),
    Question(
        "leave_message",
        options=YES_NO,
        relevant=when("reach", "call", "text"),
    ),
)

READ_BACK = (
    Question("sure", options=("yes", "change"), confirms=True),
    Question(
        "change_what",
        options_from="answered",
        changes=True,
        relevant=when("sure", "change"),
    ),
)

TOLD_US = Either(
    (
        when("talking", *TALKING),
        when("at_the_door", *AT_THE_DOOR),
        when("who_may_come", *WHO_MAY_COME),
        Fact("manner_told"),
    )
)
WORTH_KEEPING = Every(
    (
        when("for_whom", "me"),
        TOLD_US,
        Unless(when("urgency", Urgency.NOW)),
        Unless(Fact("profile_asked")),
    )
)
"""Who told us how help or talk works for them may have it kept: asked once, never in a hurry."""

ASK = Form(
    "ask",
    questions=(*OPENING, *WHAT, *WHERE, *DETAILS, *PERSON, *REACH, *READ_BACK),
    done=(
        Outcome(effect=Effect.CREATE_REQUEST),
        Outcome(opens="profile", relevant=WORTH_KEEPING),
    ),
)
