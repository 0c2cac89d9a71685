"""Steps of somebody who listens: the voice notes on their wire, as they sound."""

from __future__ import annotations

from tests.accessibility.voice.audio import heard
from tests.journeys.steps import step

LISTENED: dict[tuple[int, str], int] = {}
"""How many voice notes each person has heard, by world and name."""

SOUNDS = {
    "more slowly than before": lambda now, before: now.pace > 1.15 * before.pace,
    "louder than before": lambda now, before: now.loudness > 1.5 * before.loudness,
    "as usual again": lambda now, before: now.pace < before.pace / 1.15,
}


class Note:
    """A voice note as it sounds; `pace` is seconds for a character that is read beside it."""

    def __init__(self, outgoing):
        sound = heard(outgoing.audio)
        self.words = "\n".join(outgoing.lines)
        self.loudness = sound.loudness
        self.pace = sound.seconds / len(self.words)


def _notes(world, name):
    return world.wire(name).said[world.address(name)]


@step(r"(\w+) comes by telegram under another address")
async def _another_address(world, name):
    """Somebody else's telephone, as far as the wire knows."""
    world.address_of[name] = f"{world.address(name)} elsewhere"
    world.read_up_to[name] = 0
    LISTENED.pop((id(world), name), None)


@step(r"(\w+) hears: (.*)")
async def _hears(world, name, text):
    """The next voice note says this, among other things; earlier ones are passed."""
    notes, place = _notes(world, name), (id(world), name)
    for number in range(LISTENED.get(place, 0), len(notes)):
        if text in "\n".join(notes[number].lines):
            assert heard(notes[number].audio).seconds > 1
            LISTENED[place] = number + 1
            return
    raise AssertionError(f"{name} heard no such voice note; {len(notes)} in all")


@step(r"(\w+) hears it (more slowly than before|louder than before|as usual again)")
async def _hears_how(world, name, how):
    before, now = (Note(one) for one in _notes(world, name)[-2:])
    assert SOUNDS[how](now, before), (vars(before), vars(now))


@step(r"(\w+) hears nothing more")
async def _hears_no_more(world, name):
    """Nothing was said aloud since; what was written stays to be read."""
    assert len(_notes(world, name)) == LISTENED.get((id(world), name), 0)
