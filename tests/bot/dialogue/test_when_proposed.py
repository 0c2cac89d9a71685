"""When free words are asked about: not before consent, never of a place or a language by guess."""

from dataclasses import replace

import pytest

from accessibility.prompt import Located
from api.vocabulary import Effect
from bot.dialogue.engine import CROSSED
from bot.dialogue.statement import Statement
from tests.bot.dialogue.in_words import ALL, lines, words
from tests.bot.dialogue.person import PLACES, SETTLED, Person, asking, command, option, text

NEWCOMER = tuple(name for name in SETTLED if name != "consented")
YES = option("yes")


@pytest.fixture
def somebody():
    """Somebody who is asked what they need."""
    return asking("yes")


def test_the_first_words_wait_for_consent():
    """They come back as a proposal in place of the first question about help."""
    somebody = Person(known=NEWCOMER).say(ALL)
    assert somebody.said == [Statement.KEPT_FOR_LATER, "ask.safe_now"]
    somebody.say(YES)
    assert somebody.at == "ask.consent"
    somebody.say(YES)
    assert (somebody.said, somebody.effects[0]) == (["understood.right"], Effect.RECORD_CONSENT)
    assert somebody.say(YES).at == "ask.where"


def test_who_does_not_agree_keeps_nothing():
    """Their words go with the conversation; who is not asked yet in words is told nothing."""
    somebody = Person(known=()).say(ALL)
    somebody.facts = replace(somebody.facts, language="")
    assert somebody.say(ALL).said == [Statement.UNCLEAR, "ask.language"]
    somebody.choose("en", "yes", "no", "call_me")
    assert somebody.state.frames == ()
    assert Effect.COUNT_RULES not in [act.effect for act in somebody.acts]


def test_words_in_front_of_consent_are_kept_and_starting_again_forgets_them():
    """They are told that it comes later."""
    somebody = Person(known=NEWCOMER).say(text("hello")).say(ALL)
    assert somebody.said == [Statement.KEPT_FOR_LATER, "ask.safe_now"]
    somebody.do(command("restart"), YES, YES)
    assert somebody.at == "ask.need"


@pytest.mark.parametrize(("places", "known"), [(PLACES[:1], True), (PLACES, False), ((), False)])
def test_a_place_is_proposed_only_if_it_is_the_only_one(places, known):
    """Under the name it has, with the words it was found by; otherwise it is asked as ever."""
    somebody = asking("yes", places=places).say(words(urgency="now", place="the lane"))
    assert ("where" in lines(somebody)) == known
    somebody.say(YES)
    if known:
        assert somebody.answers["where"] == Located("the lane", 31.1, 121.1, "p1")
    else:
        assert "where" not in somebody.answers


def test_a_place_alone_that_is_not_known_is_unclear():
    """Nothing is said of it that could be meant otherwise."""
    somebody = asking("yes").say(words(place="the lane"))
    assert somebody.said == [Statement.UNCLEAR, "ask.need"]


def test_words_of_another_language_offer_it_and_never_change_it():
    """What they said is proposed then, in the language that is chosen."""
    somebody = asking("yes").say(words(needs="meal", language="zh-Hans"))
    assert somebody.said == ["choose_language.language"]
    assert somebody.effects == []
    somebody.say(option("zh-Hans"))
    assert somebody.effects[0] == Effect.SET_LANGUAGE
    assert somebody.at == "understood.right"


def test_a_language_that_is_not_offered_is_no_question():
    """Whatever else was said is."""
    somebody = asking("yes").say(words(needs="meal", language="fr"))
    assert somebody.at == "understood.right"
    assert asking("yes").say(words(language="fr")).said == [Statement.UNCLEAR, "ask.need"]


def test_who_stopped_goes_on_with_what_they_write(somebody):
    """It is proposed at once."""
    assert somebody.do(command("stop"), ALL).at == "understood.right"


def test_what_was_spoken_is_confirmed_once(somebody):
    """The proposal is the read-back; a voice note without news is heard again."""
    somebody.say(replace(ALL, heard="medicine for my mother"))
    assert somebody.at == "understood.right"
    somebody.say(replace(YES, heard="yes"))
    assert somebody.at == "ask.where"
    heard = somebody.say(replace(words(needs="medicine"), heard="medicine"))
    assert heard.said == [Statement.NOT_HEARD, "ask.where"]


def test_words_for_another_question_propose_nothing(somebody):
    """Who wrote before they could read the new question is told so."""
    somebody.facts = replace(somebody.facts, known=somebody.facts.known | {CROSSED})
    assert somebody.say(ALL).said == [Statement.QUESTION_CHANGED, "ask.need"]


def test_a_flag_in_the_words_is_raised_and_nobody_sees_it(somebody):
    """What is asked is the same as without it."""
    shown = asking("yes").say(ALL).turn.prompts
    assert somebody.say(replace(ALL, alarm="flag")).turn.prompts == shown
    assert Effect.ALERT in somebody.effects


@pytest.mark.parametrize("root", ["offer", "task", "enrol"])
def test_other_forms_take_free_words_as_ever(root):
    """What asks nothing about help proposes nothing."""
    somebody = Person(root).say(text("hello"))
    asked = somebody.at
    assert somebody.say(ALL).said == [Statement.UNCLEAR, asked]


def test_a_need_of_who_asked_before_is_kept_in_case_it_is_new():
    """It may be about what they asked for already: they say so, and nothing is asked twice."""
    somebody = Person(root="follow_up").say(text("hello")).say(words(needs="meal", urgency="now"))
    assert somebody.said == [Statement.KEPT_IF_NEW, "follow_up.what"]
    somebody.do(option("new"), YES)
    assert somebody.said == ["understood.right"]
    assert lines(somebody) == {"food_need": ["meal"], "urgency": ["now"]}


def test_what_names_no_need_or_is_nothing_new_is_not_kept():
    """A time alone is unclear there; how it stands is told, and the words are let go."""
    somebody = Person(root="follow_up").say(text("hello")).say(words(urgency="now"))
    assert somebody.said == [Statement.UNCLEAR, "follow_up.what"]
    somebody.do(words(needs="meal"), option("change"), words(needs="water"))
    assert somebody.said[-1] == "follow_up.change_what"
    assert Statement.KEPT_IF_NEW not in somebody.said
    assert [frame.later for frame in somebody.state.frames] != [()]
