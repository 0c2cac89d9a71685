"""Letter and key, such as B1, answer that offer; to everybody else they are only words."""

import pytest

from accessibility.prompt import Kind, Option, Prompt, ReadingKind
from api.vocabulary import InboundKind
from bot.by_letter import by_letter
from bot.service import Claimed

ID = "00000000-0000-7000-8000-00000000000{}"
MENU = Prompt("?", (Option("yes", "Yes", "1"),), kind=Kind.ONE)
OFFER = {
    "id": ID.format(0),
    "letter": "B",
    "leaves": ["meal"],
    "urgency": "today",
    "area": "",
    "accommodations": [],
    "people": "",
    "distance_m": None,
    "remote": False,
}


def wrote(text, *, volunteer=True, kind=InboundKind.TEXT, **offers):
    """Work in which somebody wrote this."""
    facts = {
        "language": "en",
        "consented": True,
        "name_known": True,
        "phone_known": True,
        "volunteer": volunteer,
        "silent_s": 0,
        "requests": [],
        "offers": [OFFER],
        "tasks": [],
        "call": None,
    }
    came = {
        "id": ID.format(1),
        "kind": kind,
        "body": {"text": text},
        "received_at": "2026-03-01T12:00:00Z",
        "call_id": None,
    }
    session = {
        "address_id": ID.format(2),
        "version": 1,
        "state": {},
        "asks": True,
        "asked_at": None,
    }
    return Claimed.model_validate(
        {
            "lease": "x",
            "channel": "terminal",
            "address_id": ID.format(2),
            "inbound": came,
            "opening": None,
            "session": session,
            "facts": facts | offers,
        }
    )


@pytest.mark.parametrize("prompt", [MENU, None, Prompt("?", kind=Kind.TIME)])
@pytest.mark.parametrize(
    ("text", "code"), [("B1", "accept"), ("b 2", "decline"), ("Ｂ３", "more"), ("B4", "not_now")]
)
def test_the_key_after_the_letter_is_the_offers_own(text, code, prompt):
    """Whatever is asked, and when nothing is."""
    reading = by_letter(wrote(text), prompt)
    assert (reading.kind, reading.text, reading.codes) == (ReadingKind.ASIDE, "offer", (code,))
    assert dict(reading.about)["offer_id"] == OFFER["id"]


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PLACE, Kind.PHONE])
def test_where_words_are_free_the_offer_is_asked_and_nothing_is_accepted(kind):
    """A door may be called B1: neither is a task taken nor a door kept by mistake."""
    reading = by_letter(wrote("B1"), Prompt("?", kind=kind))
    assert (reading.kind, reading.codes) == (ReadingKind.ASIDE, ())


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PLACE, Kind.PHONE])
@pytest.mark.parametrize("text", ["C1", "B7"])
def test_where_words_are_free_any_other_letter_and_number_is_words(kind, text):
    """Only an offer of this very letter can be meant, and only by an answer it has."""
    assert by_letter(wrote(text), Prompt("?", kind=kind)) is None


@pytest.mark.parametrize("text", ["C1", "B7"])
def test_at_a_menu_a_volunteer_hears_that_there_is_no_such_offer(text):
    """In words of its own, not as if they had said something unclear."""
    reading = by_letter(wrote(text), MENU)
    assert (reading.kind, reading.text) == (ReadingKind.NO_SUCH, text)


def test_what_ran_out_and_nobody_took_can_still_be_answered():
    """The letter that was told with it is good."""
    reading = by_letter(wrote("B1", offers=[], late=[OFFER]), MENU)
    assert reading.codes == ("accept",)


@pytest.mark.parametrize(
    "work",
    [
        wrote("B1", volunteer=False, offers=[]),
        wrote("1"),
        wrote("B1 please"),
        wrote("B1", kind=InboundKind.VOICE),
    ],
)
def test_anything_else_is_read_as_ever(work):
    """A resident's reply, a key, a sentence."""
    assert by_letter(work, MENU) is None
