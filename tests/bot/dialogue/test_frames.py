"""Forms of one person stack: an asking notice opens one on top, two deep at most."""

from bot.dialogue.engine import current_question_id
from tests.bot.dialogue.person import HELLO, Person, asking, command, opening, option


def test_an_asking_notice_opens_its_form_and_the_one_below_is_asked_again_after_it():
    """The question below comes back under its old id: it is the same question."""
    person = asking("yes")
    below = person.open
    person.say(opening("offer", offer_id="o1", area="north"))
    assert person.at == "offer.answer"
    assert person.open.values == {"offer_id": "o1", "area": "north"}
    assert current_question_id(person.state) != below.question_id
    person.choose("accept")
    assert person.turn.effects[0].values["offer_id"] == "o1"
    assert person.turn.prompts == (below,)


def test_an_opening_needs_no_other_form_below():
    """Who is only offered something is asked nothing else."""
    person = Person("enrol").say(opening("offer", offer_id="o1")).choose("decline")
    assert person.turn.done
    assert person.asked == ["offer.answer"]


def test_a_third_form_is_deferred_and_nothing_is_said_or_done():
    """The shell gives the notice back and tries later."""
    person = asking("yes").say(opening("offer", offer_id="o1"))
    before = person.state
    person.say(opening("task", task_id="t1"))
    assert person.turn.deferred
    assert (person.said, person.effects, person.state) == ([], [], before)


def test_a_call_for_a_person_does_not_count_as_a_form_under_way():
    """Somebody who pressed 0 can still be offered something."""
    person = asking("yes").do(command("person"), opening("offer", offer_id="o1"))
    assert person.at == "offer.answer"


def test_a_form_about_the_same_thing_is_not_opened_twice():
    """A task's check-in joins the question about that task; another task opens its own."""
    person = Person("task", about={"task_id": "t1", "leaves": ["meal"]}).say(HELLO)
    person.say(opening("task", task_id="t1", name="Wang"))
    assert (len(person.state.frames), person.said) == (1, ["task.step"])
    person.say(opening("task", task_id="t2"))
    assert len(person.state.frames) == 2


def test_an_answer_may_open_another_form_in_place_of_its_own():
    """Who asks again leaves the follow-up behind."""
    person = Person("follow_up").say(HELLO).choose("new")
    assert person.at == "ask.safe_now"
    assert [frame.form for frame in person.state.frames] == ["ask"]


def test_an_answer_that_is_not_kept_is_acted_on_and_the_question_stands():
    """To be told more about an offer leaves the offer open, under the same id."""
    person = Person().say(opening("offer", offer_id="o1", area="north"))
    before = person.open
    person.say(option("more"))
    assert person.said == ["offer-more", "offer.answer"]
    assert person.turn.prompts[0].values["area"] == "north"
    assert person.turn.prompts[1] == before


def test_a_refused_consent_leads_to_a_person_and_never_to_an_end_without_one():
    """Refusing gives a choice: agree after all, or be called."""
    person = Person(known=("language_known",)).say(HELLO).choose("yes", "no")
    assert person.at == "ask.no_consent"
    person.choose("call_me")
    assert person.turn.effects[0].values["reason"] == "no_consent"
    assert person.turn.done


def test_what_was_looked_up_is_forgotten_when_no_form_is_under_way():
    """A finished conversation keeps nothing but the count of its questions."""
    person = Person(known=()).say(command("language")).choose("en").choose("en")
    assert person.state.looked_up
    while not person.turn.done:
        person.choose(person.open.options[-1].code)
        if person.at == "ask.no_consent":
            person.choose("call_me")
    assert person.state.looked_up == {}
    assert person.state.serial > 0
