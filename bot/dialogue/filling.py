"""A paper typed in: the pairs of an answer line go through the engine, one reading after another.

All of a line is taken, or nothing of it; what is refused is refused by the number of its step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from accessibility.prompt import Command, Kind, Reading, ReadingKind
from accessibility.understand.answer_line import NOT_ANSWERED, AnswerLine, Pair
from api.vocabulary import damm
from bot.dialogue.answer_line import USUAL, edition
from bot.dialogue.choices import NONE_OF_THESE, needs_lookup
from bot.dialogue.commands import BESIDE
from bot.dialogue.danger import on_paper
from bot.dialogue.engine import advance, prompt_of
from bot.dialogue.form import Form, Forms, Question
from bot.dialogue.outline import lay_out
from bot.dialogue.paper import Paper, faults_of, is_dash, wants_person
from bot.dialogue.record import fit
from bot.dialogue.refusal import MOST, Refused
from bot.dialogue.state import Asked, Facts, Frame, Lookup, State, Turn
from bot.dialogue.statement import LINE, Statement

Read = Callable[[str, Asked | None, str], Reading]
"""How words are read at a question, if at one, in a language; the shell has the words for it."""

AGAIN = Reading(ReadingKind.COMMAND, command=Command.AGAIN)
DONE = Reading(ReadingKind.COMMAND, command=Command.DONE)
WANTS_PERSON = Reading(ReadingKind.COMMAND, command=Command.PERSON)
NONE_FOUND = Reading(ReadingKind.OPTION, codes=(NONE_OF_THESE,))


def fill(forms: Forms, state: State, line: AnswerLine, facts: Facts, read: Read) -> Turn:
    """The turn that a whole line makes; or one that changes nothing and says what is wrong.

    What was answered before stays, unless the line answers its step again. Danger is heard in
    any line. A turn with `lookups` is to be made again with them, as with `advance`.
    """
    begun = fit(forms, state)
    heard = [read(said, None, facts.language) for said in _words_of(line)]
    made = _made(forms, begun, line, facts, read)
    if isinstance(made, Turn):
        return on_paper(made, heard) if not made.lookups else replace(made, state=state)
    told = tuple(one.asked() for one in made[:MOST])
    refusal = Turn(state, prompts=(*told, Asked(Statement.LINE_KEPT)))
    return on_paper(refusal, heard)


def _words_of(line: AnswerLine) -> tuple[str, ...]:
    return (*(p.said for p in line.pairs if p.quoted), *(f.said for f in line.faults))


def _made(
    forms: Forms, state: State, line: AnswerLine, facts: Facts, read: Read
) -> Turn | tuple[Refused, ...]:
    refused = _misread(line) or _misfit(forms, state, line, facts)
    if refused:
        return refused
    form = forms[line.form or USUAL]
    if lacking := _lacking(form, line, facts):
        return Turn(state, lookups=lacking)
    paper = Paper.of(form, line, _frame(state, form, facts) or Frame(form.name), facts)
    return faults_of(paper) or _Typist(forms, paper, read).type_in(state)


def _misread(line: AnswerLine) -> tuple[Refused, ...]:
    """What is wrong with the line as a text; then, whether its check digit fits."""
    found = tuple(Refused(Statement(LINE + f.fault), f.step, f.said) for f in line.faults)
    if found or line.check == NOT_ANSWERED:
        return found
    if not line.check:
        return (Refused(Statement.LINE_NO_CHECK),)
    fits = line.check == str(damm(line.digits))
    return () if fits else (Refused(Statement.LINE_WRONG_CHECK),)


def _misfit(forms: Forms, state: State, line: AnswerLine, facts: Facts) -> tuple[Refused, ...]:
    """Whether the paper is of a form that is asked now, and of this edition."""
    name = line.form or USUAL
    if name not in forms or _frame(state, forms[name], facts) is None:
        return (Refused(Statement.LINE_OTHER_FORM, said=name),)
    if line.edition and line.edition != edition(forms[name]):
        return (Refused(Statement.LINE_OTHER_EDITION, said=line.edition),)
    return ()


def _frame(state: State, form: Form, facts: Facts) -> Frame | None:
    """The form as its conversation left it, or as it begins; None where it is not asked."""
    under_way = [frame for frame in state.frames if frame.form == form.name]
    if under_way:
        return under_way[-1]
    if facts.root == form.name:
        return Frame(form.name, about=facts.root_about)
    return Frame(form.name) if form.name == USUAL else None


def _lacking(form: Form, line: AnswerLine, facts: Facts) -> tuple[Lookup, ...]:
    """What must be looked up to know which options the numbers of the line mean."""
    typed = {pair.step for pair in line.pairs}
    names = {
        step.question.options_from
        for step in lay_out(form)
        if step.number in typed and needs_lookup(step.question)
    }
    return tuple(Lookup(name, "") for name in sorted(names - facts.lookups.keys()))


@dataclass(frozen=True, slots=True)
class _Typist:
    """Types a paper that has no faults into the engine."""

    forms: Forms
    paper: Paper
    read: Read

    def type_in(self, state: State) -> Turn | tuple[Refused, ...]:
        """Every answer at its question, as far as the paper goes."""
        others = tuple(
            frame
            for frame in state.frames
            if frame.form not in BESIDE and frame is not self.paper.before
        )
        open_now = replace(state, frames=(*others, self.paper.frame), stopped=False)
        turn = self._go(Turn(open_now), AGAIN)
        for step in lay_out(self.paper.form):
            pair = self.paper.pairs.get(step.number)
            if turn.lookups:
                break
            if pair is None or not self._is_open(turn, step.question):
                continue
            typed = self._typed(turn, step.question, pair)
            if typed is None:
                return turn
            turn = typed
            if self._is_open(turn, step.question) and not turn.lookups:
                return (Refused(Statement.LINE_NOT_UNDERSTOOD, step.number, pair.said),)
        return turn

    def _is_open(self, turn: Turn, question: Question) -> bool:
        top = turn.state.frames[-1:]
        return bool(top) and (top[0].form, top[0].open) == (self.paper.form.name, question.name)

    def _typed(self, turn: Turn, question: Question, pair: Pair) -> Turn | None:
        """The turn with one answer more; None where the paper leaves the question open."""
        if is_dash(pair) and not question.optional:
            return None
        for reading in self._readings(turn, question, pair):
            turn = self._go(turn, reading)
        top = turn.state.frames[-1:]
        return self._go(turn, NONE_FOUND) if top and top[0].found else turn

    def _readings(self, turn: Turn, question: Question, pair: Pair) -> Iterator[Reading]:
        """What the answer means, as if it were given on any other face."""
        codes = self.paper.codes(question, pair)
        if is_dash(pair):
            yield DONE
        elif wants_person(pair):
            yield WANTS_PERSON
        elif codes and not pair.quoted:
            yield Reading(ReadingKind.OPTION, codes=codes)
        else:
            yield from self._words(turn, question, pair.said)

    def _words(self, turn: Turn, question: Question, said: str) -> Iterator[Reading]:
        """Words are words on paper, even those that would be a command.

        What they say of danger is heard in the line as a whole.
        """
        asked = prompt_of(self.forms, turn.state, self.paper.facts)
        reading = self.read(said, asked, self._language(turn)) if asked else AGAIN
        free = question.kind in {Kind.TEXT, Kind.PLACE}
        skips = reading == DONE and question.optional
        if free and not skips and reading.kind is not ReadingKind.UNCLEAR:
            yield Reading(ReadingKind.TEXT, text=reading.text or said.strip())
        elif reading.kind is not ReadingKind.DANGER:
            yield replace(reading, alarm="")

    def _language(self, turn: Turn) -> str:
        """The language of the paper: what it says itself, else what is known."""
        said = turn.state.frames[-1].answers.get("language", ())
        return said[0] if isinstance(said, tuple) and said else self.paper.facts.language

    def _go(self, turn: Turn, reading: Reading) -> Turn:
        """One reading more; of what was asked meanwhile only statements are still said."""
        if turn.lookups:
            return turn
        said = tuple(asked for asked in turn.prompts if not asked.question_id)
        then = advance(self.forms, turn.state, reading, self.paper.facts)
        return replace(
            then, prompts=(*said, *then.prompts), effects=(*turn.effects, *then.effects)
        )
