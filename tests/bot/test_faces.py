"""What is sent has the face that suits its reader, by what they told us of themselves."""

from accessibility.profile import Face, Medium, Person
from api.people import service as people
from api.vocabulary import Accommodation
from tests.bot.telling import number


async def told(world, *needs):
    """Ann has begun, and told us this of herself."""
    await world.say("Ann", "hello")
    person_id = await world.person_id("Ann")
    await world.write(lambda conn: people.set_accommodations(conn, person_id, needs))


async def test_who_cannot_read_is_first_told_of_the_way_to_a_person(world):
    """Whatever is asked, and a statement asks nothing."""
    await told(world, Accommodation.NO_TEXT)
    await world.say("Ann", "1")
    assert world.heard("Ann")[-1].startswith("Press 0: a person calls you.\nThis is Linli")
    await number(world, "Ann", 1)
    await world.settle()
    assert "Press 0" not in world.heard("Ann")[-1]


async def test_who_needs_easy_words_is_asked_in_the_simplest_at_once(world):
    """And not only after a misunderstanding."""
    await told(world, Accommodation.EASY_READ)
    await world.say("Ann", "1")
    assert world.heard("Ann")[-1].startswith("Are you safe? Press 1 for safe.")


async def test_who_needs_more_time_is_told_one_thing_in_a_message(world):
    """What is said before a question is a message of its own."""
    await told(world, Accommodation.SLOW)
    await world.say("Ann", "1")
    before = len(world.heard("Ann"))
    await world.say("Ann", "mumble mumble")
    said, asked = world.heard("Ann")[before:]
    assert said == "Sorry, I did not understand."
    assert asked.startswith("Are you safe?")


async def test_a_wire_is_given_the_face_of_its_reader(world):
    """So that one that speaks knows who is to hear before they read."""
    await told(world, Accommodation.NO_TEXT)
    await number(world, "Ann", 1)
    await world.settle()
    sent = world.wire("Ann").sent[world.address("Ann")][-1]
    assert sent.face == Face(first=Medium.VOICE, person=Person.CALLS)
