"""Speaking and listening in a browser with a microphone: by keyboard, cut off, and refused."""

import pytest
from playwright.async_api import expect

from accessibility.prompt import Kind
from api.vocabulary import InboundKind
from bot.channel import Said, Shown
from tests.bot.channels.web.looking import focused_id, tab_to
from tests.bot.channels.web.speaking import WEBM, browser, is_told, records, runs
from tests.bot.channels.web.standin import NOON, question, shown
from tests.browser import axe

pytestmark = pytest.mark.full
__all__ = ["browser"]

REFUSED = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '%s'); }"
WITHOUT = "delete window.MediaRecorder; navigator.mediaDevices.getUserMedia = undefined"
INSECURE = "Object.defineProperty(window, 'isSecureContext', { value: false })"


def recordings(alone):
    """What was said aloud."""
    return [one for one in alone.received if one.kind is InboundKind.VOICE]


async def test_a_recording_is_made_heard_and_sent_by_keyboard_alone(stands, page):
    """Each state is said in words, the time is shown, and the focus is where one goes on."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    faults = await axe(page)
    await tab_to(page, "Record")
    await page.keyboard.press("Enter")
    await is_told(page, "Recording. Press stop when you are done.")
    assert await focused_id(page) == "record"
    await runs(page)
    faults += await axe(page)
    await page.keyboard.press("Enter")
    await is_told(page, "Listen to it, send it, or discard it.")
    assert await focused_id(page) == "hear-recorded"
    faults += await axe(page)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Pause")).to_be_focused()
    await expect(page.locator("#hear-recorded")).to_have_accessible_name("Listen")
    assert recordings(alone) == []
    await page.keyboard.press("Tab")
    assert await focused_id(page) == "send-recorded"
    await page.keyboard.press("Enter")
    await expect(page.locator("#open")).to_be_focused()
    await expect(page.locator("#record")).to_be_visible()
    [message] = recordings(alone)
    assert message.audio.startswith(WEBM)
    assert message.body["question"] == "7"
    assert faults + await axe(page) == []


async def test_what_is_discarded_is_gone_and_was_never_sent(stands, page):
    """And the next one can be begun at once, by the key that has the focus."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    await records(page)
    await page.get_by_role("button", name="Discard").click()
    await is_told(page, "It is discarded. Nothing was sent.")
    assert await focused_id(page) == "record"
    assert await page.locator("#recording").evaluate("one => one.files.length") == 0
    await records(page)
    assert recordings(alone) == []


async def test_the_longest_recording_ends_by_itself_and_is_kept(stands, page):
    """It is said before, and after; nothing is sent by itself."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    assert await page.locator("#voice").get_attribute("data-seconds") == "120"
    await page.evaluate("document.getElementById('voice').dataset.seconds = 11")
    await page.locator("#record").click()
    await is_told(page, "Ten seconds are left.")
    await is_told(page, "The time is over. Your recording is kept.")
    assert await focused_id(page) == "hear-recorded"
    assert recordings(alone) == []


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        (REFUSED % "NotAllowedError", "The microphone is not allowed here."),
        (REFUSED % "NotFoundError", "No microphone was found."),
        (WITHOUT, "This browser cannot record here."),
        (INSECURE, "This browser cannot record here."),
    ],
    ids=["refused", "none", "old", "insecure"],
)
async def test_without_a_microphone_a_sound_file_is_sent(stands, page, lacking, told):
    """It is said why in plain words, and the field for the file is there."""
    alone, url = stands
    await page.add_init_script(lacking)
    await page.goto(f"{url}/chat")
    if await page.locator("#record").is_visible():
        await page.locator("#record").click()
    await is_told(page, told)
    file = {"name": "note.ogg", "mimeType": "audio/ogg", "buffer": b"OggS" + bytes(50)}
    await page.get_by_label("Sound file").set_input_files(file)
    assert await axe(page) == []
    await page.get_by_role("button", name="Send the file").click()
    await expect(page.locator("#open")).to_be_focused()
    assert [len(one.audio) for one in recordings(alone)] == [54]


async def test_what_is_no_recording_is_told_at_its_field_and_typed_words_stay(stands, page):
    """The focus stays there; then the right file is chosen."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    await page.fill("#text", "my words")
    await page.locator("#upload summary").click()
    letter = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    await page.get_by_label("Sound file").set_input_files(letter)
    await page.get_by_role("button", name="Send the file").click()
    await expect(page.locator("#voice-trouble")).to_contain_text("This file is no sound.")
    assert await focused_id(page) == "send-recording"
    await expect(page.get_by_label("Sound file")).to_have_attribute("aria-invalid", "true")
    assert await axe(page) == []
    file = {"name": "note.ogg", "mimeType": "audio/ogg", "buffer": b"OggS" + bytes(50)}
    await page.get_by_label("Sound file").set_input_files(file)
    await page.get_by_role("button", name="Send the file").click()
    await expect(page.locator("#voice-trouble")).to_have_count(0)
    assert await page.input_value("#text") == "my words"
    assert len(recordings(alone)) == 1


async def test_without_network_a_recording_is_kept_and_sent_once(stands, browser):
    """It is said so; as soon as it can, by itself."""
    alone, url = stands
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{url}/chat")
    await records(page)
    await context.set_offline(True)
    await page.locator("#send-recorded").click()
    await is_told(page, "Not connected. Your recording is kept")
    await expect(page.locator("#lost")).to_contain_text("Not connected.")
    assert recordings(alone) == []
    await context.set_offline(False)
    await expect(page.locator("#record")).to_be_visible()
    assert len(recordings(alone)) == 1
    await context.close()


async def test_a_new_question_takes_no_recording_away(stands, page):
    """It belongs to the question under which it was begun, and that is told with it."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    await page.locator("#record").click()
    await runs(page)
    asked = question("Where are you?", (), Kind.TEXT)
    asked = type(asked)(asked.text, kind=Kind.TEXT, question_id="8", code=asked.code)
    said = Said("linli", asked.text, NOON.replace(hour=13), asked)
    alone.talk = Shown("en", (*alone.talk.said, said), asked, waiting=False)
    alone.channel._live.tell(alone.asked[-1])  # noqa: SLF001 - as sending does
    await expect(page.locator("#question")).to_contain_text("Where are you?")
    await page.locator("#record").click()
    await page.locator("#send-recorded").click()
    await expect(page.locator("#record")).to_be_visible()
    assert [one.body["question"] for one in recordings(alone)] == ["7"]


async def test_another_language_takes_no_recording_away(stands, page):
    """Every other word changes; then it is sent as it was."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    await records(page)
    alone.talk = shown("您好", asks=question("您安全吗？"), language="zh-Hans")
    await page.get_by_role("button", name="1 Yes").click()
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    await page.locator("#send-recorded").click()
    await expect(page.locator("#record")).to_be_visible()
    assert len(recordings(alone)) == 1


async def test_without_scripts_a_sound_file_is_sent(stands, new_page):
    """By a plain form, at the width of a telephone."""
    alone, url = stands
    page = await new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    await page.goto(f"{url}/chat")
    assert not await page.get_by_role("button", name="Record").is_visible()
    file = {"name": "note.ogg", "mimeType": "audio/ogg", "buffer": b"OggS" + bytes(50)}
    await page.get_by_label("Sound file").set_input_files(file)
    await page.get_by_role("button", name="Send the file").click()
    await page.wait_for_url("**/chat#open")
    assert [one.audio for one in recordings(alone)] == [b"OggS" + bytes(50)]
