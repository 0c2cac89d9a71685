"""What free words said becomes answers, exactly as if the buttons for it had been pressed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from accessibility.prompt import Located, Part
from api.vocabulary import Accommodation
from bot.dialogue.asking import settle
from bot.dialogue.choices import read_back
from bot.dialogue.condition import Answer, When, holds, leaves
from bot.dialogue.draft import Draft
from bot.dialogue.form import Form, Question
from bot.dialogue.parts import FOR_WHOM, PLACE, said_of


def takes_words(form: Form) -> bool:
    """Whether free words may answer questions of a form."""
    return any(question.part for question in form.questions)


def opens_words(draft: Draft) -> bool:
    """Whether something new is on offer, about which free words are asked."""
    asked = draft.frame.open
    questions = [draft.form.question(asked)] if asked else draft.form.questions
    outcomes = (one for question in questions for of in question.then.values() for one in of)
    return any(takes_words(draft.forms[one.opens]) for one in outcomes if one.opens)


def may_be_asked(draft: Draft) -> bool:
    """Whether nothing is to be answered first that free words cannot answer: consent, say."""
    names = [question.name for question in draft.form.questions]
    first = next((at for at, question in enumerate(draft.form.questions) if question.part), None)
    if first is None:
        return False
    due = draft.form.next(draft.frame.answers, draft.known)
    return due is None or names.index(due.name) >= first


def taken(draft: Draft, parts: Iterable[Part], place: Located | None) -> Draft:
    """The form on top with every answer that the parts give; nothing of it is asked meanwhile."""
    said = {part.name: part for part in parts}
    if _only_speaks(said, draft):
        del said[FOR_WHOM]
    returning, draft = draft.returning, replace(_begun(draft), returning=False)
    for question in draft.form.questions:
        part = said.get(question.part)
        answer = _answer(draft, question, part, place) if part else None
        if answer and holds(question.relevant, draft.frame.answers, draft.known):
            draft = _settled(draft, question, answer)
    return replace(draft, returning=returning)


def _only_speaks(said: Mapping[str, Part], draft: Draft) -> bool:
    """Whether somebody who asks for another one says "I need", and not whom it is for."""
    mine = FOR_WHOM in said and said[FOR_WHOM].codes == ("me",)
    return mine and len(said) > 1 and bool(draft.frame.answers.get(FOR_WHOM))


def _begun(draft: Draft) -> Draft:
    """What was read back is read back again when something changes."""
    put_aside = {q.name for q in draft.form.questions if q.confirms or q.changes}
    answers = {name: a for name, a in draft.frame.answers.items() if name not in put_aside}
    return draft.keep(answers=answers)


def _answer(draft: Draft, question: Question, part: Part, place: Located | None) -> Answer | None:
    """The answer to one question, if it is another than was given."""
    before = draft.frame.answers.get(question.name, ())
    if question.part == PLACE:
        return None if place is None or _is_same(before, place) else place
    chosen = draft.frame.chosen if draft.frame.open == question.name else ()
    given = () if isinstance(before, Located) else before
    answer = said_of(question, part, (*given, *chosen))
    return answer if answer and answer != before else None


def _is_same(before: Answer, place: Located) -> bool:
    return isinstance(before, Located) and before.place_id == place.place_id


def _settled(draft: Draft, question: Question, answer: Answer) -> Draft:
    """One answer taken; of what is said meanwhile only statements stay."""
    before = draft.turn.prompts
    after = settle(draft.open(question), answer)
    said = tuple(one for one in after.turn.prompts[len(before) :] if not one.question_id)
    return replace(after, turn=replace(after.turn, prompts=(*before, *said), lookups=()))


@dataclass(frozen=True, slots=True)
class News:
    """What would be answered that is not, and what otherwise; line by line, as it will be kept."""

    parts: tuple[Part, ...]
    fresh: list[dict[str, Any]]
    changed: list[dict[str, Any]]


def news(draft: Draft, parts: tuple[Part, ...], place: Located | None, called: str = "") -> News:
    """What parts say that the form on top does not know; a place by what it is called.

    What only leads to another answer is not told: of "health" and "medicine" the latter.
    """
    before, after = draft.frame.answers, taken(draft, parts, place)
    given = after.frame.answers
    asked = {q.name: q for q in draft.form.questions if q.part}
    other = {name for name in asked if given.get(name, ()) != before.get(name, ())}
    leads = {
        (one.question, code)
        for each in asked.values()
        for one in _after(each)
        for code in one.codes
    }
    named = {f"{draft.form.name}.{name}": name for name in other}
    lines = read_back(draft.form, after.frame, after.state.looked_up)
    mine = [
        _alone(one, named[one["question"]], leads) for one in lines if one["question"] in named
    ]
    told = [_worded(line, called) for line in mine if line["answer"]]
    said = {asked[name].part for name in other}
    return News(
        tuple(part for part in parts if part.name in said),
        [line for line in told if named[line["question"]] not in before],
        [line for line in told if named[line["question"]] in before],
    )


def _after(question: Question) -> Iterator[When]:
    """The answers after which a question comes."""
    return (leaf for leaf in leaves(question.relevant) if isinstance(leaf, When))


def _alone(line: dict[str, Any], name: str, leads: Collection[tuple[str, str]]) -> dict[str, Any]:
    """A line without the codes after which another question says more."""
    return line | {"answer": [code for code in line["answer"] if (name, code) not in leads]}


def _worded(line: dict[str, Any], called: str) -> dict[str, Any]:
    """A line of what is read back, with the name of the place that was found.

    What must be known of somebody is said so that it may be of them or of another one.
    """
    if set(line["answer"]) <= set(Accommodation):
        return line | {"kind": "accommodation"}
    place = called and line["question"].endswith(".where")
    return line | {"answer": [called], "labels": {called: called}} if place else line
