"""A caller at the page of a call, without scripts: they read it, and press what they were told.

Nothing is taken from the form: what may be answered is what stands on the page.
"""

from __future__ import annotations

import re
from html import unescape

import locales
from accessibility.prompt import Command, Kind, Option, Prompt
from tests.bot.desk.visitor import Visitor
from tests.three_ways import PHONE, Answer

SAY = re.compile(r'<div class="say theirs.*?</div>', re.DOTALL)
WORDS = re.compile(r'<p class="words(?: before)?">(.*?)</p>', re.DOTALL)
KEY = re.compile(r"^[1-6]")
NEW_CALL = "/desk/calls/new"
PRESSED = {Command.BACK: "*Back", Command.MORE: "6More choices", Command.DONE: "#Go on"}


def said_of(asked: Prompt, option: Option) -> str:
    """What an option is called when a person reads it out."""
    key, said = f"{asked.code.replace('.', '-')}-{option.code}", locales.catalog("en")
    return said.say(key, "call") if said.has(key, "call") else option.label


class Assisted:
    """One caller who works at a desk that answers by itself."""

    def __init__(self, caller: Visitor) -> None:
        self._caller = caller

    async def begins(self) -> None:
        """Somebody phones in and withholds their number."""
        await self._caller.opens(NEW_CALL)
        await self._caller.presses("Begin the questions", language="en")

    @property
    def said(self) -> str:
        """What there is to say, as it stands on the page in large letters; "" for nothing."""
        found = SAY.search(self._caller.answer.text)
        return "\n".join(unescape(one) for one in WORDS.findall(found[0])) if found else ""

    async def gives(self, answer: Answer, asked: Prompt) -> None:
        """The answer that the resident said to this question."""
        labels = {one.code: said_of(asked, one) for one in (*asked.options, *asked.also)}
        shown = {one.code for one in asked.options}
        if answer.command:
            return await self._presses(self._button(answer.command))
        if not answer.codes:
            return await self._types(answer.words or PHONE)
        if not shown.issuperset(answer.codes):
            await self._presses(PRESSED[Command.MORE])
        if asked.kind is Kind.MANY:
            return await self._ticks([labels[code] for code in answer.codes])
        (code,) = answer.codes
        return await self._presses(labels[code], of_options=True)

    async def types_paper(self, line: str) -> None:
        """A paper that somebody else filled in: a call begins with its line."""
        await self._caller.opens("/desk/calls/paper")
        await self._caller.presses("Take", language="en", line=line)

    def _button(self, command: Command) -> str:
        """A choice of many says in words that none of them is so."""
        none, forms = "None of these", self._caller.page.forms
        here = any(none == words for form in forms for _, _, words in form.buttons)
        return none if command is Command.DONE and here else PRESSED[command]

    async def _presses(self, label: str, *, of_options: bool = False) -> None:
        """The one button that is called so; beside an option stands its key."""
        for form in self._caller.page.forms:
            for name, value, words in form.buttons:
                called = KEY.sub("", words) if of_options else words
                if called == label:
                    return await self._sends(form, {name: [value]})
        raise AssertionError(f"no button {label!r} on: {self._caller.text}")

    async def _ticks(self, labels: list[str]) -> None:
        form = next(form for form in self._caller.page.forms if form.boxes)
        ticked = [value for _, value, words in form.boxes if KEY.sub("", words) in labels]
        assert len(ticked) == len(labels), (labels, form.boxes)
        await self._sends(form, {form.boxes[0][0]: ticked})

    async def _types(self, words: str) -> None:
        """In the field for the answer."""
        form = next(
            form
            for form in self._caller.page.forms
            if "text" in form.sends and form.action.endswith("/answers")
        )
        await self._sends(form, {"text": [words]})

    async def _sends(self, form, fields) -> None:
        await self._caller.sends(form, fields)
