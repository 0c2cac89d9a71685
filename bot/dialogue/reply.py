"""A reading becomes the answer to the open question, or it is unclear and nothing changes."""

from __future__ import annotations

from accessibility.prompt import PAGE, Command, Kind, Located, Reading, ReadingKind
from api.vocabulary import CallReason, Effect
from bot.dialogue.asking import settle, show
from bot.dialogue.choices import PLACES, chosen_place, located, named_exactly, pinned
from bot.dialogue.condition import Answer
from bot.dialogue.draft import Draft
from bot.dialogue.form import Question
from bot.dialogue.statement import Statement

MISSES = 3
"""After so many misunderstandings in a row a person is asked to look."""

VALUES = {Kind.TIME: ReadingKind.TIME, Kind.PHONE: ReadingKind.PHONE}
"""What a question that takes a value accepts, besides its options."""


def reply(draft: Draft, reading: Reading) -> Draft:
    """Take a reading as the reply to the open question.

    Free words after a long silence are as likely a greeting: they get the question again.
    """
    question = draft.question
    if draft.returning and reading.kind is ReadingKind.TEXT:
        return show(draft)
    if reading.pressed and question.kind is Kind.MANY:
        return _toggle(draft, reading.codes)
    if reading.kind is ReadingKind.TEXT and question.kind in {Kind.TEXT, Kind.PLACE}:
        return _write(draft, reading.text.strip())
    answer = answer_of(draft, reading)
    return unclear(draft) if answer is None else settle(draft, answer)


def unclear(draft: Draft) -> Draft:
    """Ask again in simpler words; the third time in a row a person is asked to look as well."""
    misses = draft.frame.misses + 1
    if draft.returning:
        return show(draft)
    if misses == MISSES:
        told = draft.act(Effect.QUEUE_CALL, reason=CallReason.MISUNDERSTOOD)
        return show(told.say(Statement.PERSON_WILL_LOOK).keep(misses=0))
    first = misses == 1
    code = f"{draft.frame.form}.{draft.frame.open}"
    said = draft.say(Statement.UNCLEAR if first else Statement.UNCLEAR_AGAIN, question=code)
    return show(said.keep(misses=misses))


def answers(draft: Draft, reading: Reading) -> bool:
    """Whether the open question would take a reading for an answer."""
    if reading.kind is ReadingKind.TEXT:
        return draft.question.kind in {Kind.TEXT, Kind.PLACE} and bool(reading.text.strip())
    return answer_of(draft, reading) is not None


def answer_of(draft: Draft, reading: Reading) -> Answer | None:
    """The answer to the open question that a reading other than free words is, if it is one."""
    return _answer(draft, draft.question, reading)


def _answer(draft: Draft, question: Question, reading: Reading) -> Answer | None:
    match reading.kind:
        case ReadingKind.OPTION:
            return _options(draft, question, reading.codes)
        case ReadingKind.COMMAND if reading.command is Command.DONE:
            return _done(draft, question)
        case ReadingKind.PLACE if question.kind is Kind.PLACE:
            return pinned(reading.place, draft.frame.said) if reading.place else None
        case kind if kind is VALUES.get(question.kind):
            return (reading.text,) if reading.text else None
        case _:
            return None


def _options(draft: Draft, question: Question, codes: tuple[str, ...]) -> Answer | None:
    if not codes or not set(codes) <= set(listed(draft)):
        return None
    if question.kind is Kind.MANY:
        named = {*draft.frame.chosen, *codes}
        return tuple(code for code in listed(draft) if code in named)
    if len(set(codes)) > 1:
        return None
    return chosen_place(codes[0], draft.frame) if draft.frame.found else codes[:1]


def _done(draft: Draft, question: Question) -> Answer | None:
    if question.kind is Kind.MANY and draft.frame.chosen:
        return draft.frame.chosen
    return () if question.optional else None


def listed(draft: Draft) -> tuple[str, ...]:
    """Every code the open question may be answered with, in the order shown."""
    return tuple(option.code for page in draft.laid_out for option in page)


def _toggle(draft: Draft, codes: tuple[str, ...]) -> Draft:
    """Choose one more by its button, or take it back; key # ends the choice."""
    if len(codes) != 1 or codes[0] not in listed(draft):
        return unclear(draft)
    changed = {*draft.frame.chosen} ^ {codes[0]}
    chosen = tuple(code for code in listed(draft) if code in changed)
    return show(draft.keep(chosen=chosen, misses=0))


def _write(draft: Draft, words: str) -> Draft:
    """Take free words as far as they are kept; who wrote more is told so."""
    most = draft.question.max_length
    if not words:
        return unclear(draft)
    if len(words) > most:
        draft = draft.say(Statement.TOO_LONG, most=most)
    if draft.question.kind is Kind.PLACE:
        return _search(draft, words[:most])
    return settle(draft, (words[:most],))


def _search(draft: Draft, said: str) -> Draft:
    """Look a place up by a person's words; an unknown one is kept in those words.

    Who wrote just what one of those found is called is not asked which one they mean.
    """
    if PLACES not in draft.facts.lookups:
        return draft.look(PLACES, said)
    found = draft.facts.lookups[PLACES][:PAGE]
    if not found:
        return settle(draft, Located(said))
    if meant := named_exactly(said, found):
        return settle(draft, located(meant, said))
    return show(draft.open(draft.question).keep(said=said, found=found))
