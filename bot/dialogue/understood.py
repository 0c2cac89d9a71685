"""What free words say is proposed at once and counts once it is confirmed, and not before.

The form `understood` stands on the question that was open, as `heard` does. "Yes" answers all that
was proposed as if its buttons had been pressed; "no" asks once what is wrong, and the rest counts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from accessibility.prompt import Kind, Located, Part, Reading, ReadingKind
from api.vocabulary import Effect
from bot.dialogue.asking import go_on, settle, show
from bot.dialogue.choices import PLACES, PROPOSED, located, named_exactly
from bot.dialogue.commands import CHOOSE_LANGUAGE, UNDERSTOOD, beside
from bot.dialogue.draft import Draft, base36
from bot.dialogue.heard import not_heard
from bot.dialogue.parts import LANGUAGE, NEEDS, PLACE, joined, parts_in, parts_out
from bot.dialogue.reply import answer_of, reply, unclear
from bot.dialogue.state import Frame
from bot.dialogue.statement import Statement
from bot.dialogue.taking import News, may_be_asked, news, opens_words, taken, takes_words

YES, NO, ALL = "yes", "no", "all"

LANGUAGES = "languages"
"""The lookup of what may be gone on in."""


def propose(draft: Draft, reading: Reading) -> Draft:
    """Take free words that answer nothing: what they say is proposed; without news, unclear."""
    language = next((one.codes[0] for one in reading.parts if one.name == LANGUAGE), "")
    if language and LANGUAGES not in draft.facts.lookups:
        return draft.look(LANGUAGES)
    if language and any(one.code == language for one in draft.facts.lookups[LANGUAGES]):
        return beside(_kept(draft, reading.parts), CHOOSE_LANGUAGE)
    kept = _kept(draft, reading.parts)
    if words := _unknown_place(kept):
        return draft.look(PLACES, words)
    if kept.frame.later == draft.frame.later or (may_be_asked(kept) and not _news(kept).parts):
        return show(not_heard(draft, reading)) if reading.heard else unclear(draft)
    return show(_told(kept.become(unheard=0)))


def first_said(draft: Draft, reading: Reading) -> Draft:
    """Keep what somebody says whom nothing was asked; the question comes as it would have."""
    kept = _kept(draft, reading.parts)
    return _told(kept) if kept.frame.later else draft


def offer(draft: Draft) -> Draft:
    """Ask about what free words said before, in place of the question, once it may be asked."""
    if not draft.state.frames or not draft.frame.later or not draft.frame.open:
        return draft
    if draft.turn.lookups or draft.state.stopped or not may_be_asked(draft):
        return draft
    if words := _unknown_place(draft):
        return draft.look(PLACES, words)
    found, place = _news(draft), _place(draft)[0]
    draft = draft.keep(later=())
    if not found.parts:
        return draft
    about = {
        PROPOSED: [part.name for part in found.parts],
        "parts": parts_out(found.parts),
        "read_back": found.fresh,
        "changes": found.changed,
        "place": [place.text, place.latitude, place.longitude, place.place_id] if place else [],
    }
    draft = _count(draft, hits=[part for part in found.parts if not part.seen])
    return go_on(_unput(draft).push(Frame(UNDERSTOOD, about=about)))


def reply_to_it(draft: Draft, reading: Reading) -> Draft:
    """One tap confirms; "no" asks what is wrong, unless only one thing was proposed."""
    if reading.kind is ReadingKind.PROPOSAL:
        return _said_otherwise(draft, reading)
    if reading.pressed and draft.question.kind is Kind.MANY:
        return reply(draft, reading)
    answer = answer_of(draft, reading)
    if answer is None or isinstance(answer, Located):
        return unclear(draft)
    names = [part.name for part in parts_in(draft.frame.about.get("parts"))]
    if answer == (NO,) and len(names) != 1:
        return settle(draft, answer)
    wrong = () if answer == (YES,) else names if {NO, ALL} & {*answer} else answer
    return _confirmed(draft, frozenset(wrong))


def _confirmed(draft: Draft, wrong: Collection[str]) -> Draft:
    """Answer what is right; what is wrong is left to the questions it belongs to."""
    parts, place = parts_in(draft.frame.about.get("parts")), _kept_place(draft.frame)
    right = [part for part in parts if part.name not in wrong]
    draft = draft.pop().become(unheard=0)
    if not draft.state.frames:
        return draft
    mistaken = [part for part in parts if part.name in wrong]
    draft = _count(draft, confirmed=right, corrected=mistaken)
    if wrong:
        draft = draft.say(Statement.UNDERSTOOD_WRONG)
    return go_on(taken(draft, right, place)) if right else show(draft)


def _said_otherwise(draft: Draft, reading: Reading) -> Draft:
    """What is said of the proposal itself changes it, and it is proposed again."""
    old = parts_in(draft.frame.about.get("parts"))
    new = joined(old, reading.parts)
    if new == old or len(draft.state.frames) == 1:
        return show(not_heard(draft, reading)) if reading.heard else unclear(draft)
    said, known = {part.name: part for part in new}, {rule for part in old for rule in part.why}
    more = [replace(one, why=tuple(r for r in one.why if r not in known)) for one in new]
    gone = [one for one in old if not {*one.codes} <= {*said[one.name].codes}]
    draft = _count(draft.pop().become(unheard=0), hits=more, corrected=gone)
    return show(draft.keep(later=tuple(replace(one, seen=True) for one in new)))


def _kept(draft: Draft, parts: Sequence[Part]) -> Draft:
    """The form on top with these parts to ask about, if free words may answer any of it.

    Needs are kept, too, where something new may be asked for instead.
    """
    needs = any(one.name == NEEDS for one in parts)
    if not takes_words(draft.form) and not (needs and opens_words(draft)):
        return draft
    return draft.keep(later=joined(draft.frame.later, parts))


def _news(draft: Draft) -> News:
    """What is to be asked about."""
    return news(draft, draft.frame.later, *_place(draft))


def _told(draft: Draft) -> Draft:
    """Say that it is asked about later; not before somebody has chosen the language of it.

    Or if it is something new: who has asked before may only ask how that stands.
    """
    if may_be_asked(draft) or not draft.facts.language:
        return draft
    later = takes_words(draft.form)
    return draft.say(Statement.KEPT_FOR_LATER if later else Statement.KEPT_IF_NEW)


def _unput(draft: Draft) -> Draft:
    """The turn without the open question, which is put when the one on top of it is answered."""
    asked = base36(draft.frame.asked)
    said = tuple(one for one in draft.turn.prompts if one.question_id != asked)
    return replace(draft, turn=replace(draft.turn, prompts=said))


def _words_of_place(draft: Draft) -> str:
    return next((part.codes[0] for part in draft.frame.later if part.name == PLACE), "")


def _unknown_place(draft: Draft) -> str:
    """The words of a place that is to be looked up before it can be asked about."""
    known = PLACES in draft.facts.lookups or not may_be_asked(draft)
    return "" if known else _words_of_place(draft)


def _place(draft: Draft) -> tuple[Located | None, str]:
    """The one place that words mean, and what it is called; none where it could be another."""
    words = _words_of_place(draft)
    found = draft.facts.lookups.get(PLACES, ()) if words else ()
    meant = found[0] if len(found) == 1 else named_exactly(words, found)
    return (located(meant, words), meant.label) if meant else (None, "")


def _kept_place(frame: Frame) -> Located | None:
    kept = frame.about.get("place")
    return Located(*kept) if isinstance(kept, list) and kept else None


def _count(draft: Draft, **rules: Collection[Part]) -> Draft:
    """Count which rules found what was proposed, and what came of it: no word, and nobody."""
    named = {name: [rule for part in parts for rule in part.why] for name, parts in rules.items()}
    told = {name: list(dict.fromkeys(listed)) for name, listed in named.items() if listed}
    return draft.act(Effect.COUNT_RULES, **told) if told else draft
