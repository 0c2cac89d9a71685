"""kill -9 in the middle of listening: the voice note is taken up again, and answered once."""

import socket

import pytest

from accessibility.speech import spoken
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from locales import catalog
from tests.bot.channels.telegram.district import District
from tests.bot.channels.telegram.program import Program
from tests.weights import listening

pytestmark = [pytest.mark.full, pytest.mark.timeout(900)]

PATIENCE_S = 240.0


@pytest.fixture
def district(tmp_path, telegram, fault_proxy):
    """A district with ears, whose program is killed; here only its database is read."""
    telegram.patience_s = PATIENCE_S
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = str(held.getsockname()[1])
    given = {"port": port, "emergency_relay": "119", "listen_directory": str(listening())}
    return District(tmp_path, telegram, fault_proxy, **given)


@pytest.fixture
async def program(district, tmp_path):
    """Linli, started."""
    program = Program(district.whole.settings, tmp_path)
    await program.start()
    yield program
    await program.stop()


async def test_a_voice_note_survives_whoever_listened_to_it(
    district, program, new_person, fault_proxy
):
    """It was acknowledged before; the next program hears it as if it had just come."""
    mei = new_person("Mei")
    await mei.starts()
    await mei.reads()
    await mei.says("1")
    await mei.reads_until("Are you safe right now?")
    async with Speaker() as voice:
        note = await voice.say(spoken("Yes, I am safe", catalog("en")), Manner(Format.OGG))
    await mei.sends_voice(note)
    await fault_proxy.until(lambda: fault_proxy.count("getFile"), "that it is fetched")
    await program.kill()
    await program.start()
    await mei.reads_until("I heard: Yes, I am safe.")
    await program.stop()
    await district.whole.node.open()
    try:
        heard, answered = await district.heard()
    finally:
        await district.whole.node.close()
    assert heard == answered == district.telegram.update_count
