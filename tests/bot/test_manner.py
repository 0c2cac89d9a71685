"""How somebody is spoken to, as the bot decides it: pure, and nothing of what is asked."""

import pytest

from accessibility.profile import Face, Medium
from accessibility.voice.sound import LOUD_GAIN, SLOW_RATE, Format, Manner
from api.vocabulary import Accommodation, Effect, InboundKind
from bot.brought import body_of
from bot.commands import voice as command
from bot.dialogue.state import Act, Asked, State, Turn
from bot.dialogue.statement import Statement
from bot.forms import FORMS
from bot.manner import (
    is_everybodys,
    sound_of,
    turned_on,
    wants_voice,
    without_voice,
)
from bot.service import SpokenTo
from tests.bot.work import FACTS, ID, leased
from tests.deployment import settings_for

SPOKEN, WRITTEN = Face(first=Medium.VOICE), Face()


@pytest.mark.parametrize(
    ("said", "face", "heard"),
    [
        (None, WRITTEN, False),
        (None, SPOKEN, True),
        (True, WRITTEN, True),
        (False, SPOKEN, False),
    ],
)
def test_their_own_word_counts_before_the_face(said, face, heard):
    """The face is only where they said nothing."""
    assert wants_voice(SpokenTo(voice=said), face) is heard


def test_slower_and_louder_are_a_rate_and_a_gain():
    """Taken back they are as usual."""
    assert sound_of(SpokenTo(), Format.OGG) == Manner(Format.OGG)
    both = sound_of(SpokenTo(slower=True, louder=True), Format.MP3)
    assert both == Manner(Format.MP3, SLOW_RATE, LOUD_GAIN)
    assert sound_of(SpokenTo(slower=False, louder=False), Format.OGG) == Manner(Format.OGG)


@pytest.mark.parametrize(
    ("kind", "manner", "needs", "turns"),
    [
        (InboundKind.VOICE, {}, [], True),
        (InboundKind.TEXT, {}, [], False),
        (InboundKind.FORWARD, {}, [], False),
        (InboundKind.VOICE, {"voice": False}, [], False),
        (InboundKind.VOICE, {"voice": True}, [], False),
        (InboundKind.VOICE, {"slower": True}, [], True),
        (InboundKind.VOICE, {}, [Accommodation.HARD_OF_HEARING], False),
        (InboundKind.VOICE, {}, [Accommodation.BLIND], True),
    ],
)
def test_a_voice_note_turns_the_voice_on_where_nothing_was_said(kind, manner, needs, turns):
    """In the turn that answers it, whatever that does besides; not for who does not hear well."""
    told = {"manner": manner, "profile": {"accommodations": needs}}
    work = leased(kind, facts={**FACTS, **told})
    assert bool(turned_on(work)) is turns
    effects = [one.effect for one in body_of(work, Turn(State())).effects]
    assert effects == [Effect.SET_MANNER] * turns


def test_a_voice_note_in_a_call_says_nothing_of_how_to_write_to_them():
    """There a person listens, for them."""
    work = leased(InboundKind.VOICE)
    came = work.inbound.model_copy(update={"call_id": ID})
    assert turned_on(work.model_copy(update={"inbound": came})) == ()


def said(statement, **manner):
    """A turn that says how somebody is spoken to, and asks on."""
    return Turn(
        State(),
        prompts=(Asked(statement), Asked("ask.need", question_id="1")),
        effects=(Act(Effect.SET_MANNER, manner),),
    )


CHOSEN = Turn(
    State(),
    prompts=(Asked("ask.safe_now", question_id="1"),),
    effects=(Act(Effect.SET_LANGUAGE, {"answers": {"language": ("zh-Hans",)}}),),
)


@pytest.mark.parametrize(
    ("turn", "why", "told"),
    [
        (said(Statement.WILL_SPEAK, voice=True), Statement.NO_VOICE, Statement.NO_VOICE),
        (said(Statement.WILL_SLOW, voice=True), Statement.ONLY_WRITTEN, Statement.ONLY_WRITTEN),
        (said(Statement.WILL_SPEAK, voice=True), Statement.LISTEN_HERE, Statement.LISTEN_HERE),
        (said(Statement.WILL_LOUD, voice=True), Statement.LISTEN_HERE, Statement.WILL_LOUD),
        (said(Statement.WILL_WRITE, voice=False), Statement.NO_VOICE, Statement.WILL_WRITE),
        (CHOSEN, Statement.NO_VOICE, Statement.NO_VOICE),
        (CHOSEN, Statement.ONLY_WRITTEN, "ask.safe_now"),
    ],
)
def test_no_voice_is_promised_that_nobody_would_hear(turn, why, told):
    """One sentence says why; the question stays, and so does what is done."""
    honest = without_voice(turn, why)
    assert honest.prompts[0].code == told
    assert honest.prompts[-1] == turn.prompts[-1]
    assert honest.effects == turn.effects


def test_what_is_made_ahead_is_everybodys(tmp_path):
    """Every prompt of `linli voice warm` may be kept, and so is found when it is said."""
    settings = settings_for("", tmp_path)
    codes = list(command._codes(settings, "en"))  # noqa: SLF001 - as they rest in the outbox
    assert len(codes) > 100
    assert all(is_everybodys(code, values, FORMS) for code, values in codes)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("request_received", {"receipt": "48291573", "leaves": ["meal"]}),
        ("word_from_volunteer", {"name": "Bo", "text": "I ring twice"}),
        ("resume_code", {"code": "482915736", "days": 30}),
        ("ask.sure", {"values": {"read_back": [{"question": "ask.need", "answer": ["food"]}]}}),
        ("ask.need", {"first": [{"code": "chosen", "values": {"options": ["food"]}}]}),
        ("ask.where", {"options": [["p1", "Elm Road 12", "1"]]}),
        ("follow_up.which", {"options": [["r1", "R 1: a meal", "1"]]}),
        ("follow_up.which", {"options": []}),
        ("ask.change_what", {"options": [["need", "", "1"]]}),
    ],
)
def test_nothing_of_a_person_is_everybodys(code, values):
    """A name, a number, a place, an answer, or that they have a request."""
    assert not is_everybodys(code, values, FORMS)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_a_question_with_somebodys_answers_before_it_is_theirs(form):
    """Each one, of each form."""
    told = {"first": [{"code": Statement.CHOSEN, "values": {"options": ["x"]}}]}
    kept = [
        one.name for one in form.questions if is_everybodys(f"{form.name}.{one.name}", told, FORMS)
    ]
    assert kept == []
