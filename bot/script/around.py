"""What stands around the questions of a script: danger, how to begin, and what else may happen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accessibility.script import Box, Part, Said
from bot.script.order import Order, ScriptKind
from bot.script.sheets import BLANK
from bot.values import Words

BRANCHES = ("wrong", "voicemail", "relay", "interpreter", "unclear", "later")
ANSWERS = ("yes", "wrong", "voicemail", "relay", "unclear")
"""What may be heard when somebody answers the telephone, in the order of the boxes."""


PURPOSES = {
    "offer": "script-say_offer",
    "task": "script-say_task",
    "enrol": "opening-invited",
}
"""Why somebody is called who did not ask for it, by the form that is then asked."""

THANKS = {"ask": "script-say_thanks", "enrol": "script-say_thanks_enrol"}
"""What is said last, by the form; nothing is promised."""


@dataclass(frozen=True, slots=True)
class Around:
    """Words of both languages; `always` are the numbers of this deployment."""

    order: Order
    theirs: Words
    ours: Words
    always: Mapping[str, str]

    def said(self, *keys: str, **values: str) -> Said:
        """What is read out."""
        told = {**self.always, **values}
        same = self.order.language == self.order.ours
        read, meant = (
            "\n".join(words.catalog.say(key, None, **told) for key in keys)
            for words in (self.theirs, self.ours)
        )
        return Said(read, "" if same else meant)

    def own(self, key: str, attribute: str | None = None) -> str:
        """What the caller reads for themselves."""
        return self.ours.catalog.say(key, attribute, **self.always)

    def title(self, name: str) -> str:
        """The heading of a part."""
        return self.own(f"script-{name}")

    def stop(self) -> Part:
        """Danger: before everything else, in a box."""
        after = (self.own("script-stop_then"), self.own("script-stop_never"))
        notes = (self.own("script-stop_when"),)
        return Part(self.title("stop"), (*notes, *after), self.said("say-danger_card"))

    def opening(self) -> tuple[Part, ...]:
        """What is said before the first question, by who calls whom."""
        return (*self._begin(), self._doubt(), self._safe())

    def _begin(self) -> tuple[Part, ...]:
        caller, name = self.order.known.caller or BLANK, self.order.known.name or BLANK
        if self.order.kind is ScriptKind.INCOMING:
            return (Part(self.title("hello"), say=self.said("script-say_hello", caller=caller)),)
        heard = tuple(self._heard(answer) for answer in ANSWERS)
        follows = self.order.kind is ScriptKind.FOLLOW_UP
        back = PURPOSES.get(self.order.form, "script-say_call_back")
        why = "script-say_follow_up" if follows else back
        key = "opening-who_invited" if self.order.form == "enrol" else "opening-who"
        who = self.said(key, caller=caller, name=name)
        return (
            Part(self.title("who"), (self.own("opening-who", "do"),), who, heard),
            Part(self.title("purpose"), say=self.said("opening-from", why, **self._invited())),
        )

    def _invited(self) -> dict[str, str]:
        """What somebody is invited to; who invites and where are blank where nobody is known."""
        known = self.order.known.values
        return {
            "group": str(known.get("group") or BLANK),
            "inviter": str(known.get("inviter", BLANK)),
            "invited_as": str(known.get("invited_as", "volunteer")),
        }

    def _heard(self, answer: str) -> Box:
        go = self.title("purpose" if answer == "yes" else answer)
        return Box(Said(self.own(f"opening-who-{answer}")), go=go)

    def _doubt(self) -> Part:
        return Part(self.title("doubt"), say=self.said("opening-doubt"))

    def _safe(self) -> Part:
        boxes = (
            Box(self.said("opening-safe-yes"), go=self.title("questions")),
            Box(self.said("opening-safe-no"), go=self.title("later")),
        )
        notes = (self.own("opening-safe", "do"),)
        return Part(self.title("safe"), notes, self.said("opening-safe"), boxes)

    def branches(self) -> tuple[Part, ...]:
        """What else may happen; a message is left only where that is known to be safe."""
        return tuple(
            self._voicemail() if name == "voicemail" else self._branch(name) for name in BRANCHES
        )

    def _branch(self, name: str) -> Part:
        notes = (self.own(f"opening-{name}", "do"),)
        lines = 1 if name == "later" else 0
        return Part(self.title(name), notes, self.said(f"opening-{name}"), lines=lines)

    def _voicemail(self) -> Part:
        """The words are not even there where nothing may be left."""
        may = self.order.known.may_leave
        if may is False:
            return Part(self.title("voicemail"), (self.own("opening-no_voicemail"),))
        caller = self.order.known.caller or BLANK
        first = self.own("script-unknown_leave") + "." if may is None else ""
        notes = tuple(filter(None, (first, self.own("opening-voicemail", "do"))))
        say = self.said("opening-voicemail", caller=caller)
        return Part(self.title("voicemail"), notes, say)

    def closing(self) -> tuple[Part, ...]:
        """What is said last; nothing is promised."""
        if self.order.kind is ScriptKind.FOLLOW_UP:
            thanks = self.said("script-say_thanks_follow_up")
            return (self._still_needed(), Part(self.title("closing"), say=thanks))
        say = THANKS.get(self.order.form, "script-say_thanks_follow_up")
        return (Part(self.title("closing"), (self.own("script-never"),), self.said(say)),)

    def _still_needed(self) -> Part:
        boxes = tuple(Box(self.said(f"script-still_{answer}")) for answer in ("yes", "no"))
        notes = (self.own("script-still_needed_do"),)
        return Part(self.title("still_needed"), notes, self.said("script-say_still_needed"), boxes)
