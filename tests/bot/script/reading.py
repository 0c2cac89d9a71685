"""Somebody who has nothing but the printed script: they read it, follow it, and fill it in.

All is taken from the page as it is printed, by the words that a person reads; no form is looked
at. `Paper` is the page, `Reader` whoever follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import locales

ARROWS = "→← "
TICKED, OPEN = "☑", "☐"
VOID = frozenset({"meta", "link", "br"})


@dataclass
class Printed:
    """A box as it is printed: its key, its words in both languages, where it leads."""

    key: str = ""
    words: list[str] = field(default_factory=list)
    go: str = ""
    ticked: bool = False


@dataclass
class Step:
    """A numbered question as it is printed."""

    number: int
    heading: str = ""
    condition: str = ""
    say: list[str] = field(default_factory=list)
    how: str = ""
    boxes: list[Printed] = field(default_factory=list)
    cells: int = 0
    written: str = ""


class Paper(HTMLParser):
    """A page of a script, read; what is outside the numbered steps is in `text`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self.text: list[str] = []
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """A part begins."""
        has = dict(attrs)
        kind = has.get("class", "") or tag
        if tag == "section" and "step" in kind.split():
            self.steps.append(Step(int(has["id"].removeprefix("step-"))))
        elif self._step and tag == "li" and "boxes" in self._inside[-1]:
            self._step.boxes.append(Printed())
        elif self._step and kind == "cell":
            self._step.cells += 1
        if tag not in VOID:
            self._inside.append(f"{tag} {kind}")

    def handle_endtag(self, tag):
        """A part ends."""
        self._inside.pop()

    @property
    def _step(self):
        within = any(one.startswith("section step") for one in self._inside)
        return self.steps[-1] if self.steps and within else None

    def handle_data(self, data):
        """Words are there, in the part that was begun last."""
        words, step = data.strip(), self._step
        if not words or not self._inside or self._inside[0].startswith("style"):
            return
        if step is None:
            self.text.append(words)
        elif any("boxes" in one for one in self._inside):
            self._in_box(step.boxes[-1], words)
        elif self._inside[-1].startswith("h3"):
            step.heading = words
        elif self._inside[-1] == "p if":
            step.condition = " ".join(words.split())
        elif self._inside[-1] == "p how":
            step.how = words
        elif any("written" in one for one in self._inside):
            step.written = words
        else:
            step.say.append(words)

    def _in_box(self, box, words):
        kind = self._inside[-1].partition(" ")[2]
        if kind == "tick":
            box.ticked = words == TICKED
        elif kind == "key":
            box.key = words
        elif kind == "go":
            box.go = words.lstrip(ARROWS)
        else:
            box.words.append(words)


class Reader:
    """Follows a script by its words in the caller's language.

    `true` are the facts and subjects that hold, by the sentences a catalogue has for them.
    """

    def __init__(self, paper: Paper, language: str, true: frozenset[str] = frozenset()) -> None:
        self.steps = {step.number: step for step in paper.steps}
        self.say = locales.catalog(language).say
        self._if = self._pattern("script-only_if", condition="\x01")
        self._not = self._pattern("script-otherwise", step="\x01")
        self._answered = self._pattern("sheet-if_answered", step="\x01", answers="\x02")
        self._or = self.say("sheet-or", first="\x01", second="\x02")[1:-1]
        self._and = self.say("sheet-and", first="\x01", second="\x02")[1:-1]
        self.facts = told_of(language)
        self.true = {self.say(key) for key in true}
        self.answers: dict[int, str] = {}
        self.asked: list[int] = []

    def _pattern(self, key, **values):
        text = re.escape(self.say(key, **values))
        return re.compile(text.replace("\x01", "(.+?)").replace("\x02", "(.+)"))

    def follow(self, answer) -> None:
        """From the first step to the end; `answer(step)` gives the keys ticked, or words."""
        number = min(self.steps)
        while number:
            step = self.steps[number]
            if step.condition and not self._holds(step.condition):
                number = self._place(self._not.search(step.condition)[1])
                continue
            self.asked.append(number)
            said = answer(step)
            if said is not None:
                self.answers[number] = said
            number = self._after(step, said)

    def _after(self, step, said):
        """Where the box leads that was ticked; otherwise simply on."""
        goes = {box.key: box.go for box in step.boxes}
        go = goes.get(said or "", "")
        if go and go != self.say("script-stop"):
            return self._place(re.fullmatch(self._pattern("script-go_to", step="\x01"), go)[1])
        return min((number for number in self.steps if number > step.number), default=0)

    def _place(self, words):
        """The number of the step that is named so; 0 is the end."""
        if words == self.say("script-end"):
            return 0
        named = {self.say("script-at_step", number=str(n)): n for n in self.steps}
        return named[words]

    def _holds(self, condition):
        told = self._if.search(condition)[1]
        whole = told.split(self._and)
        return all(self._either(part) for part in whole)

    def _either(self, words):
        """Whether one of several is so: boxes of a step named before, or a fact."""
        step, found = 0, []
        for part in words.split(self._or):
            named = self._answered.match(part)
            rest = part
            if named:
                step, rest = int(named[1]), named[2]
            key = re.match(r"(\d+) ", rest)
            if step and key:
                found.append(key[1] in self._ticked(step))
            elif part in self.facts:
                found.append(part in self.true)
        return any(found)

    def _ticked(self, number):
        """The keys that are ticked at a step: several are joined."""
        printed = {box.key for box in self.steps[number].boxes}
        return printed & set(split(self.answers.get(number, "")))


@cache
def told_of(language):
    """Every sentence that tells a fact, or what a form is about."""
    catalog = locales.catalog(language)
    begins = ("sheet-fact-", "sheet-about-")
    return frozenset(
        catalog.say(key)
        for key in catalog.keys()  # noqa: SIM118 - no dict
        if key.startswith(begins) and "." not in key
    )


def split(joined):
    """The keys of a joined answer: a 6 opens the next page, unless nothing follows it."""
    return re.findall(r"6*[1-5]|6", joined)
