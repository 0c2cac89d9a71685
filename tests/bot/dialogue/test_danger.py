"""Words that may mean danger: one calm question; a flag that nobody on the channel can notice."""

from dataclasses import replace

import pytest

from accessibility.prompt import Command, Reading, ReadingKind
from bot.dialogue.engine import to_json
from bot.dialogue.statement import Statement
from tests.bot.dialogue.on_paper import line, said, typed
from tests.bot.dialogue.person import (
    DANGER,
    HELLO,
    STALE,
    UNCLEAR,
    Person,
    asking,
    by_chance,
    codes_of,
    command,
    forward,
    opening,
    option,
    text,
)

HINT = Reading(ReadingKind.DANGER, alarm="ask", danger_class="violence", why=("en:violence.loud",))
FLAG = {"alarm": "flag", "danger_class": "abuse", "why": ("en:abuse.money",)}
ROOTS = ("ask", "follow_up", "offer", "task", "enrol", "card", "held_call")


def hinted():
    """Somebody at their second question who said what may mean danger."""
    return asking("yes", "food").say(HINT)


def acts(person):
    """What the last turn does, with its values."""
    return [(act.effect, dict(act.values)) for act in person.turn.effects]


def test_a_hint_is_asked_about_once_and_goes_to_the_lead_at_once():
    """With its class and the rules that found it; the answers stay."""
    person = hinted()
    assert person.said == ["danger.now"]
    told = {"kind": "ask", "danger_class": "violence", "why": ["en:violence.loud"]}
    assert acts(person) == [("alert", told)]
    assert codes_of(person.open) == ["yes", "no"]


def test_yes_gives_the_card_and_no_goes_on_and_both_put_the_open_question_again():
    """With nothing lost."""
    before = asking("yes", "food")
    for answer, told in (("yes", "danger-danger_card"), ("no", "danger-read")):
        person = hinted().choose(answer)
        assert person.said == [told, before.at]
        assert acts(person)[0][0] == "answer_alert"
        assert acts(person)[0][1]["answer"] == answer
        assert person.state.frames[0].answers == before.state.frames[0].answers


def test_a_second_hint_raises_no_second_question():
    """The same one stands, in simpler words; the next time the numbers are there."""
    person = hinted()
    first = person.open.question_id
    person.say(HINT)
    assert (person.said, person.open.question_id) == (["danger.now"], first)
    assert person.open.variant == "simple"
    person.say(HINT)
    assert person.said == [Statement.DANGER_CARD, "ask.food_need"]
    assert person.effects == ["alert", "answer_alert"]


def test_danger_words_at_the_question_are_an_answer():
    """The card comes, and nobody is asked any more."""
    person = hinted().say(DANGER)
    assert (person.effects, person.said) == (["alert"], [Statement.DANGER_CARD, "ask.food_need"])


def test_an_unclear_answer_never_ends_in_silence():
    """It is asked in simpler words, then the numbers are given and the talk goes on."""
    person = hinted().say(text("well"))
    assert person.said == [Statement.UNCLEAR, "danger.now"]
    person.say(UNCLEAR)
    assert person.said == [Statement.DANGER_CARD, "ask.food_need"]
    assert acts(person) == [("answer_alert", {"answer": "unclear"})]


@pytest.mark.parametrize(
    ("reading", "at"),
    [
        (command("person"), "person.how"),
        (command("back"), "ask.food_need"),
        (command("restart"), "ask.safe_now"),
        (command("again"), "danger.now"),
        (command("language"), "choose_language.language"),
        (STALE, "danger.now"),
        (Reading(ReadingKind.MEDIA), "danger.now"),
        (Reading(ReadingKind.UNSURE), "danger.now"),
    ],
)
def test_keys_and_words_that_work_everywhere_work_there(reading, at):
    """Back and "start again" are about the question beneath."""
    assert hinted().say(reading).at == at


def test_whoever_presses_danger_beside_it_is_not_asked_again():
    """Key 0, then "I am in danger now": the card, and on to the open question."""
    person = hinted().say(command("person")).choose("danger")
    assert person.said == ["person-danger_card", "ask.food_need"]


def test_a_spoken_yes_is_not_read_back_first():
    """Nobody in danger answers a question more."""
    person = hinted().say(replace(option("yes"), heard="yes"))
    assert person.said == ["danger-danger_card", "ask.food_need"]


def test_a_hint_is_asked_about_where_nothing_is_open_and_where_something_was_read_back():
    """The question that was open, or the first one, comes after it."""
    assert Person().say(HINT).choose("no").at == "ask.safe_now"
    spoken = asking("yes").say(replace(option("food"), heard="food"))
    assert spoken.say(HINT).at == "danger.now"
    assert spoken.choose("no").at == "heard.right"


def test_nobody_is_welcomed_back_before_they_are_asked_whether_they_are_in_danger():
    """After half a day as well: the calm question alone."""
    person = asking("yes", "food")
    person.facts = replace(person.facts, known=person.facts.known | {"long_silence"})
    assert person.say(HINT).said == ["danger.now"]


def test_an_offer_that_opens_meanwhile_loses_nothing():
    """It is put on top and then the question about danger stands again."""
    person = hinted().say(opening("offer", offer_id="o1", leaves=["meal"]))
    assert person.say(option("accept")).at == "danger.now"


def test_from_every_state_danger_is_answered_in_one_reply_and_a_hint_in_two():
    """At each question of each form; the same request afterwards, byte for byte."""
    seen = set()
    for root in ROOTS:
        for seed in range(6):
            person, chance = Person(root).say(HELLO), by_chance(seed)
            while person.at and len(person.asked) < 60:
                seen.add(person.at)
                before = to_json(person.state)
                _is_safe_in(person)
                assert {**to_json(person.state), "serial": 0} == {**before, "serial": 0}
                person.say(forward(person, chance, avoid=("change", "more", "new", "ask")))
    assert {code.partition(".")[0] for code in seen} >= set(ROOTS)
    assert len(seen) > 25


def _is_safe_in(person):
    at = person.at
    person.say(DANGER)
    assert person.said[0] == Statement.DANGER_CARD
    assert person.said[-1] == at
    for answer in ("yes", "no"):
        assert person.say(HINT).said == ["danger.now"]
        person.say(option(answer))
        assert person.said[-1] == at


def test_a_flag_changes_nothing_but_that_the_lead_is_told():
    """Whatever is said: two conversations, one flagged at each reply, are the same to the byte."""
    replies = [
        HELLO, option("yes"), option("food", "health"), UNCLEAR, UNCLEAR, UNCLEAR,
        replace(option("meal"), heard="a meal"), option("yes"), command("back"), option("meal"),
        STALE, Reading(ReadingKind.MEDIA), Reading(ReadingKind.UNSURE), HINT, text("hm"),
        option("no"), option("medicine"), option("today"), text("Lane 3"), option("none_of_these"),
        text("the blue door"), command("stop"), HELLO,
        *(Reading(ReadingKind.COMMAND, command=one) for one in Command),
    ]  # fmt: skip
    seen, flagged = Person(), Person()
    for reading in replies:
        heard = reading if reading.alarm else replace(reading, **FLAG)
        turn, other = seen.say(reading).turn, flagged.say(heard).turn
        silent = [act for act in other.effects if act.values.get("kind") == "flag"]
        assert len(silent) == (not reading.alarm)
        rest = tuple(act for act in other.effects if act not in silent)
        assert replace(other, effects=rest) == turn
        assert to_json(seen.state) == to_json(flagged.state)


def test_what_is_typed_from_a_paper_gives_the_typist_the_numbers_also_for_a_hint():
    """Nobody can be asked at once; the paper is taken as it is."""

    def read(words, _asked, _language):
        hint = HINT if "loud" in words else Reading(ReadingKind.TEXT, text=words)
        return replace(hint, **FLAG) if "money" in words else hint

    for words, kinds, told in (
        ("he gets loud", ["ask"], ["danger_card"]),
        ("he counts my money", ["flag"], []),
    ):
        turn = typed(line(food_detail=f'"{words}"'), read=read)
        alarms = [act.values["kind"] for act in turn.effects if act.effect == "alert"]
        assert alarms == kinds
        assert [code for code, _ in said(turn)][: len(told)] == told
        assert "create_request" in [act.effect for act in turn.effects]
