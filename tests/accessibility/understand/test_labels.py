"""Every option of every form is understood by what is shown of it, in every language we speak."""

import itertools

import pytest

from accessibility.prompt import Kind, Option, Prompt, ReadingKind
from accessibility.understand import alarms, read
from api.vocabulary import Effect
from bot.dialogue.keys import SHARED
from bot.dialogue.paging import pages, split
from bot.forms import FORMS
from locales import catalog, languages
from locales.rules import ruled

LANGUAGES = ruled()
LOOKED_UP = {
    "languages": tuple(Option(known.code, known.native_name) for known in languages()),
    "my_requests": (Option("r1", "R 4829 1573: Medicine"), Option("r2", "R 1044 8210: A ride")),
}
QUESTIONS = [
    (form, question)
    for form in FORMS.values()
    for question in form.questions
    if question.codes or question.options_from in LOOKED_UP
]


def label(language, form, question, code):
    """What an option is called: by words of its own, or by those that questions share."""
    words = catalog(language)
    own = f"{form.name}-{question.name}-{code}"
    return words.say(own if words.has(own) else f"{SHARED}-{code}")


def prompts(language, form, question):
    """Every page of a question as it is shown."""
    named = [Option(str(code), label(language, form, question, code)) for code in question.codes]
    other = named.pop() if question.other else None
    listed = (*named, *LOOKED_UP.get(question.options_from, ()))
    laid_out = pages(listed, other)
    for number in range(len(laid_out)):
        here, also = split(laid_out, number)
        yield Prompt("?", here, also, kind=question.kind, optional=question.optional)


def ways_to_say(option):
    """How people repeat what they see: the label, shouted, with its key, its stop, politely."""
    yield from (option.label, option.label.upper(), f"  {option.label}. ", f"“{option.label}”")
    if option.key:
        yield from (option.key, f"{option.key}.", f"{option.key}. {option.label}")


every_question = pytest.mark.parametrize(
    ("form", "question"), QUESTIONS, ids=[f"{form.name}.{q.name}" for form, q in QUESTIONS]
)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
@every_question
def test_every_label_and_key_reads_back_as_its_own_option(language, form, question):
    """On its page by key and label, from another page by its label."""
    for prompt in prompts(language, form, question):
        for option in (*prompt.options, *prompt.also):
            for reply in ways_to_say(option):
                reading = read(reply, prompt, language)
                assert (reading.kind, reading.codes) == (ReadingKind.OPTION, (option.code,)), reply


@every_language
@every_question
def test_any_two_options_of_a_choice_of_many_can_be_said_together(language, form, question):
    """By keys and by labels, in one reply."""
    if question.kind is not Kind.MANY:
        return
    for prompt in prompts(language, form, question):
        for one, other in itertools.permutations(prompt.options, 2):
            both = (one.code, other.code)
            for reply in (
                f"{one.key} {other.key}",
                f"{one.key}{other.key}",
                f"{one.label}, {other.label}",
            ):
                assert read(reply, prompt, language).codes == both, reply


@every_language
@every_question
def test_an_option_whose_label_says_danger_alarms_when_it_is_chosen(language, form, question):
    """Such a label is read as the option, not as danger, so its outcome must be the alarm."""
    for code in question.codes:
        if alarms(label(language, form, question, code), language):
            told = {outcome.effect for outcome in question.then[code]}
            assert told & {Effect.ALERT, Effect.ANSWER_ALERT}
