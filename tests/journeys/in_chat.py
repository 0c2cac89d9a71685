"""Steps of callers in their own chat: asked by a card, they take a call and open its page."""

from __future__ import annotations

import re

from api.groups import service as groups
from api.groups.schemas import InviteIn
from api.vocabulary import Channel, InboundKind, Role
from bot.channel import Inbound
from tests.journeys.on_paper import PAPER, typed
from tests.journeys.steps import BLINK, step

LINK = re.compile(r"/desk/sign-in/([0-9a-f]{64})/([0-9a-f-]{36})")


@step(r"(\w+) opens a caller's invite of (\w+)(?: on (\w+))?")
async def _opens_invite(world, name, group, channel):
    world.channel_of[name] = Channel(channel or "telegram")
    await _by_invite(world, name, group)


@step(r"(\w+) takes calls for (\w+) (by phone|in writing)(?: in (en|zh-Hans))?")
async def _takes_calls(world, name, group, way, language):
    """Everything that a caller is asked who comes by an invite, answered in few words."""
    world.channel_of[name] = Channel.TELEGRAM
    await world.speak(name, language or "en")
    await _by_invite(world, name, group)
    for answer in ("1", name, "1" if way == "by phone" else "2"):
        await world.say(name, answer)
    await world.choose(name, [language or "en"])
    for answer in ("#", "5", "1"):
        await world.say(name, answer)
    world.read_up_to[name] = len(world.heard(name))


async def _by_invite(world, name, group):
    wanted = InviteIn(role=Role.CALLER)
    invite = await world.write(
        lambda c: groups.invite(c, world.groups[group], wanted, now=world.now)
    )
    await world.receive(name, InboundKind.START, link=invite.code)


@step(r"(\w+) opens the page of the call by the link")
async def _opens_page(world, name):
    """The link signs them in, once, and the call is theirs to act in there."""
    secret, call_id = LINK.findall("\n".join(world.heard(name)))[-1]
    bot = await world.secret(Role.BOT)
    signed = await world._send(bot, "POST", "/v1/sign-in", {"secret": secret})  # noqa: SLF001 - as the desk does
    assert signed.is_success, signed.text
    world._tokens[name] = signed.json()["secret"]  # noqa: SLF001 - their own from now on
    world.holds(name, call_id)
    assert (await world.in_call(name, "GET", ""))["call"]["mine"]


@step(r"the link of (\w+) works no more")
async def _link_is_over(world, name):
    secret, _ = LINK.findall("\n".join(world.heard(name)))[-1]
    bot = await world.secret(Role.BOT)
    again = await world._send(bot, "POST", "/v1/sign-in", {"secret": secret})  # noqa: SLF001 - as above
    assert again.json()["code"] == "link_refused"


@step(r"(\w+) and (\w+) press \[(.*)\] at once")
async def _press_at_once(world, first, second, label):
    """Both press before anything follows from it; the first press is read first."""
    for name in (first, second):
        world.now += BLINK
        prompt = world.open_prompt(name)
        option = next(one for one in prompt.options if one.label == label)
        button = {"button": f"{prompt.question_id}:{option.code}"}
        press = Inbound(f"{name} at once {world.now}", world.address(name), "button", button)
        await world.wire(name).ports.receive(press)
    await world.settle()


@step(r"(\w+) types the paper into the chat(?:, without (\w+))?")
async def _types_in_chat(world, name, left_out):
    await world.say(name, typed({n: s for n, s in PAPER.items() if n != left_out}, whole=False))
