"""Forms answered on Telegram, question after question: by button, by number, or in turn."""

from dataclasses import dataclass

from tests.world import HERE

PHONE = "+86 138 0013 8000"


@dataclass(frozen=True)
class Step:
    """A question, by words of it; the labels to press, and what to type instead."""

    asks: str
    press: tuple[str, ...]
    type: str


def one(asks, label, key):
    """A question for one answer."""
    return Step(asks, (label,), key)


def many(asks, keys, *labels):
    """A question for several answers, which key # completes."""
    return Step(asks, (*labels, "# Go on"), keys)


def free(asks, words):
    """A question for words."""
    return Step(asks, (), words)


ASK = (
    one("English: press its number", "English", "1"),
    one("Are you safe right now?", "Yes, I am safe", "1"),
    one("May we keep your answers", "Yes", "1"),
    many("What do you need?", "1 2", "Food or water", "Medicine or a doctor"),
    many("What food or water", "1", "Food shopping, or baby milk"),
    many("What do you need for your health?", "1", "Medicine"),
    one("When do you need it?", "Today", "2"),
    Step("Where is the help needed?", ("place",), "place"),
    free("How does a helper find your door?", "Door 4"),
    one("How many people", "Two people", "2"),
    Step("What should we know about your food?", ("# = skip this",), "#"),
    one("Where can a helper get the medicine?", "I have a prescription", "2"),
    one("How much of your medicine", "None is left", "1"),
    one("Who is the help for?", "For me", "1"),
    free("What may we call you?", "Mei"),
    one("Is there anything we must know", "Yes", "1"),
    Step("How can we talk with you?", ("6 More choices", "I need more time", "# Go on"), "slow"),
    many("What matters at the door?", "1 3", "Ring for a long time", "I use a wheelchair"),
    many("Who may come?", "1", "Only a woman"),
    one("How may we reach you?", "Call me", "2"),
    Step("What is your phone number?", ("contact",), PHONE),
    one("May we leave a message there?", "No", "2"),
    one("This is what you told us:", "Yes, ask for help", "1"),
)


def enrol(name):
    """The answers of somebody who enrols under a name and can do everything."""
    everything = (
        "Food or water",
        "Medicine or a doctor",
        "Help at home or outside",
        "Talking, or interpreting",
        "Money or things",
    )
    return (
        one("English: press its number", "English", "1"),
        one("May we keep your name", "Yes", "1"),
        free("What is your first name?", name),
        many("What can you help with?", "1 2 3 4 5", *everything),
        many("How can you help?", "1", "I can come in person"),
        many("Which languages do you know?", "1", "English"),
        Step(
            "Which of these are true",
            ("I can help with a wheelchair", "6 More choices", "I am a woman", "# Go on"),
            "I can help with a wheelchair, I am a woman",
        ),
        many("When can you help?", "5", "At any time"),
        one("This is what you told us:", "Yes, I want to help", "1"),
    )


async def answer_all(person, steps, way):
    """Answer every question in turn; AssertionError when another one is asked."""
    for number, step in enumerate(steps):
        await person.reads_until(step.asks)
        pressing = way == "pressed" or (way == "mixed" and number % 2)
        await (_press if pressing else _type)(person, step)


async def _press(person, step):
    if not step.press:
        await person.says(step.type)
    for number, label in enumerate(step.press):
        if number:
            await person.reads_until(step.asks)
        await _act(person, label)


async def _act(person, label):
    if label == "place":
        await person.shares_location(*HERE)
    elif label == "contact":
        await person.shares_contact(PHONE.replace(" ", ""))
    else:
        await person.presses(label)


async def _type(person, step):
    if step.type == "place":
        await person.shares_location(*HERE)
    else:
        await person.says(step.type)
