"""What every face puts to a person, and what a person's reply is read as; words already chosen.

A prompt is free of any channel: buttons, numbered text, speech and paper all show this.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of answer a question takes."""

    ONE = "one"
    MANY = "many"
    TEXT = "text"
    PLACE = "place"
    TIME = "time"
    PHONE = "phone"


class Command(StrEnum):
    """What a person may do at any question, on any face."""

    PERSON = "person"
    CALL_ME = "call_me"
    CANNOT_READ = "cannot_read"
    AGAIN = "again"
    BACK = "back"
    MORE = "more"
    DONE = "done"
    RESTART = "restart"
    STOP = "stop"
    LANGUAGE = "language"
    CODE = "code"
    PROFILE = "profile"
    FORGET = "forget"
    SPEAK = "speak"
    WRITE = "write"
    SLOWER = "slower"
    LOUDER = "louder"
    USUAL = "usual"


KEYS: dict[str, Command] = {
    "0": Command.PERSON,
    "9": Command.AGAIN,
    "*": Command.BACK,
    "#": Command.DONE,
}
"""The keys that mean the same everywhere; 1-5 are options, 6 is "something else" or "more".

"#" ends a choice of many, or skips an optional question, as the key does on a telephone.
"""

OTHER_KEY = "6"
PAGE = 5
"""The most options one menu may have (W3C COGA: at most five choices)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a person may choose; `code` is what the program keeps, `key` what is pressed."""

    code: str
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question or a statement in words.

    `options` are on this page, each with its key; `also` are the same question's options on
    other pages, which may be answered by name. A statement has no `question_id`. `chosen`: some
    options are chosen already, so that key # completes the choice. `page` is the path of a page of
    ours that the words name, for a face that can open it.
    """

    text: str
    options: tuple[Option, ...] = ()
    also: tuple[Option, ...] = ()
    kind: Kind | None = None
    question_id: str = ""
    optional: bool = False
    hint: str = ""
    spoken: str = ""
    code: str = ""
    chosen: bool = False
    page: str = ""

    @property
    def asks(self) -> bool:
        """Whether an answer is expected."""
        return self.kind is not None


class ReadingKind(StrEnum):
    """What a reply turned out to be."""

    OPTION = "option"
    TEXT = "text"
    PLACE = "place"
    TIME = "time"
    PHONE = "phone"
    COMMAND = "command"
    DANGER = "danger"
    PROPOSAL = "proposal"
    STALE = "stale"
    MEDIA = "media"
    OPEN = "open"
    CLOSE = "close"
    ASIDE = "aside"
    NO_SUCH = "no_such"
    UNCLEAR = "unclear"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of a voice note: its words, and how sure of them the listening was, 0 to 1.

    `plain` is what was heard without expecting anything; "" where nothing was expected, or the
    listening cannot do without.
    """

    text: str
    confidence: float
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A place as a resident gave it: their words, and where it is if that is known.

    Latitude and longitude are WGS-84 degrees.
    """

    text: str
    latitude: float | None = None
    longitude: float | None = None
    place_id: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what free words say: its name, what was found, and the rules that found it.

    `name`: needs, urgency, place, for_whom, accommodations or language. `codes` hold what was
    found; of a place its words, of a language its tag. `seen`: the person was asked about it.
    """

    name: str
    codes: tuple[str, ...]
    why: tuple[str, ...] = ()
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply, understood; made in one place only, `accessibility.understand.read`.

    `codes` hold options; `pressed` says they came from a button, one at a time. `text` holds free
    words, a time "HH:MM" or a phone number in E.164; `place` a pin; `command` a key or word that
    works everywhere. OPEN asks the engine to open the form named in `text`, with `about`, CLOSE
    to end it, ASIDE to answer it with `codes` while another question is open; NO_SUCH is such an
    answer, in `text`, to nothing that the person was asked. `heard`: the reply was spoken, and
    these are its words as we heard them; UNSURE is one that was not heard well enough to rely on.
    `alarm` is what the words say of danger: "ask" or "emergency" with kind DANGER; "flag" beside
    whatever the reading is without it, for nobody on the resident's channel may notice.
    `danger_class` says which danger, `why` which rules said so. `parts` is what a PROPOSAL says.
    """

    kind: ReadingKind
    codes: tuple[str, ...] = ()
    text: str = ""
    command: Command | None = None
    place: Located | None = None
    about: tuple[tuple[str, str], ...] = ()
    pressed: bool = False
    heard: str = ""
    alarm: str = ""
    danger_class: str = ""
    why: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered step of a sheet: the sentence to say, the boxes to tick, where to go next.

    `otherwise` is where to go on when `only_if` is not so; both it and `go_to` may be 0, the end.
    `item` names the answer in few words where everything is read back, "" where it is not.
    """

    number: int
    name: str
    prompt: Prompt
    only_if: str = ""
    otherwise: int = 0
    go_to: tuple[tuple[str, int], ...] = ()
    item: str = ""
    confirms: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form laid out in words, for paper and for a caller's page."""

    form: str
    title: str
    language: str
    steps: tuple[Step, ...]
