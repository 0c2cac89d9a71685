"""A resident asks for help on the page, without scripts: every form of an answer, and its limits."""

import pytest

from api.vocabulary import Channel
from bot.channels.web.visitor import COOKIE
from tests.bot.channels.telegram.asking import ASK, PHONE

GO_ON = "# Go on"


async def answer_all(person, steps, way):
    """Answer every question in turn; AssertionError when another one is asked."""
    for step in steps:
        assert step.asks in person.screen.part("question")
        await (_pressing if way == "pressed" else _typing)(person, step)


async def _pressing(person, step):
    labels = [label for label in step.press if label not in {GO_ON, "6 More choices"}]
    if step.press in {("place",), ("contact",)} or not step.press:
        await person.says(PHONE if step.press == ("contact",) else _typed(step))
    elif GO_ON in step.press or step.type == "#" or " " in step.type:
        await (person.ticks(*labels) if step.type != "#" else person.presses(GO_ON))
    else:
        await person.presses(labels[0])


async def _typing(person, step):
    await person.says(_typed(step))


def _typed(step):
    return "Hongmei Road 12" if step.type == "place" else step.type


@pytest.mark.parametrize("way", ["pressed", "typed"])
async def test_from_the_first_word_to_the_receipt_without_scripts(here, mei, way):
    """By buttons and boxes, or by typing alone, the request is the same."""
    await mei.opens()
    await answer_all(mei, ASK, way)
    assert "We have your request" in mei.screen.lines[-1]
    here.channel_of["Mei"] = Channel.WEB
    [request] = await requests_in(here)
    assert request.urgency == "today"
    assert sorted(request.accommodations) == ["ring_long", "slow", "wheelchair", "woman_only"]


async def requests_in(here):
    """Everything that was asked for."""
    import sqlalchemy as sa

    from api.database.tables.requests import requests

    return await here.read(lambda c: c.execute(sa.select(requests)).all())
