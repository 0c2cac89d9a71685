"""The ask form answered on the page, question after question: by pressing or by typing."""

from tests.bot.channels.telegram.asking import ASK, PHONE
from tests.bot.channels.web.neighbourhood import PLACE

GO_ON = "# Go on"
MORE = "6 More choices"

__all__ = ["ASK", "PLACE", "answer_all", "asks_for_food"]

FOOD = (
    "English", "Yes, I am safe", "Yes", ["Food or water"], ["Drinking water"], "Today", PLACE,
    "Door 4", "One person", "Go on", "For me", "Mei", "No", "Write to me here",
    "Yes, ask for help",
)  # fmt: skip
"""The shortest way from the first word to the receipt: buttons, lists of boxes, words."""


async def answer_all(person, steps, way):
    """Answer every question in turn; AssertionError when another one is asked."""
    for step in steps:
        assert step.asks in person.screen.part("question")
        await (_press if way == "pressed" else _type)(person, step)


async def asks_for_food(person, *, until=None):
    """Ask for drinking water, to the receipt or to the question whose words are `until`."""
    for answer in FOOD:
        if until and until in person.screen.part("question"):
            return
        if isinstance(answer, list):
            await person.ticks(*answer)
        elif answer in {label.partition(" ")[2] for label in person.screen.labels()}:
            await person.presses(answer)
        else:
            await person.says(answer)


async def _press(person, step):
    labels = [label for label in step.press if label not in {GO_ON, MORE}]
    if labels in (["place"], ["contact"], []):
        await _type(person, step)
    elif "checkbox" in {one.kind for one in person.screen.answer.fields}:
        await person.ticks(*labels)
    elif step.type == "#":
        await person.presses(GO_ON)
    else:
        await person.presses(*labels)


async def _type(person, step):
    words = {"place": PLACE, "contact": PHONE}
    await person.says(words.get(step.type, step.type))
