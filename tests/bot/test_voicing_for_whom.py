"""Who hears what is sent, how it sounds to them, and what of it may be kept."""

import pytest

from accessibility.profile import Face
from accessibility.voice.sound import LOUD_GAIN, SLOW_RATE, USUAL_RATE, Format
from api.vocabulary import Accommodation, CallBy, Channel
from bot.dialogue.statement import Statement
from bot.service import SpokenTo
from tests.bot.sending import Sending, ids, notice
from tests.bot.voice import words_of


@pytest.mark.parametrize(
    ("fields", "heard"),
    [
        ({"manner": SpokenTo(voice=True)}, True),
        ({"manner": SpokenTo(voice=False), "accommodations": [Accommodation.NO_TEXT]}, False),
        ({"manner": SpokenTo()}, False),
        ({"manner": SpokenTo(), "accommodations": [Accommodation.NO_TEXT]}, True),
        ({"manner": SpokenTo(), "ways": [CallBy.VOICE, CallBy.TEXT]}, True),
        ({"manner": SpokenTo(), "ways": [CallBy.TEXT, CallBy.VOICE]}, False),
        (
            {
                "manner": SpokenTo(),
                "ways": [CallBy.VOICE],
                "accommodations": [Accommodation.HARD_OF_HEARING],
            },
            False,
        ),
        (
            {
                "manner": SpokenTo(voice=True),
                "accommodations": [Accommodation.HARD_OF_HEARING],
            },
            True,
        ),
    ],
)
async def test_a_persons_own_word_counts_before_the_face_and_that_before_the_usual(
    tmp_path, fields, heard
):
    """Also where somebody who does not hear well asks to be spoken to."""
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED, **fields)])
    await sending.run()
    assert bool(sending.said) == heard
    assert sending.texts == [ids(1)]


async def test_slower_louder_and_more_time_are_heard(tmp_path):
    """Rate and gain are those of the voice; who needs more time hears longer silences."""
    usual = notice(0, "danger_card")
    slow = notice(
        1,
        "danger_card",
        manner=SpokenTo(voice=True, slower=True, louder=True),
        accommodations=[Accommodation.SLOW],
    )
    sending = Sending(tmp_path, [usual, slow])
    await sending.run()
    (first, plainly, _), (second, kindly, _) = sending.voice.asked
    assert (plainly.format, plainly.rate, plainly.gain) == (Format.WAV8K, USUAL_RATE, 0)
    assert (kindly.rate, kindly.gain) == (SLOW_RATE, LOUD_GAIN)
    assert words_of(first) == words_of(second)
    assert sum(x.pause for x in second) == Face(patience=2).patience * sum(x.pause for x in first)


async def test_the_practice_line_is_spoken_first(tmp_path):
    """Nobody takes practice for help, by ear either."""
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)])
    wording = sending.delivery.wording
    sending.delivery.wording = type(wording)(wording.zone, "en", wording.always, practice=True)
    await sending.run()
    speech, _, _ = sending.voice.asked[0]
    assert words_of(speech).startswith("PRACTICE. No real help comes from here.")


async def test_only_what_is_everybodys_may_be_kept(tmp_path):
    """A receipt is one person's; the emergency numbers are everybody's."""
    theirs = notice(1, "request_received").model_copy(
        update={"values": {"receipt": "48291573", "leaves": ["meal"]}}
    )
    sending = Sending(tmp_path, [notice(0, "danger_card"), theirs])
    await sending.run()
    assert [keep for _, _, keep in sending.voice.asked] == [True, False]


async def test_a_wire_without_voice_notes_gets_text(tmp_path):
    """However much somebody would like to hear it."""
    sending = Sending(tmp_path, [notice(0, Statement.STOPPED)])
    silent = type("Silent", (), {"name": Channel.TELEGRAM, "send": sending.wire.send})()
    sending.delivery.channels = sending.voicing.channels = {Channel.TELEGRAM: silent}
    await sending.run()
    assert sending.texts == [ids(1)]
    assert sending.voice.asked == []
