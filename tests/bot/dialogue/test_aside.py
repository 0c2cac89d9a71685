"""A form may be ended or answered while another one is the open question."""

from accessibility.prompt import Reading, ReadingKind
from bot.dialogue.engine import current_question_id
from tests.bot.dialogue.person import HELLO, Person, asking, command, opening

ONE, TWO = {"offer_id": "o1"}, {"offer_id": "o2"}


def aside(*codes, **about):
    """An offer is answered by its letter, or, without an answer, asked for."""
    return Reading(ReadingKind.ASIDE, codes=codes, text="offer", about=tuple(about.items()))


def closing(**about):
    """A notice that an offer is over."""
    return Reading(ReadingKind.CLOSE, text="offer", about=tuple(about.items()))


def test_an_offer_that_is_over_is_asked_no_more_and_nothing_else_is_open():
    """So the next question may be put at once."""
    person = Person().say(opening("offer", **ONE)).say(closing(**ONE))
    assert person.turn.done
    assert current_question_id(person.state) == ""


def test_below_an_offer_that_is_over_the_other_question_is_put_again():
    """Under its old id: it is the same question."""
    person = asking("yes")
    below = person.open
    person.do(opening("offer", **ONE), closing(**ONE))
    assert person.turn.prompts == (below,)


def test_an_offer_that_is_over_below_another_question_leaves_that_question_alone():
    """It is not asked twice, and the offer is not asked after it."""
    person = Person().do(opening("offer", **ONE), opening("offer", **TWO)).say(closing(**ONE))
    assert person.said == []
    person.choose("decline")
    assert person.turn.done


def test_the_end_of_what_nobody_was_asked_changes_nothing():
    """Another offer stays open; nothing new is asked."""
    person = Person().say(opening("offer", **ONE))
    before = person.state
    person.say(closing(**TWO))
    assert (person.said, person.state) == ([], before)


def test_who_said_stop_is_asked_nothing_by_an_end():
    """What they put aside stays put aside."""
    person = asking("yes").do(opening("offer", **ONE), command("stop"), closing(**ONE))
    assert person.said == []
    assert person.state.stopped
    assert [frame.form for frame in person.state.frames] == ["ask"]


def test_an_offer_is_answered_in_the_middle_of_another_form():
    """The effect is the offer's, and the open question is put again unchanged."""
    person = asking("yes")
    below = person.open
    person.say(aside("accept", **ONE))
    [effect] = person.turn.effects
    assert (effect.effect, effect.values["offer_id"]) == ("accept_offer", "o1")
    assert person.turn.prompts == (below,)


def test_an_offer_below_another_is_answered_and_the_other_stays_open():
    """Each letter means its own offer."""
    person = Person().do(opening("offer", **ONE), opening("offer", **TWO))
    above = person.open
    person.say(aside("accept", **ONE))
    assert person.turn.effects[0].values["offer_id"] == "o1"
    assert person.turn.prompts == (above,)


def test_an_offer_is_answered_by_somebody_who_is_asked_nothing():
    """Nothing else is opened for it."""
    person = Person().say(aside("decline", **ONE))
    assert person.turn.done
    assert (person.said, person.turn.effects[0].effect) == ([], "decline_offer")


def test_to_hear_more_of_an_offer_makes_it_the_open_question():
    """Its key alone answers it then."""
    person = asking("yes").say(aside("more", **ONE))
    assert person.said == ["offer-more", "offer.answer"]
    person.choose("accept")
    assert person.turn.effects[0].values["offer_id"] == "o1"


def test_where_words_are_free_the_offer_is_put_and_nothing_is_accepted():
    """Without an answer the offer's own question is asked, and the free one after it."""
    person = asking("yes")
    below = person.open
    person.say(aside(**ONE))
    assert (person.said, person.effects) == (["offer.answer"], [])
    person.choose("decline")
    assert person.turn.prompts == (below,)


def test_two_deep_stays_two_deep():
    """Who has two forms under way hears more of a third, and goes on where they were."""
    person = asking("yes").say(opening("offer", **ONE))
    above = person.open
    person.say(aside("more", **TWO))
    assert person.said == ["offer-more", "offer.answer"]
    assert person.open == above
    assert len(person.state.frames) == 2


def test_a_letter_of_no_open_offer_is_said_so_and_the_question_is_put_again():
    """It counts as no misunderstanding: what they wrote was clear."""
    person = Person().say(HELLO)
    before = person.open
    person.say(Reading(ReadingKind.NO_SUCH, text="B1"))
    assert person.said == ["no_such", before.code]
    assert person.open == before
