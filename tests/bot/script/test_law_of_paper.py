"""Whoever follows the printed script asks what the engine asks, and asks for the same."""

from datetime import UTC, datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import locales
from accessibility.prompt import Kind, Reading, ReadingKind
from accessibility.script import as_page
from bot.app.talking import wording_of
from bot.dialogue.answer_line import check_digit, edition
from bot.forms import FORMS
from tests.bot.dialogue.on_paper import OPTIONS, request_of, typed, wanted_for
from tests.bot.dialogue.person import (
    HELLO,
    SETTLED,
    Person,
    codes_of,
    forward,
    option,
    text,
)
from tests.bot.script.composing import SETTINGS, script_of
from tests.bot.script.reading import Paper, Reader, split
from tests.parts import EVERYTHING

EXAMPLES = 60 if EVERYTHING else 12
LANGUAGES = ("en", "zh-Hans")
PHONE = "+8613800138000"
AVOIDED = ("change", "more", "call_me", "new", "ask")
WORDS = ("Garden Road 5", "二楼左边", "no", 'the "red" door', "Tom & Mei")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WORDING = wording_of(SETTINGS)
STOPS = tuple(locales.catalog(one).say("script-stop") for one in LANGUAGES)
MANY = tuple(locales.catalog(one).say("script-choose_many") for one in LANGUAGES)
PAGES = {
    (form, language): Paper(as_page(script_of(form, language, kind="call_back")))
    for form in ("ask", "follow_up", "task", "enrol")
    for language in LANGUAGES
}


def truths(known):
    """The sentences that hold when these facts do: of each fact, or of its contrary."""
    names = (*SETTLED, "volunteer", "several_requests")
    facts = {f"sheet-fact-{name}{'' if name in known else '-not'}" for name in names}
    abouts = ("purpose-arrived", "remote-yes", "takes_calls-yes")
    return frozenset(facts | {f"sheet-about-{one}-not" for one in abouts})


def number_of(form, name):
    """The number a question has on paper."""
    asked = [question.name for question in FORMS[form].questions if not question.changes]
    return asked.index(name) + 1


def label_of(person, code, language):
    """What an option is called on paper, before anything is said of it."""
    question = person.at
    own = f"{question.replace('.', '-')}-{code}"
    words = WORDING.words(language, NOW)
    called = {one.code: one.label for one in person.found["languages"]}
    if code in called:
        return called[code]
    said = words.catalog
    return said.say(own, "call") if said.has(own, "call") else words.option(question, code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ask", "follow_up", "task", "enrol"])
@settings(max_examples=EXAMPLES, phases=(Phase.generate,))
@given(
    chance=st.randoms(use_true_random=False),
    known=st.sets(st.sampled_from((*SETTLED, "volunteer", "several_requests"))),
)
def test_the_printed_script_leads_to_exactly_the_questions_the_engine_asks(
    form, language, chance, known
):
    """By its "→ go to", its "ask only if" and its "if not", whatever is answered and known."""
    same_on_paper(form, language, known, lambda person: forward(person, chance))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_alone_leads_on_as_the_engine_goes_on(language):
    """Each box once, with nothing else chosen that is not needed to come to it."""
    for question, code in OPTIONS:
        wanted = wanted_for(question, code)

        def reply(person, wanted=wanted):
            name, choices = person.question.name, codes_of(person.open)
            if set(wanted.get(name, ("",))) <= set(choices):
                return option(*wanted[name])
            going_on = [one for one in choices if one not in AVOIDED]
            return option(going_on[-1]) if going_on else text("two loaves")

        same_on_paper("ask", language, SETTLED, reply)


def same_on_paper(form, language, known, reply):
    """Somebody answers the engine; who hears the same answers by the script asks the same."""
    person, heard = Person(form, tuple(known)), {}
    person.say(HELLO)
    while person.at.startswith(f"{form}."):
        name, reading = person.question.name, reply(person)
        labels = [label_of(person, code, language) for code in reading.codes]
        heard[number_of(form, name)] = labels
        person.say(reading)
    engine = [code.partition(".")[2] for code in person.asked if code.startswith(f"{form}.")]

    def ticked(step):
        labels = heard.get(step.number, [])
        return "".join(box.key for box in step.boxes if box.words[0] in labels)

    reader = Reader(PAGES[form, language], language, truths(known))
    reader.follow(ticked)
    assert reader.asked == [number_of(form, name) for name in dict.fromkeys(engine)]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=EXAMPLES, phases=(Phase.generate,))
@given(chance=st.randoms(use_true_random=False))
def test_a_script_filled_in_on_paper_makes_the_same_request_as_the_chat(language, chance):
    """Law 1, with the paper read from the page and its line typed in."""
    reader = Reader(PAGES["ask", language], language, truths(()))
    last = max(reader.steps)
    reader.follow(lambda step: "1" if step.number == last else answer_on_paper(step, chance))
    pairs = " ".join(f"{number}={said}" for number, said in sorted(reader.answers.items()))
    line = f"v={edition(FORMS['ask'])} {pairs}"
    by_paper = request_of(typed(f"{line} c={check_digit(line)}", known=()))
    assert by_paper == request_of(chatted(reader, language))
    assert (by_paper is None) == (last not in reader.answers)


def answer_on_paper(step, chance):
    """Something a person could answer, written as the paper wants it; never danger."""
    keys = [box.key for box in step.boxes if box.go not in STOPS]
    if not keys:
        words = PHONE if step.cells else chance.choice(WORDS)
        return '"' + words.replace('"', '""') + '"'
    most = len(keys) if step.how.startswith(MANY) else 1
    return "".join(sorted(chance.sample(keys, chance.randint(1, most)), key=keys.index))


def chatted(reader, language):
    """The effects of somebody who says the same in a conversation."""
    person = Person("ask", (), places=())
    person.say(HELLO)
    while person.at.startswith("ask."):
        number = number_of("ask", person.question.name)
        if number not in reader.answers:
            break
        said = reader.answers[number]
        boxes = {box.words[0]: box.key for box in reader.steps[number].boxes}
        if not said.startswith('"'):
            keys, called = split(said), codes_of(person.open)
            person.say(
                option(*(c for c in called if boxes[label_of(person, c, language)] in keys))
            )
            continue
        words = said[1:-1].replace('""', '"')
        phone = person.question.kind is Kind.PHONE
        person.say(Reading(ReadingKind.PHONE, text=words) if phone else text(words))
        if person.at == "ask.where":
            person.say(option("none_of_these"))
    return person
