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
    question_changed  none; what was written was meant for another question, nothing changed
    no_such        `said`: a letter and a number that answer no open offer of the person
    at_start       none; there is nothing before this question to go back to
    stopped        none; what was said is kept, any message goes on from here
    welcome_back   `read_back` (may be empty): what was answered before the silence
    danger_card    none; the emergency numbers, and that an alert was raised
    too_long       `most`: only so many characters were kept of what was written
    not_heard      none; a voice note was not heard well, it may be spoken again
    heard_wrong    none; what was read back is not what was said
    kept_for_later  none; what was written is asked about as soon as that may be asked
    understood_wrong  none; what was proposed is left out, and asked in the usual way
    note_too_long  `longest`: so many seconds of a voice note are listened to
    will_speak     none; what is written is said as well from now on
    will_write     none; nothing is said aloud any more
    will_slow      none; it is said slowly
    will_loud      none; it is said loudly
    usual_voice    none; it is said as fast and as loudly as usual
    no_voice       none; there is no voice for the language, so it is written
    only_written   none; nothing can be heard on this channel
    listen_here    none; on this page each message has a button to hear it
    line_*         `step`?, `said`?; why a typed answer line is refused, see below
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
    QUESTION_CHANGED = "question_changed"
    NO_SUCH = "no_such"
    AT_START = "at_start"
    STOPPED = "stopped"
    WELCOME_BACK = "welcome_back"
    DANGER_CARD = "danger_card"
    TOO_LONG = "too_long"
    NOT_HEARD = "not_heard"
    HEARD_WRONG = "heard_wrong"
    NOTE_TOO_LONG = "note_too_long"
    KEPT_FOR_LATER = "kept_for_later"
    KEPT_IF_NEW = "kept_if_new"
    UNDERSTOOD_WRONG = "understood_wrong"

    WILL_SPEAK = "will_speak"
    WILL_WRITE = "will_write"
    WILL_SLOW = "will_slow"
    WILL_LOUD = "will_loud"
    USUAL_VOICE = "usual_voice"
    NO_VOICE = "no_voice"
    ONLY_WRITTEN = "only_written"
    LISTEN_HERE = "listen_here"

    LINE_EMPTY = "line_empty"
    LINE_NO_PAIR = "line_no_pair"
    LINE_NO_QUOTE = "line_no_quote"
    LINE_TWICE = "line_twice"
    LINE_TOO_LONG = "line_too_long"
    LINE_NO_CHECK = "line_no_check"
    LINE_WRONG_CHECK = "line_wrong_check"
    LINE_OTHER_FORM = "line_other_form"
    LINE_OTHER_EDITION = "line_other_edition"
    LINE_NO_SUCH_STEP = "line_no_such_step"
    LINE_MISSING = "line_missing"
    LINE_NOT_ASKED = "line_not_asked"
    LINE_AFTER_END = "line_after_end"
    LINE_UNKNOWN_DIGITS = "line_unknown_digits"
    LINE_NOT_UNDERSTOOD = "line_not_understood"
    LINE_KEPT = "line_kept"


LINE = "line_"
"""How every statement about an answer line begins; the last of them says what can be done."""

SIMPLE = "simple"
"""Variant of a question's words after a misunderstanding: attribute `.simple`, optional."""

WHICH = "which"
"""Variant of a place question that offers places found: attribute `.which`, needed by every
place question; it may use `said`, the person's words. Key 6 there is `option-none_of_these`."""

CALL = "call"
"""Variant of a question's or an option's words as a person says them who reads them out from
paper: attribute `.call`, optional. Nobody who calls says that they are a computer program."""

CALL_HINT = "call_hint"
"""The hint as it is read out: attribute `.call_hint`, optional."""
