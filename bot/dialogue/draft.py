"""A turn in the making: each step gives a new draft, the last one is the turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from accessibility.prompt import Located, Option
from bot.dialogue.choices import choices, needs_lookup, read_back
from bot.dialogue.condition import Answers, Known
from bot.dialogue.form import Form, Question
from bot.dialogue.paging import Page, pages, split
from bot.dialogue.state import Act, Asked, Facts, Frame, Lookup, State, Turn
from bot.dialogue.statement import SIMPLE, WHICH

EASY_READ = "easy_read"
"""A fact: the person needs easy words, so the simplest ones come first."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is said and done so far; `returning` greets a person who was away for long."""

    forms: Mapping[str, Form]
    facts: Facts
    turn: Turn
    returning: bool = False

    @property
    def state(self) -> State:
        """The state as it is now."""
        return self.turn.state

    @property
    def frame(self) -> Frame:
        """The form under way on top."""
        return self.state.frames[-1]

    @property
    def form(self) -> Form:
        """What that form asks."""
        return self.forms[self.frame.form]

    @property
    def question(self) -> Question:
        """The open question; there is one whenever the frame has asked anything."""
        return self.form.question(self.frame.open)

    @property
    def known(self) -> Known:
        """What conditions may look at."""
        return Known(self.frame.about, self.facts.known)

    @property
    def laid_out(self) -> tuple[Page, ...]:
        """The options of the open question, page by page."""
        return pages(*choices(self.form, self.question, self.frame, self.state.looked_up))

    def say(self, code: str, **values: Any) -> Draft:  # noqa: ANN401 - whatever JSON carries
        """Say a statement."""
        return self.put(Asked(code, values))

    def put(self, asked: Asked) -> Draft:
        """Add a prompt to what is said."""
        return replace(self, turn=replace(self.turn, prompts=(*self.turn.prompts, asked)))

    def act(self, effect: str, **values: Any) -> Draft:  # noqa: ANN401 - whatever JSON carries
        """Do something to the world."""
        act = Act(effect, values)
        return replace(self, turn=replace(self.turn, effects=(*self.turn.effects, act)))

    def look(self, name: str, query: str = "") -> Draft:
        """Ask the shell to fetch something; the whole turn is then made again."""
        return replace(self, turn=replace(self.turn, lookups=(Lookup(name, query),)))

    def learn(self, name: str, options: tuple[Option, ...]) -> Draft:
        """Remember what was looked up, so that the question can be worded again without it."""
        return self.become(looked_up={**self.state.looked_up, name: options})

    def become(self, **changes: Any) -> Draft:  # noqa: ANN401 - fields of State
        """Change the state."""
        return replace(self, turn=replace(self.turn, state=replace(self.state, **changes)))

    def keep(self, **changes: Any) -> Draft:  # noqa: ANN401 - fields of Frame
        """Change the form on top."""
        frames = (*self.state.frames[:-1], replace(self.frame, **changes))
        return self.become(frames=frames)

    def push(self, frame: Frame) -> Draft:
        """Put a form on top."""
        return self.become(frames=(*self.state.frames, frame))

    def pop(self) -> Draft:
        """Take the form on top away."""
        return self.become(frames=self.state.frames[:-1])

    def open(self, question: Question) -> Draft:
        """Make this the open question, under a serial of its own."""
        serial = self.state.serial + 1
        fresh = {"page": 0, "misses": 0, "chosen": (), "said": "", "found": ()}
        return self.become(serial=serial).keep(open=question.name, asked=serial, **fresh)


def asked_of(draft: Draft) -> Asked:
    """The open question as it stands, in codes."""
    frame = draft.frame
    shown, also = split(draft.laid_out, frame.page)
    simply = frame.misses or EASY_READ in draft.facts.known
    variant = WHICH if frame.found else SIMPLE if simply else ""
    return Asked(
        f"{frame.form}.{frame.open}",
        values={**draft.facts.values, **frame.about, **_values(draft)},
        question_id=base36(frame.asked),
        options=shown,
        also=also,
        variant=variant,
    )


def _values(draft: Draft) -> dict[str, Any]:
    if draft.question.confirms:
        return {"read_back": read_back(draft.form, draft.frame, draft.state.looked_up)}
    return {"which": True, "said": draft.frame.said} if draft.frame.found else {}


def lacks_options(draft: Draft) -> bool:
    """Whether the open question's options must be fetched before it can be put."""
    return needs_lookup(draft.question) and (
        draft.question.options_from not in draft.state.looked_up
    )


def base36(number: int) -> str:
    """A short name for a serial."""
    digits = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits or "0"


def told(answers: Answers) -> dict[str, Any]:
    """Answers as JSON carries them: lists of codes or words, a place as its fields."""
    return {
        name: located(answer) if isinstance(answer, Located) else list(answer)
        for name, answer in answers.items()
    }


def located(place: Located) -> dict[str, Any]:
    """A place as JSON carries it."""
    return {
        "text": place.text,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "place_id": place.place_id,
    }
