"""What the engine itself says around a question; the words of each are `say-<code>`."""

from __future__ import annotations

from enum import StrEnum


class Statement(StrEnum):
    """One code a statement, with the values its words may use.

    ============== ======================================================================
    chosen         `question` (its code), `options` (codes pressed so far, never none)
    unclear        `question`; the shell lists the valid answers after it
    unclear_again  `question`; the second time in a row, so in simpler words
    person_will_look  none; the third time in a row: a call is queued
    stale          none; a button of an earlier question was pressed, nothing changed
    no_such        `said`: a letter and a number that answer no open offer of the person
    at_start       none; there is nothing before this question to go back to
    stopped        none; what was said is kept, any message goes on from here
    welcome_back   `read_back` (may be empty): what was answered before the silence
    danger_card    none; the emergency numbers, and that an alert was raised
    too_long       `most`: only so many characters were kept of what was written
    ============== ======================================================================

    `options` and each line of `read_back` come with `labels`: words by code for what no
    catalogue holds (free text, a language's own name). The other codes are options of `question`.
    A line of `read_back` is `{question, answer: [codes or words], labels}`; a pin without words
    is the code `pin` (`option-pin`).
    """

    CHOSEN = "chosen"
    UNCLEAR = "unclear"
    UNCLEAR_AGAIN = "unclear_again"
    PERSON_WILL_LOOK = "person_will_look"
    STALE = "stale"
    NO_SUCH = "no_such"
    AT_START = "at_start"
    STOPPED = "stopped"
    WELCOME_BACK = "welcome_back"
    DANGER_CARD = "danger_card"
    TOO_LONG = "too_long"


SIMPLE = "simple"
"""Variant of a question's words after a misunderstanding: attribute `.simple`, optional."""

WHICH = "which"
"""Variant of a place question that offers places found: attribute `.which`, needed by every
place question; it may use `said`, the person's words. Key 6 there is `option-none_of_these`."""
