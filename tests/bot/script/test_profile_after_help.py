"""After the help came they are asked how to talk with them: in the chat, by a caller, on paper."""

from accessibility.prompt import Reading, ReadingKind
from accessibility.understand.answer_line import answer_line
from api.vocabulary import Effect
from bot.dialogue.answer_line import check_digit, edition
from bot.dialogue.filling import fill
from bot.dialogue.state import Facts
from bot.forms import FORMS
from bot.forms.effects import as_effect
from tests.bot.dialogue.on_paper import said
from tests.bot.dialogue.person import LOOKUPS, NOW, SETTLED, Person, opening, option
from tests.bot.script.composing import script_of

KNOWN = (*SETTLED, "profile_to_keep")
ANSWERS = {
    "keep": "yes",
    "first_way": "text",
    "next_way": "none",
    "helper": "yes",
    "helper_name": "Mei",
    "helper_may": "yes",
    "helper_phone": "+8613800138000",
    "sure": "yes",
}
WORDS = frozenset({"helper_name", "helper_phone"})


def asked_whether_it_came(known=KNOWN):
    """Somebody who is asked whether the help arrived, and agreed to more or not."""
    return Person("follow_up", known).say(opening("follow_up", purpose="arrived"))


def in_steps(pressed, answers=ANSWERS):
    """What is done when each question is answered: typed in a chat, or pressed on a page."""
    person = asked_whether_it_came().say(option("yes", pressed=pressed))
    for name, answer in answers.items():
        assert person.at == f"profile.{name}"
        typed = heard(answer, person.open, "en")
        person.say(typed if name in WORDS else option(answer, pressed=pressed))
    return profiles(person.acts)


def heard(words, asked, _language):
    """What is typed, read as the shell reads it: a number where one is asked for."""
    phone = asked is not None and asked.code == "profile.helper_phone"
    kind = ReadingKind.PHONE if phone else ReadingKind.TEXT
    return Reading(kind, text=words)


def on_paper(form, answers):
    """The line of a printed script with these boxes ticked, as its keys are printed there."""
    script = script_of(form, "zh-Hans", "en", "follow_up" if form == "follow_up" else "call_back")
    rows = {row.number: row for row in script.rows}
    pairs = [f"f={form}", f"v={edition(FORMS[form])}"]
    asked = [one for one in FORMS[form].questions if not one.changes]
    for number, question in enumerate(asked, 1):
        if question.name in answers:
            answer = answers[question.name]
            pairs.append(f"{number}={_printed(rows[number], question, answer)}")
    whole = " ".join(pairs)
    return f"{whole} c={check_digit(whole)}"


def _printed(row, question, answer):
    """The key beside the box of an answer, or its words in quotes."""
    if question.name in WORDS:
        return f'"{answer}"'
    return row.boxes[question.options.index(answer)].key


def fill_in(line, state):
    """The turn that a line makes for somebody of whom all this is known."""
    facts = Facts(NOW, "en", frozenset(KNOWN), root="follow_up", lookups=LOOKUPS)
    return fill(FORMS, state, answer_line(line), facts, heard)


def profiles(acts):
    """How to talk with them, as it is kept."""
    return [as_effect(act, "en") for act in acts if act.effect == Effect.SET_PROFILE]


def test_the_chat_the_page_and_the_paper_keep_the_same_profile():
    """Two papers: one asks whether it came, the one of the profile how to talk with them."""
    chat, page = in_steps(pressed=False), in_steps(pressed=True)
    came = fill_in(on_paper("follow_up", {"arrived": "yes"}), asked_whether_it_came().state)
    assert said(came)[-1][0] == "profile.keep"
    paper = profiles(fill_in(on_paper("profile", ANSWERS), came.state).effects)
    assert len(chat) == 1
    assert chat == page == paper


def test_who_does_not_want_it_kept_is_believed_in_each_of_them():
    """And is not asked again."""
    no = {"keep": "no"}
    came = fill_in(on_paper("follow_up", {"arrived": "yes"}), asked_whether_it_came().state)
    paper = profiles(fill_in(on_paper("profile", no), came.state).effects)
    assert in_steps(pressed=False, answers=no) == in_steps(pressed=True, answers=no) == paper
    assert len(paper) == 1


def test_who_still_lacks_help_or_has_nothing_to_keep_is_not_asked():
    """First what is missing."""
    assert asked_whether_it_came().say(option("partly")).at == "follow_up.remark"
    assert asked_whether_it_came(SETTLED).say(option("yes")).at == ""
