"""`linli script`: a file of every kind, blank or filled in, and plain words for what is wrong."""

import asyncio

import pytest

from accessibility.script import NoPdf, lacking
from api.audit import service as audit
from api.calls import service as calls
from api.calls.schemas import Filters
from api.operations.performing import OPERATOR
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import RequestIn
from api.vocabulary import damm
from bot.app import Whole
from bot.commands import script as command
from bot.settings import load
from tests.bot.test_settings import REAL
from tests.calling import PHONE
from tests.deployment import WIRES
from tests.parts import need
from tests.wires import Wire
from tests.world import World

CANARY = "Quillfeather"


@pytest.fixture
def receipt(deployed):
    """The receipt of a request by somebody with a name of their own."""

    async def once():
        wires = {name: Wire(name) for name in WIRES}
        whole = Whole(load(REAL, deployed.folder), wires)
        await whole.open()
        made = await whole.node.store.write(lambda conn: asked_for(conn, whole))
        await whole.close()
        return made

    return asyncio.run(once())


def asked_for(conn, whole):
    """Make a request straight in the store."""
    now = whole.clock()
    wanted = RequestIn.model_validate(
        {
            "needs": ["meal", "medicine"],
            "urgency": "today",
            "place": {"text": "12 Elm Road"},
            "accommodations": ["wheelchair"],
            "name": CANARY,
            "details": {"medicine_left": "none_left", "food_detail": "no nuts"},
        }
    )
    person = people.add_person(
        conn, language="en", name=CANARY, phone="", accommodations=["wheelchair"], now=now
    )
    made = requests.create(conn, wanted, resident_id=person, address_id=None, now=now)
    return made.receipt


@pytest.mark.parametrize(("format_", "begins"), [("html", "<!doctype html>"), ("text", "Asking")])
def test_a_blank_script_needs_no_server_and_no_settings(shell, format_, begins):
    """In the practice district it says so first."""
    words = ("--language", "zh-Hans", "--caller-language", "en", "--format", format_)
    assert shell.types("script", "ask", *words, "--output", "call") == 0
    text = (shell.folder / "call").read_text("utf-8").strip()
    assert "PRACTICE" in text
    assert begins in text
    assert "您需要什么？" in text
    assert "What do you need?" in text
    assert (shell.out, shell.err) == ("", "")


def test_an_xlsform_has_the_same_form_and_is_never_filled_in(shell):
    """It leaves this machine, so nobody is in it."""
    words = ("script", "ask", "--format", "xlsform", "--output", "call.xlsx")
    assert shell.types(*words) == 0
    assert (shell.folder / "call.xlsx").read_bytes().startswith(b"PK")
    assert shell.types(*words, "--request", "48291573") == 1
    assert "always blank" in shell.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("asc", "--output", "x"), "There is no form 'asc'. Choose from: ask"),
        (("ask", "--language", "tlh", "--output", "x"), "There are no words in 'tlh'"),
        (("ask", "--output", "nowhere/x"), "nowhere/x: No such file or directory."),
        (("ask", "--output", "x", "--request", "12345678"), "12345678 is no receipt"),
        (("ask", "--output", "x", "--request", "R 4829 1571"), "no request with the receipt"),
    ],
)
def test_what_is_wrong_is_said_with_what_there_is_instead(deployed, words, told):
    """One line each, and no file."""
    said = [word.replace("4829 1571", f"4829 157{damm('4829157')}") for word in words]
    assert deployed.types("script", *said) == 1
    assert told in deployed.err
    assert not (deployed.folder / "x").exists()


def test_without_what_a_pdf_needs_html_is_offered(shell, monkeypatch):
    """The exit status is another one than for a mistake."""

    def cannot(_script):
        raise NoPdf("No font on this machine has every letter of this script")

    monkeypatch.setitem(command.FORMATS, "pdf", cannot)
    assert shell.types("script", "ask", "--format", "pdf", "--output", "x.pdf") == 2
    assert "--format html" in shell.err


def test_with_a_receipt_what_is_known_is_filled_in_and_the_audit_keeps_it(deployed, receipt):
    """Boxes are ticked and words written; the caller begins where it is not known any more."""
    typed = f"R {receipt[:4]} {receipt[4:]}"
    words = ("--format", "text", "--request", typed, "--output", "call.txt")
    assert deployed.types("script", "ask", *words) == 0
    text = (deployed.folder / "call.txt").read_text("utf-8")
    for known in (CANARY, "12 Elm Road", "no nuts", typed, "[x] 1 None is left", "5=12"):
        assert known in text
    assert CANARY not in deployed.out + deployed.err
    assert asyncio.run(reveals(deployed)) == 1


async def reveals(deployed):
    """How often the audit says that a request was read."""
    whole = Whole(load(REAL, deployed.folder), {name: Wire(name) for name in WIRES})
    await whole.open()
    try:
        kept = await whole.node.store.read(
            lambda conn: audit.entries(conn, subject_id=None, before=None, limit=100)
        )
        return sum(one.action == "reveal" for one in kept)
    finally:
        await whole.close()


@pytest.fixture
def unfinished(deployed):
    """The address and the call of somebody who stopped in the middle and was put to a person."""

    async def once():
        world = World(load(REAL, deployed.folder))
        await world.whole.open()
        for words in ("hello", "1", "1", "1", "1", "2", "2", CANARY, "0", "write to me"):
            await world.say("Ann", words)
        await world.give_phone("Ann")
        (call,) = await world.read(
            lambda conn: calls.listed(conn, Filters(), OPERATOR, now=world.now).items
        )
        await world.whole.close()
        return call

    return asyncio.run(once())


WAYS = {"end": lambda one: one.address_id[-8:], "call": lambda one: one.id[-8:]}
PDF = pytest.param("pdf", marks=pytest.mark.full)
WAYS["page"] = lambda one: f"https://linli.example/desk/calls/{one.id}#question"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("format_", ["html", "text", PDF])
def test_an_unfinished_request_is_printed_as_far_as_it_came(deployed, unfinished, format_, way):
    """Named by what an operator has in hand; in the resident's language, to call them back."""
    if format_ == "pdf":
        need(
            "a PDF",
            "pip install 'linli[pdf]'; apt-get install libpango-1.0-0",
            found=not lacking(),
        )
    named = WAYS[way](unfinished)
    words = ("--format", format_, "--unfinished", named, "--output", "call")
    assert deployed.types("script", "ask", *words) == 0, deployed.err
    made = (deployed.folder / "call").read_bytes()
    if format_ == "pdf":
        assert made.startswith(b"%PDF")
        return
    text = made.decode()
    for known in ("We call them", CANARY, PHONE):
        assert known in text
    assert CANARY not in deployed.out + deployed.err
    assert asyncio.run(reveals(deployed)) == 1


@pytest.mark.parametrize("which", ["?", "", "0000", "f" * 36])
def test_what_unfinished_requests_there_are_is_told_without_a_name(deployed, unfinished, which):
    """Where each rests and since when: enough to choose by."""
    words = ("--unfinished", which or " ", "--output", "call")
    assert deployed.types("script", "ask", *words) == 1
    assert unfinished.address_id[-8:] in deployed.err
    assert "terminal, en, rests at ask.door" in deployed.err
    assert not {CANARY, PHONE} & set(deployed.err.split())
    assert asyncio.run(reveals(deployed)) == 0


def test_what_the_unfinished_ask_is_told_where_another_form_was_named(deployed, unfinished):
    """And an XLSForm is blank, whatever is asked for; one script has one source."""
    words = ("--unfinished", unfinished.id, "--output", "x")
    assert deployed.types("script", "follow_up", *words) == 1
    assert "in the middle of 'ask'" in deployed.err
    assert deployed.types("script", "ask", "--format", "xlsform", *words) == 1
    assert "leave out --unfinished" in deployed.err
    assert deployed.types("script", "ask", "--request", "48291573", *words) == 2
    assert not (deployed.folder / "x").exists()
