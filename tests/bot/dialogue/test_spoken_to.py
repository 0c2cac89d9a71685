"""Law 1 for how somebody is spoken to: nothing of what is asked changes by it, at any question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Command
from api.vocabulary import Effect
from bot.dialogue.state import State
from bot.dialogue.statement import Statement
from tests.bot.dialogue.person import HELLO, Person, asking, by_chance, command, forward, option

WORDS = {
    Command.SPEAK: (Statement.WILL_SPEAK, {"voice": True}),
    Command.WRITE: (Statement.WILL_WRITE, {"voice": False}),
    Command.SLOWER: (Statement.WILL_SLOW, {"voice": True, "slower": True}),
    Command.LOUDER: (Statement.WILL_LOUD, {"voice": True, "louder": True}),
    Command.USUAL: (Statement.USUAL_VOICE, {"slower": False, "louder": False}),
}
"""What each word is answered with, and what is kept."""

ROOTS = ("ask", "enrol", "follow_up", "profile")


@pytest.mark.parametrize("word", WORDS)
def test_it_is_answered_in_one_sentence_and_the_open_question_is_put_again(word):
    """Under the same number, so that an answer already on its way still fits."""
    person = asking("yes", "yes")
    before = person.open
    person.say(command(word))
    told, manner = WORDS[word]
    assert person.said == [told, "ask.need"]
    assert person.open == before
    (act,) = person.turn.effects
    assert (act.effect, dict(act.values)) == (Effect.SET_MANNER, manner)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("root", ROOTS)
def test_it_works_where_nothing_is_asked(root, word):
    """Then the first question of whatever concerns them follows."""
    person = Person(root=root).say(command(word))
    assert person.said[0] == WORDS[word][0]
    assert person.open is not None
    assert Effect.SET_MANNER in person.effects


@pytest.mark.parametrize("word", WORDS)
def test_a_volunteer_whom_nothing_is_asked_is_not_asked_when_to_pause(word):
    """One sentence, and no question in whose way the next offer would have to wait."""
    person = Person(root="enrol", known=("volunteer", "idle", "language_known"))
    person.say(command(word))
    assert person.said == [WORDS[word][0]]
    assert person.open is None


@pytest.mark.parametrize("word", WORDS)
def test_it_wakes_who_said_stop(word):
    """They want to go on, another way."""
    person = asking("yes", "yes").say(command("stop")).say(command(word))
    assert person.said == [WORDS[word][0], Statement.WELCOME_BACK, "ask.need"]


@pytest.mark.parametrize("word", WORDS)
def test_a_question_that_gives_way_stays_for_it(word):
    """It is no other answer: it is about how the question is put."""
    person = Person(root="profile", known=("language_known", "consented")).say(HELLO)
    assert person.at == "profile.keep"
    person.say(command(word))
    assert person.at == "profile.keep"


@given(
    root=st.sampled_from(ROOTS),
    seed=st.integers(min_value=0, max_value=9999),
    words=st.lists(st.tuples(st.integers(0, 40), st.sampled_from(list(WORDS))), max_size=12),
)
def test_law_who_is_spoken_to_asks_for_the_same(root, seed, words):
    """However often, and at whatever question, they change how they are spoken to."""
    plain, spoken = Person(root=root), Person(root=root)
    chance, same = by_chance(seed), by_chance(seed)
    for person, turn in ((plain, chance), (spoken, same)):
        person.say(HELLO)
        for step in range(40):
            if person is spoken:
                person.do(*(command(word) for at, word in words if at == step and person.at))
            if not person.at:
                break
            person.say(forward(person, turn))
    assert _state(spoken) == _state(plain)
    acts = [act for act in spoken.acts if act.effect != Effect.SET_MANNER]
    assert acts == plain.acts


def _state(person):
    """Where somebody is, with what they answered."""
    return person.state if person.state.frames else State(serial=person.state.serial)


def test_several_chosen_so_far_stay_chosen():
    """A question is put again with what was pressed."""
    person = asking("yes", "yes").say(option("food", pressed=True))
    person.say(command("slower"))
    assert person.said == [Statement.WILL_SLOW, Statement.CHOSEN, "ask.need"]
    assert person.state.frames[-1].chosen == ("food",)
