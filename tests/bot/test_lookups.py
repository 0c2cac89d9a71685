"""What the shell fetches for a question, and what becomes of somebody when it cannot."""

from contextlib import suppress
from datetime import timedelta

import pytest

import locales
from accessibility.prompt import Option
from api.places import service as places
from bot.dialogue.choices import ANSWERED, LOOKUPS, PLACES, PROPOSED
from bot.dialogue.state import Lookup
from bot.lookups import Lookups
from bot.service import Problem, Unreachable
from tests.api.places.conftest import gazetteer
from tests.bot.line import broken_line
from tests.bot.work import ID, REQUEST, leased

SEARCH = "/v1/places/search"
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def district(world):
    """A world with a gazetteer, and Ann who is asked where help is needed."""
    await world.write(lambda conn: places.replace(conn, gazetteer(), now=world.now))
    for said in ("hello", "1", "1", "1", "1", "1", "#", "2"):
        await world.say("Ann", said)
    assert world.open_prompt("Ann").code == "ask.where"
    return world


def lookups(world, *languages):
    """The world's own, with some languages offered."""
    own = world.whole.bot
    return Lookups(own.service, own.delivery.wording, lambda: world.now, languages)


async def found(world, name, query="", facts=None, languages=()):
    """The options of a lookup."""
    return await lookups(world, *languages)(Lookup(name, query), leased(facts=facts))


async def until(world, seen):
    """Time passes, and whatever fails, until something is so."""
    for _ in range(12):
        with suppress(Problem, Unreachable):
            await world.settle()
        if await seen():
            return
        world.now += MINUTE
    raise AssertionError("it never came")


async def test_languages_are_offered_by_their_own_names_in_the_order_of_the_settings(world):
    """One that nobody has words in is not offered, whatever the settings say."""
    options = await found(world, "languages", languages=("zh-Hans", "tlh", "en"))
    assert options == (Option("zh-Hans", "中文"), Option("en", "English"))


async def test_with_no_setting_every_language_is_offered(world):
    """In the order of the table of languages."""
    options = await found(world, "languages")
    assert [one.code for one in options] == [one.code for one in locales.languages()]


async def test_a_persons_own_requests_are_told_apart_by_number_and_need(world):
    """In the person's language, by the id that answers the question."""
    facts = {"requests": [REQUEST], "language": "zh-Hans"}
    (option,) = await found(world, "my_requests", facts=facts)
    assert option.code == ID
    assert "4829 1573" in option.label
    assert "做好的饭菜" in option.label


async def test_somebody_without_requests_has_none_to_choose_from(world):
    """Then the question is not asked."""
    assert await found(world, "my_requests") == ()


async def test_places_near_the_words_are_found_with_where_they_are(district):
    """In spite of a typing error, best first."""
    first, *_ = await found(district, PLACES, "Elm Cuort")
    assert first.label.startswith("Elm Court")
    _, latitude, longitude = first.code.rsplit("|", 2)
    assert (float(latitude), float(longitude)) == (31.2, 121.4)


async def test_words_that_no_place_is_near_find_nothing(district):
    """The person's own words are kept then, and a person looks."""
    assert await found(district, PLACES, "zzzzqqqq") == ()
    await district.say("Ann", "zzzzqqqq")
    assert district.open_prompt("Ann").code != "ask.where"


async def test_every_lookup_of_a_form_is_known_and_no_other(world):
    """A form that names one nobody knows is seen at once, not by a resident."""
    for name in LOOKUPS - {ANSWERED, PROPOSED, PLACES}:
        await found(world, name)
    with pytest.raises(KeyError):
        await found(world, "weather")


async def test_while_places_cannot_be_searched_the_message_waits_and_is_then_answered(district):
    """It is not lost, and is answered once."""
    line = broken_line(district)
    line.lose(SEARCH, Unreachable(), Problem(500, "crashed"))
    with suppress(Unreachable):
        await district.say("Ann", "Elm Cuort")
    assert "Where is the help needed?" in district.heard("Ann")[-1]

    async def answered():
        return "Elm Court" in district.heard("Ann")[-1]

    await until(district, answered)
    assert await district.calls_of("Ann") == []


async def test_who_cannot_be_answered_at_all_is_called(district):
    """A search that always fails traps nobody at its question: after some tries a person looks."""
    line = broken_line(district)
    line.lose(SEARCH, *(Problem(500, "crashed") for _ in range(99)))
    with suppress(Problem):
        await district.say("Ann", "Elm Cuort")

    async def called():
        return bool(await district.calls_of("Ann"))

    await until(district, called)
    await district.say("Ann", "0")
    assert district.open_prompt("Ann").code.startswith("person.")
