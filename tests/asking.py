"""A person goes through the whole ask form by typing, whatever it asks on the way."""

from __future__ import annotations

from collections.abc import Mapping

from api.vocabulary import AT_THE_DOOR, LEAVES, TALKING, WHO_MAY_COME, Leaf

PIN = {"latitude": 31.2304, "longitude": 121.4737}


async def ask_for(
    world, name, leaf, urgency, accommodations="", said: Mapping[str, object] | None = None
):
    """Ask for one leaf; each question is answered by its option's own key or plain words.

    `said` are other answers than the usual ones, by their questions; who says None stops there.
    """
    need = next(need for need, leaves in LEAVES.items() if Leaf(leaf) in leaves)
    wanted = [code for code in accommodations.replace(" and ", ",").split(",") if code]
    answers = {
        "language": ["en"],
        "safe_now": ["yes"],
        "consent": ["yes"],
        "need": [need],
        f"{need}_need": [leaf],
        "urgency": [urgency],
        "for_whom": ["me"],
        "my_name": name,
        "must_know": ["yes" if wanted else "no"],
        "talking": [code for code in wanted if code in TALKING],
        "at_the_door": [code for code in wanted if code in AT_THE_DOOR],
        "who_may_come": [code for code in wanted if code in WHO_MAY_COME],
        "reach": ["here"],
        "people": ["one"],
        "medicine_where": ["pharmacy"],
        "medicine_left": ["some_days"],
        "other_detail": "Please water my plants",
        "sure": ["yes"],
        "what": ["new"],
        "keep": ["no"],
        "where": PIN,
        **(said or {}),
    }
    await world.say(name, "hello")
    for _ in range(60):
        prompt = world.open_prompt(name)
        if prompt is None or answers.get(_question(prompt), "") is None:
            return
        await _answer(world, name, prompt, answers)
    raise AssertionError("the form does not end")


async def _answer(world, name, prompt, answers):
    answer = answers.get(_question(prompt))
    if isinstance(answer, dict):
        await world.share_place(name, **answer)
    elif isinstance(answer, str):
        await world.say(name, answer)
    elif not answer:
        await world.say(name, "#")
    else:
        await world.choose(name, [str(code) for code in answer])


def _question(prompt):
    return prompt.code.split(".")[1]
