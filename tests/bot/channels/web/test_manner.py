"""The choice to be spoken to, on the page without scripts: made, changed, and taken back."""

import re
from dataclasses import replace

import pytest

from accessibility.voice.sound import Format, Manner
from tests.bot.channels.web.standin import question, shown

OPEN = '<details class="listen" open>'


async def test_one_press_asks_to_be_spoken_to_and_one_takes_it_back(mei):
    """Each message could be heard before; now the newest have their players open."""
    await mei.presses("English")
    assert OPEN not in mei.screen.html
    await mei.presses("Speak to me", form="manner")
    assert "Here you can listen to each message." in mei.screen.text
    assert mei.screen.html.count(OPEN) >= 1
    assert "autoplay" not in mei.screen.html
    await mei.presses("Write to me", form="manner")
    assert OPEN not in mei.screen.html
    assert "Are you safe right now?" in mei.screen.part("question")


async def test_a_word_does_the_same(mei):
    """Typed, or said."""
    await mei.presses("English")
    await mei.says("speak to me")
    assert OPEN in mei.screen.html
    await mei.says("write to me")
    assert OPEN not in mei.screen.html


async def test_it_is_heard_slowly_by_who_asks_for_that(mei):
    """Longer than before; the usual voice is one press away."""
    await mei.presses("English")
    sizes = []
    for press in ("Speak to me", "Speak slowly", "Usual voice"):
        await mei.presses(press, form="manner")
        path = re.findall(r'src="(/chat/aloud/[^"]+)"', mei.screen.html)[1]
        sizes.append(len((await mei.reads(path)).content))
    assert sizes[1] > 1.1 * sizes[0]
    assert sizes[2] < sizes[1]


@pytest.mark.parametrize(
    ("manner", "offered"),
    [
        (Manner(Format.MP3), ["Speak slowly", "Speak loudly", "Write to me"]),
        (Manner(Format.MP3).slower(), ["Speak loudly", "Usual voice", "Write to me"]),
        (Manner(Format.MP3).louder(), ["Speak slowly", "Usual voice", "Write to me"]),
        (Manner(Format.MP3).slower().louder(), ["Usual voice", "Write to me"]),
    ],
)
async def test_only_what_would_change_something_is_offered(alone, visitor, manner, offered):
    """No button that does nothing."""
    alone.talk = replace(shown(asks=question()), voice=True, manner=manner)
    await visitor.opens()
    form = visitor.screen.form("manner")
    assert [one.label for one in form.fields if one.name == "key"] == offered
