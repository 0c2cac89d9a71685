"""A voice note that only a person understands is heard at the desk, by who holds its call."""

import re

import pytest

from accessibility.voice.sound import Format
from api.vocabulary import InboundKind, Role
from bot.channel import Inbound
from tests.bot.channels.web.speaking import sound_of
from tests.bot.desk.holding import call_id, picks_up
from tests.browser import DESK, PHONE, in_nobodys_way, in_nobodys_way_either_way, serving

OGG = b"OggS\x00\xff quillfeather"
PLAYER = re.compile(r'<audio controls preload="none" src="([^"]+)"')


async def speaks(office, name="Bob", audio=OGG, number=1):
    """Somebody says something aloud that no program here understands."""
    media = {"file_id": "", "mime": "audio/ogg", "size": len(audio), "seconds": 83}
    body = {"media": media}
    ports = office.wire(name).ports
    await ports.receive(
        Inbound(f"voice{number}", office.address(name), InboundKind.VOICE, body, audio)
    )
    await office.settle()


@pytest.fixture
async def spoken(office):
    """A resident who spoke, and waits for a person."""
    await office.in_the_middle("Bob", "1")
    await office.give_phone("Bob")
    await speaks(office)
    office.whole.bot.work()
    return office


async def test_who_holds_the_call_hears_it_and_that_is_noted(spoken):
    """When it was sent and how long it lasts stand beside it; nothing is loaded before."""
    eva = await picks_up(spoken)
    assert "Voice messages" in eva.text
    assert "1:23" in eva.text
    [path] = PLAYER.findall(eva.answer.text)
    recording_id = path.rpartition("/")[2]
    assert "media-src 'self'" in eva.answer.headers["content-security-policy"]
    assert await spoken.actions(recording_id) == []
    answer = await eva.client.get(path)
    assert (answer.content, answer.headers["content-type"]) == (OGG, "audio/ogg")
    assert answer.headers["cache-control"] == "no-store"
    assert await spoken.actions(recording_id) == ["reveal"]


async def test_a_player_that_asks_for_a_piece_is_given_it(spoken):
    """Safari asks so."""
    eva = await picks_up(spoken)
    [path] = PLAYER.findall(eva.answer.text)
    answer = await eva.client.get(path, headers={"range": "bytes=0-3"})
    assert (answer.status_code, answer.content) == (206, b"OggS")


async def test_nobody_else_hears_it(spoken):
    """Not another caller, not who has not signed in, and not its holder once it is given back."""
    eva = await picks_up(spoken)
    [path] = PLAYER.findall(eva.answer.text)
    tom = await spoken.at_the_desk("Tom", Role.CALLER)
    await tom.opens(f"/desk/calls/{await call_id(spoken)}")
    assert PLAYER.findall(tom.answer.text) == []
    await eva.opens(f"/desk/calls/{await call_id(spoken)}")
    await eva.presses("Give this call back")
    for visitor in (tom, spoken.visitor(), eva):
        answer = await visitor.client.get(path)
        assert answer.status_code >= 400
        assert OGG not in answer.content


async def test_a_recording_of_another_call_is_not_there(spoken):
    """Nor one that is made up."""
    eva = await picks_up(spoken)
    [path] = PLAYER.findall(eva.answer.text)
    made_up = path[:-4] + "0000"
    assert (await eva.client.get(made_up)).status_code == 404


async def test_a_call_without_voice_notes_promises_none(voice):
    """And its page may play nothing."""
    eva = await picks_up(voice)
    assert "Voice messages" not in eva.text
    assert "media-src" not in eva.answer.headers["content-security-policy"]


@pytest.mark.full
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
async def test_it_is_heard_in_a_browser(office, new_page, scripts):
    """At the width of a desk and of a telephone; with scripts, nothing is in anybody's way."""
    await office.in_the_middle("Bob", "1")
    await office.give_phone("Bob")
    await speaks(office, audio=await sound_of("I need my medicine today.", Format.OGG))
    office.whole.bot.work()
    async with serving(office.whole.web) as url:
        page = await new_page(java_script_enabled=scripts, viewport=PHONE)
        await page.goto(url + await office.link("Eva Lind", Role.CALLER))
        await page.get_by_role("button", name="Sign in").click()
        await page.goto(f"{url}/desk/calls/{await call_id(office)}")
        await page.get_by_role("button", name="Take this call").click()
        sound = page.locator(".recordings audio")
        assert await sound.is_visible()
        if scripts:
            await in_nobodys_way(page, "desk-recordings-phone")
            await page.set_viewport_size(DESK)
            await in_nobodys_way_either_way(page, "desk-recordings")
            assert await sound.evaluate("one => one.play().then(() => one.duration)") > 1
