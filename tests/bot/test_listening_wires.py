"""Where the sound of a voice note comes from, and what is done when it does not come."""

from accessibility.listen.errors import NoEarsError
from api.vocabulary import Channel, InboundKind, SendFailure
from bot.channel import Inbound, SendError
from bot.service import MOST_BYTES
from tests.ears import ears_of, kept, played, speak, voice_note

A_PERSON = "I cannot understand this yet"


class Shelf:
    """A wire that keeps voice notes: what it gives for each, or why it does not."""

    def __init__(self, *gives):
        self.gives = list(gives)
        self.asked = []

    async def audio(self, file_id, most):
        """The next that it gives."""
        self.asked.append((file_id, most))
        comes = self.gives.pop(0)
        if isinstance(comes, Exception):
            raise comes
        return comes


AWAY = SendError(SendFailure.UNREACHABLE)


async def on_the_wire(world, name, *gives, size=9):
    """Somebody speaks on a wire that keeps the audio; what was asked of that wire."""
    shelf = Shelf(*gives)
    listening = world.whole.bot.conversation.answering.listening
    listening.wires = {Channel.TERMINAL: shelf}
    note = voice_note(world, name, "")
    media = {"file_id": "AwAC", "mime": "audio/ogg", "size": size}
    await world.wire(name).ports.receive(
        Inbound(note.message_id, note.address, InboundKind.VOICE, {"media": media})
    )
    await world.settle()
    return shelf.asked


async def test_a_wire_that_keeps_it_is_asked_for_it(world, ann):
    """And for no more than may be kept."""
    assert await on_the_wire(world, ann, b"food") == [("AwAC", MOST_BYTES)]
    world.expect(ann, "I heard: Food or water.")
    assert await kept(world) == []


async def test_what_a_person_must_hear_is_kept_from_then_on(world, ann):
    """A wire keeps it for its own time only."""
    ears_of(world).come_to = [NoEarsError("none")]
    await on_the_wire(world, ann, b"food")
    assert await played(world, "Eva", ann) == ["food"]


async def test_a_wire_that_is_away_is_asked_again(world, ann):
    """It mostly comes back."""
    assert len(await on_the_wire(world, ann, AWAY, AWAY, b"food")) == 3
    world.expect(ann, "I heard: Food or water.")


async def test_a_wire_that_does_not_give_it_leaves_it_to_a_person(world, ann):
    """They get in touch, though there is nothing to listen to."""
    await on_the_wire(world, ann, AWAY, AWAY, AWAY)
    world.expect(ann, A_PERSON)
    assert await played(world, "Eva", ann) == []


async def test_what_is_too_large_is_not_even_fetched(world, ann):
    """It is told with the limit, and a person gets in touch."""
    assert await on_the_wire(world, ann, size=MOST_BYTES + 1) == []
    world.expect(ann, "I can listen to 120 seconds at once.")


async def test_a_voice_note_without_any_sound_is_for_a_person(world, ann):
    """There is nothing to hear in it, and it may have meant something."""
    await speak(world, ann, "")
    world.expect(ann, A_PERSON)


async def test_without_listening_at_all_it_is_for_a_person(world, ann):
    """A program that was put together without it says so in the same words."""
    world.whole.bot.conversation.answering.listening = None
    note = voice_note(world, ann, "food")
    await world.wire(ann).ports.receive(note)
    await world.settle()
    world.expect(ann, A_PERSON)
