"""Codes and values become a prompt in words: questions, statements and notices alike.

A message is worded when it is sent, in the language the person has chosen by then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import locales
from accessibility.prompt import Option, Prompt
from accessibility.understand import claims_detection
from bot.dialogue.form import Form, Question
from bot.dialogue.state import Asked
from bot.dialogue.statement import CALL, CALL_HINT, SIMPLE, Statement
from bot.forms import FORMS
from bot.values import Words, in_words

ASKS = "?？؟"
"""What a question ends with."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words prompts for one deployment.

    `always` are values every message may use: emergency numbers, the coordinator's phone; `site`
    is the address of the web pages, for links.
    """

    zone: ZoneInfo
    default_language: str
    always: Mapping[str, str] = field(default_factory=dict)
    practice: bool = False
    site: str = ""
    forms: Mapping[str, Form] = field(default_factory=lambda: FORMS)

    def prompt(self, code: str, values: Mapping[str, Any], language: str, now: datetime) -> Prompt:
        """The prompt for a code as it rests in the outbox, in words."""
        words = self.words(language, now)
        if "." in code:
            return self._question(code, values, words)
        page = page_for(values)
        link = {"link": f"{self.site}{page}"} if page else {}
        return Prompt(self._say(code, {**values, **link}, words), code=code, page=page)

    def aloud(self, code: str, values: Mapping[str, Any], language: str, now: datetime) -> Prompt:
        """The same as a person reads it out: no program speaks, and no key is to be pressed.

        Of the simplest words that is as far as they ask; where they ask nothing, the usual ones.
        """
        put = values if values.get("variant") else {**values, "variant": CALL}
        prompt, key = self.prompt(code, put, language, now), code.replace(".", "-")
        if values.get("variant") == SIMPLE:
            asked = prompt.text[: 1 + max(prompt.text.rfind(sign) for sign in ASKS)]
            usual = {**values, "variant": CALL}
            prompt = replace(prompt, text=asked or self.prompt(code, usual, language, now).text)
        said = self.words(language, now).catalog

        def named(options: tuple[Option, ...]) -> tuple[Option, ...]:
            return tuple(
                replace(option, label=said.say(f"{key}-{option.code}", CALL))
                if said.has(f"{key}-{option.code}", CALL)
                else option
                for option in options
            )

        return replace(
            prompt,
            hint=said.say(key, CALL_HINT) if said.has(key, CALL_HINT) else prompt.hint,
            options=named(prompt.options),
            also=named(prompt.also),
        )

    def words(self, language: str, now: datetime) -> Words:
        """The words of a language, or of the first one while none is chosen."""
        return Words(locales.catalog(language or self.default_language), now, self.zone)

    def practice_line(self, language: str, now: datetime) -> tuple[str, ...]:
        """The line every message of a practice deployment begins with; none in a real one."""
        return (self.words(language, now).catalog.say("say-practice"),) if self.practice else ()

    def asked(self, asked: Asked, language: str, now: datetime) -> Prompt:
        """The open question in words, to read a reply against."""
        return self.prompt(asked.code, as_values(asked), language, now)

    def _say(self, code: str, values: Mapping[str, Any], words: Words) -> str:
        for key in (code, f"notice-{code}", f"say-{code}"):
            if words.catalog.has(key):
                return words.catalog.say(key, None, **{**self.always, **in_words(values, words)})
        raise locales.MissingWords(code)

    def _question(self, code: str, values: Mapping[str, Any], words: Words) -> Prompt:
        question = self.forms[code.split(".", maxsplit=1)[0]].question(code.split(".")[1])
        key = code.replace(".", "-")
        told = {**self.always, **_detects(words), **in_words(values.get("values", {}), words)}
        first = [self._say(s["code"], s["values"], words) for s in values.get("first", ())]
        attribute = values.get("variant") or None
        if attribute and not words.catalog.has(key, attribute):
            attribute = None
        hint = words.catalog.has(key, "hint")
        return Prompt(
            "\n".join((*first, words.catalog.say(key, attribute, **told))),
            options=_options(question, code, values.get("options", ()), words, told),
            also=_options(question, code, values.get("also", ()), words, told),
            kind=question.kind,
            optional=question.optional,
            question_id=values.get("question_id", ""),
            hint=words.catalog.say(key, "hint", **told) if hint else "",
            code=code,
            chosen=any(s["code"] == Statement.CHOSEN for s in values.get("first", ())),
        )


def _detects(words: Words) -> dict[str, str]:
    """That nobody may rely on us to notice danger in this language, as long as that is so."""
    return {} if claims_detection(words.catalog.language) else {"undetected": "yes"}


def page_for(values: Mapping[str, Any]) -> str:
    """The path of the page that a message opens for whoever it is sent to, once; "" for none."""
    if not values.get("secret"):
        return ""
    return f"/desk/sign-in/{values['secret']}/{values['call_id']}"


def as_values(asked: Asked, first: tuple[Asked, ...] = ()) -> dict[str, Any]:
    """A prompt in codes as the outbox keeps it; `first` are statements said in the same breath."""
    if not asked.question_id:
        return dict(asked.values)
    return {
        "question_id": asked.question_id,
        "options": [[o.code, o.label, o.key] for o in asked.options],
        "also": [[o.code, o.label, o.key] for o in asked.also],
        "values": dict(asked.values),
        "variant": asked.variant,
        "first": [{"code": s.code, "values": dict(s.values)} for s in first],
    }


def spoken_together(prompts: tuple[Asked, ...], *, apart: bool = False) -> list[dict[str, Any]]:
    """Statements before a question join it in one message; the danger card stands alone.

    `apart`: every statement does, but for what is chosen so far, which belongs to the question.
    """
    told: list[dict[str, Any]] = []
    first: list[Asked] = []
    for asked in prompts:
        if asked.question_id:
            told.append({"code": asked.code, "values": as_values(asked, tuple(first))})
            first = []
        elif asked.code.endswith("danger_card") or (apart and asked.code != Statement.CHOSEN):
            told.append({"code": asked.code, "values": dict(asked.values)})
        else:
            first.append(asked)
    return told + [{"code": asked.code, "values": dict(asked.values)} for asked in first]


def _options(
    question: Question,
    code: str,
    options: Any,  # noqa: ANN401 - JSON
    words: Words,
    told: Mapping[str, str | int],
) -> tuple[Option, ...]:
    """Options in words; what may be changed is called as it was read back."""
    form = code.split(".", maxsplit=1)[0]

    def named(option: str) -> str:
        if question.changes:
            return words.item(f"{form}.{option}")
        return words.option(code, option, **told)

    return tuple(Option(option, label or named(option), key) for option, label, key in options)
