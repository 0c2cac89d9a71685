"""Everything a catalogue can say, with values as they come: all of them, or only the needed."""

from dataclasses import dataclass

import locales
from accessibility.prompt import Option, Prompt
from bot.dialogue.keys import codes
from bot.dialogue.paging import pages, split
from bot.forms import FORMS
from tests.locales.samples import CHOOSES, SAME, SAMPLES

MARK = "X"
"""Stands for any value where only the words around it are judged."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a person gets for one key and one choice of values."""

    key: str
    text: str


def keys_of(catalog):
    """Every key as `say` takes it: message and attribute."""
    for name in sorted(catalog.keys()):
        key, _, attribute = name.partition(".")
        yield key, attribute or None


def values_for(catalog, key, attribute=None, *, samples):
    """Every choice of values for one key: each sentence with all of them, and with the fewest."""
    needed = catalog.variables(key, attribute)
    full = {name: samples[name] for name in needed if name not in CHOOSES}
    optional = catalog.optional(key, attribute)
    for name in sorted(needed & CHOOSES.keys()) or [""]:
        for choice in CHOOSES.get(name, ("",)):
            others = {n: CHOOSES[n][0] for n in needed & CHOOSES.keys() if n != name}
            chosen = full | others | ({name: choice} if name else {})
            yield chosen
            yield {n: v for n, v in chosen.items() if n not in optional}


def samples_of(language):
    """The sample values of a language."""
    return SAME | SAMPLES[language]


def sayings(catalog, *, marked=False):
    """Everything a catalogue can say; `marked` puts MARK for every value."""
    samples = samples_of(catalog.language)
    if marked:
        samples = dict.fromkeys(samples, MARK)
    for key, attribute in keys_of(catalog):
        name = f"{key}.{attribute}" if attribute else key
        told = values_for(catalog, key, attribute, samples=samples)
        texts = {catalog.say(key, attribute, **values) for values in told}
        yield from (Saying(name, text) for text in sorted(texts))


def label(catalog, question, code):
    """An option's own label, or the one it shares."""
    own = f"{question}-{code}"
    return catalog.say(own if catalog.has(own) else f"option-{code}")


def prompts(catalog):
    """Every question of every form, on every page and in each of its wordings, as a prompt."""
    samples = samples_of(catalog.language)
    native = tuple(Option(item.code, item.native_name) for item in locales.languages())
    for form in FORMS.values():
        for question in form.questions:
            key = f"{form.name}-{question.name}"
            listed = tuple(Option(code, label(catalog, key, code)) for code in question.options)
            other = Option("", label(catalog, key, question.other)) if question.other else None
            listed = native if question.options_from == "languages" else listed
            laid_out = pages(listed, other)
            for number in range(len(laid_out)):
                yield from _worded(catalog, question, key, split(laid_out, number), samples)


def _worded(catalog, question, key, page, samples):
    hint = catalog.say(key, "hint", **samples) if catalog.has(key, "hint") else ""
    for attribute in (None, "simple", "which"):
        if catalog.has(key, attribute):
            for values in values_for(catalog, key, attribute, samples=samples):
                yield (
                    f"{key}.{attribute}" if attribute else key,
                    Prompt(
                        catalog.say(key, attribute, **values),
                        options=page[0],
                        also=page[1],
                        kind=question.kind,
                        optional=question.optional,
                        hint=hint,
                        code=f"{key}",
                    ),
                )


def option_codes():
    """Every option label that forms need, as (question key, code)."""
    return [
        (f"{form.name}-{question.name}", code)
        for form in FORMS.values()
        for question in form.questions
        for code in codes(question)
    ]
