"""A submission becomes the answer line of the paper, and so the identical request: law 1."""

import json

import pytest

from accessibility.understand.answer_line import answer_line
from bot.dialogue.answer_line import check_digit
from bot.dialogue.xlsform import line_of, sent_in
from bot.forms import FORMS
from bot.forms.request import as_request, canonical
from tests.bot.dialogue.on_paper import NUMBER, request_of, typed
from tests.bot.dialogue.person import LOOKUPS, SETTLED, by_chance
from tests.bot.dialogue.xlsform.both import Both
from tests.parts import EVERYTHING

PATHS = 100 if EVERYTHING else 15


@pytest.mark.parametrize("seed", range(PATHS))
def test_a_submission_typed_in_as_a_line_is_the_identical_request(seed):
    """Byte for byte; only a pin stays behind, for which its words stand."""
    chance = by_chance(seed)
    known = [fact for fact in SETTLED if chance.random() < 0.5]
    both = Both("ask", known, {}, chance)
    _, sent = both.on_odk()
    typed_in = request_of(typed(line_of(FORMS["ask"], sent, LOOKUPS), known=known))
    told = both.person.acts[-1].values["answers"]
    words = {**told["where"], "latitude": None, "longitude": None}
    asked_for = canonical(as_request({**told, "where": words}, "en"))
    assert json.dumps(typed_in) == json.dumps(asked_for)


def test_where_a_person_was_asked_for_the_line_ends_with_zero():
    """Its check digit counts it; the coordinator sees how far it went."""
    sent = {"known": "language_known consented", "safe_now": "yes", "need": "person"}
    line = line_of(FORMS["ask"], sent, LOOKUPS)
    pairs = answer_line(line).pairs
    assert [(pair.step, pair.said) for pair in pairs] == [
        (NUMBER["safe_now"], "1"),
        (NUMBER["need"], "0"),
    ]
    assert answer_line(line).check == check_digit(line)
    turn = typed(line, known=("language_known", "consented"))
    assert turn.state.frames[-1].form == "person"


def test_words_of_several_lines_stay_in_one():
    """A line of answers is one line."""
    sent = {"known": "purpose_arrived", "arrived": "no", "remark": "no milk\n\nno bread"}
    assert '"no milk no bread"' in line_of(FORMS["follow_up"], sent, LOOKUPS)


def test_a_table_may_have_groups_and_a_column_for_each_choice():
    """Kobo writes a slash and ODK Central a hyphen; a field of its own goes before a choice."""
    row = {"need/person": "0", "person": "call_me", "read_back/sure": "yes", "need": "food"}
    assert sent_in(row)["person"] == "call_me"
    assert sent_in(row)["sure"] == "yes"
    assert sent_in({"read_back-sure": "yes", "door": None}) == {"sure": "yes", "door": ""}
