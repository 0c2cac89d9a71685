"""Scripts at the desk: blank ones for everybody, filled in only for who holds the call."""

import io

import openpyxl
import pytest

from api.vocabulary import Role
from bot.desk import scripts
from tests.bot.desk.office import PHONE
from tests.bot.desk.test_calls import call_id, takes_the_call

BLANK = "/desk/script?form=ask&language=zh-Hans&ours=en&kind=incoming&as="


@pytest.fixture
async def begun(office):
    """A resident who said what they need and where, and then pressed 0 to be phoned."""
    await office.in_the_middle("Bob", "1", "2", "2", "121 Elm Street")
    await office.give_phone("Bob")
    await office.say("Bob", "0")
    await office.say("Bob", "2")
    office.whole.bot.work()
    return office


async def test_anybody_at_the_desk_prints_a_blank_script_in_two_languages(office):
    """Of any form; the page is whole without scripts, and its style is our own."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    await eva.opens("/desk/scripts")
    text = await eva.presses("Open it as a page", form="ask", language="zh-Hans", ours="en")
    assert "您需要什么？" in text
    assert "What do you need?" in text
    assert 'href="/desk/static/script.css"' in eva.answer.text
    style = await eva.client.get("/desk/static/script.css")
    assert style.headers["content-type"].startswith("text/css")
    assert await eva.opens(f"{BLANK}text") == ""
    assert eva.answer.headers["content-type"].startswith("text/plain")
    await eva.opens(f"{BLANK}xlsform")
    assert eva.answer.content.startswith(b"PK")


async def test_anybody_at_the_desk_gets_the_form_for_odk_in_two_languages(office):
    """The same file as on the command line; it is never filled in."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    await eva.opens("/desk/scripts")
    await eva.presses("Get it for ODK or Kobo", form="ask", language="zh-Hans", ours="en")
    book = openpyxl.load_workbook(io.BytesIO(eva.answer.content))
    heads = [cell.value for cell in book["survey"][1]]
    assert heads[2:4] == ["label::中文 (zh)", "label::English (en)"]
    assert eva.answer.headers["content-disposition"] == 'attachment; filename="ask.xlsx"'


@pytest.mark.parametrize("asked", ["form=nothing", "form=ask&language=tlh", "form=ask&kind=x"])
async def test_a_script_that_does_not_exist_is_answered_kindly(office, asked):
    """As every page that is not there."""
    eva = await office.at_the_desk("Eva", Role.CALLER)
    assert "There is nothing here" in await eva.opens(f"/desk/script?language=en&{asked}")
    assert eva.answer.status_code == 404


async def test_nobody_prints_anything_without_signing_in(office):
    """Not even a blank script: it tells how this network talks."""
    for path in ("/desk/scripts", f"{BLANK}page", "/desk/day-sheet"):
        assert "You are not signed in" in await office.visitor().opens(path)


async def test_where_no_pdf_can_be_made_the_page_is_offered(office, monkeypatch):
    """The machine lacks it, not the caller."""

    def cannot(_script):
        raise scripts.NoPdf("no font")

    monkeypatch.setitem(scripts.GIVEN, "pdf", cannot)
    eva = await office.at_the_desk("Eva", Role.CALLER)
    assert "This machine cannot make a PDF" in await eva.opens(f"{BLANK}pdf")


async def test_the_script_of_a_held_call_is_filled_in_and_no_address_says_of_whom(begun):
    """Number, answers and where to begin; the audit keeps that the number was shown."""
    eva = await takes_the_call(begun)
    text = await eva.presses("Open it as a page")
    for known in (PHONE, "121 Elm Street", "Eva"):
        assert known in text
    assert "☑ 2 A cooked meal" in text
    assert "Begin at step 13" in text
    assert not [url for url in eva.been if "Elm" in url or PHONE[3:] in url]
    assert "reveal_number" in await begun.actions(await call_id(begun))
    assert eva.answer.headers["cache-control"] == "no-store"


async def test_a_coordinator_prints_the_script_of_a_request_with_all_that_was_answered(office):
    """It is in the audit that they read it; a caller without the call gets none."""
    await office.ask("Ann", "meal", "today", "no_stairs")
    [request] = await office.requests_of("Ann")
    boss = await office.at_the_desk("Ida")
    await boss.opens(f"/desk/requests/{request.id}")
    text = await boss.presses("Open it as a page")
    for known in ("☑ 2 A cooked meal", "☑ 2 Today", "cannot use stairs", "Begin at step 30."):
        assert known in text
    assert "reveal" in await office.actions(request.id)
    eva = await office.at_the_desk("Eva", Role.CALLER)
    proof = eva.page.forms[0].sends["proof"]
    refused = await eva.client.post(f"/desk/requests/{request.id}/script", data={"proof": proof})
    assert refused.status_code == 403


async def test_a_coordinator_prints_what_rests_in_the_middle_as_far_as_it_came(office):
    """Before anybody calls; the audit keeps that they read it."""
    await office.in_the_middle("Bob", "1", "2", "2", "121 Elm Street")
    boss = await office.at_the_desk("Ida")
    text = await boss.presses("Script, as far as it is answered")
    for known in ("121 Elm Street", "☑ 2 A cooked meal", "Begin at step 13."):
        assert known in text
    assert not [url for url in boss.been if "Elm" in url]


async def test_the_script_of_a_call_about_a_request_has_what_was_asked_for(office):
    """Nobody was able to help: who calls knows all that the resident answered."""
    await office.ask("Ann", "meal", "today", "no_stairs")
    await office.give_phone("Ann")
    office.whole.bot.work()
    eva = await takes_the_call(office)
    text = await eva.presses("Open it as a page")
    for known in ("☑ 2 A cooked meal", "☑ 2 Today", "Begin at step 30."):
        assert known in text


async def test_a_call_that_is_not_held_gives_no_script(begun):
    """Whoever sends the form all the same is shown the call as it is."""
    eva = await takes_the_call(begun)
    form = next(f for f in eva.page.forms if f.action.endswith("/script"))
    path = str(eva.answer.url.path)
    await eva.opens(path)
    await eva.presses("Give")
    sent = await eva.client.post(form.action, data={**form.sends, "as": "page"})
    assert PHONE not in sent.text
    assert "121 Elm Street" not in sent.text


async def test_the_day_sheet_shows_names_and_numbers_of_ones_own_calls_only(begun):
    """Masked until asked for; each of them is in the audit, and others see none."""
    eva = await takes_the_call(begun)
    before = await eva.opens("/desk/day-sheet")
    assert "they asked for a person" in before
    assert PHONE not in before
    assert PHONE in await eva.presses("Show names and numbers")
    assert (await begun.actions(await call_id(begun))).count("reveal_number") == 1
    tom = await begun.at_the_desk("Tom", Role.CALLER)
    others = await tom.opens("/desk/day-sheet")
    assert "they asked for a person" in others
    assert "Show names and numbers" not in others
    assert PHONE not in others
