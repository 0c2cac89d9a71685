"""What is known is filled in whole: the paper of a request, typed back in, is that request."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accessibility.script import as_page, as_plain
from accessibility.understand.answer_line import answer_line
from api.requests.schemas import NeedOut, RequestIn, RequestOut, RequestPrivate
from api.vocabulary import RequestStatus
from bot.dialogue.answer_line import check_digit
from bot.forms.request import as_request, canonical
from bot.script import known_of_request
from tests.bot.dialogue.on_paper import NUMBER, request_of, typed
from tests.bot.dialogue.person import Person, by_chance, walk
from tests.bot.script.composing import script_of
from tests.deployment import START
from tests.parts import EVERYTHING

RECEIPT = "48291573"
ASKED_ANEW = {NUMBER[name]: "1" for name in ("safe_now", "consent", "sure")}
SIGNS = "\"“”„‟＂〝〞〟'a1= ,「」"


def told(request: RequestIn) -> RequestPrivate:
    """A request as it is told to who may know."""
    shown = RequestOut(
        id="00000000-0000-7000-8000-000000000001",
        receipt=RECEIPT,
        status=RequestStatus.OPEN,
        urgency=request.urgency,
        needs=[NeedOut(leaf=leaf, status=RequestStatus.OPEN) for leaf in request.needs],
        accommodations=request.accommodations,
        area="",
        located=False,
        language=request.language,
        created_at=START,
        queued_at=START,
        wave=0,
        closed_at=None,
        closed_reason="",
    )
    kept = request.model_dump(include={"name", "their_name", "phone", "people", "for_whom"})
    asks = request.model_dump(include={"reach", "leave_message", "details"})
    return RequestPrivate(request=shown, place=request.place, remark="", reason="", **kept, **asks)


def known(request, **more):
    """What a script is told of it."""
    found = replace(known_of_request(told(request)), **more)
    return {name: getattr(found, name) for name in found.__slots__}


@pytest.mark.parametrize("seed", range(150 if EVERYTHING else 40))
def test_the_paper_of_a_request_typed_back_in_is_the_same_request(seed):
    """Only whether they are safe, whether they agree, and whether all is right is asked anew."""
    person = walk(Person("ask", (), places=()), by_chance(seed))
    (made,) = [act for act in person.acts if act.effect == "create_request"]
    asked = as_request(made.values["answers"], "en")
    nowhere = {"latitude": None, "longitude": None, "place_id": ""}
    place = {**asked["place"], "text": asked["place"]["text"] or "Lane 3", **nowhere}
    request = RequestIn.model_validate({**asked, "place": place})
    script = script_of("ask", **known(request))
    line = " ".join(before + after for before, after in script.line if after)
    anew = " ".join(f"{number}={said}" for number, said in ASKED_ANEW.items())
    whole = f"{line} {anew}"
    assert request_of(typed(f"{whole} c={check_digit(whole)}", known=())) == canonical(
        {**asked, "place": place}
    )


@given(words=some.text(SIGNS, min_size=1).filter(str.strip))
def test_words_on_the_line_of_a_script_are_read_as_they_were_said(words):
    """Whatever quotes are in them, straight or curly, and wherever."""
    script = script_of("ask", answers={"where": (words,)})
    line = " ".join(before + after for before, after in script.line)
    (pair,) = [one for one in answer_line(line).pairs if one.step == NUMBER["where"]]
    assert pair.said == words


def test_the_foot_says_whose_paper_it_is_who_called_and_until_when_it_is_filled_in():
    """On the page and as text; with a date, as paper is read on another day too."""
    known = {"receipt": RECEIPT, "caller": "Eva", "at": START}
    script = script_of("ask", "zh-Hans", "en", **known)
    for text in (as_plain(script), as_page(script)):
        foot = " ".join(text[-1300:].split())
        assert "R 4829 1573" in foot
        assert "Eva" in foot
        assert f"{START:%b} {START.day}, {START.year}" in foot


def test_the_foot_of_a_blank_script_is_there_to_be_written():
    """Receipt, caller, date and time."""
    foot = as_plain(script_of("ask", "en"))[-400:]
    assert [line.partition(":")[0] for line in foot.splitlines() if "____" in line][-4:] == [
        "Receipt number",
        "Caller",
        "Date",
        "Time",
    ]
    assert "Filled in until" not in foot
