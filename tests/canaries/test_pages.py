"""No address that a page has, leads to or is sent to tells anything of anybody."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import unquote

import pytest

from api.vocabulary import Accommodation, Leaf, Need, Role
from tests.bot.channels.web.asking import FOOD
from tests.bot.channels.web.neighbourhood import Neighbourhood
from tests.bot.channels.web.visiting import Browser
from tests.canaries import planted
from tests.canaries.browsing import ID, Presser
from tests.canaries.searched import found_in

SAID = {
    "Door 4": f"With my {planted.DRUG}, please",
    "Mei": planted.NAME,
}
"""What the resident says of themselves, where others of these tests say something harmless."""

CODES = {str(code) for kind in (Need, Leaf, Accommodation) for code in kind}
"""What somebody needs, and what they cannot do: a matter of health as often as not."""


@pytest.fixture(scope="module")
def pressed(tmp_path_factory):
    """Every page that a resident, a volunteer, a caller and a coordinator see, pressed through."""
    return asyncio.run(_press(tmp_path_factory.mktemp("pages")))


async def _press(folder):
    here = Neighbourhood(folder)
    await here.whole.open()
    here.whole.work()
    browsers = {}
    try:
        await _story(here, browsers)
    finally:
        for one in browsers.values():
            await one.client.aclose()
        await here.whole.close()
    return browsers


async def _story(here, browsers):
    await here.add_group("Elm", 200, ["water"])
    await here.know_places()
    link = await here.volunteer(planted.NAME, "Elm")
    invite = await here.invite("Elm")
    for name in ("resident", "volunteer", "invited", "caller", "coordinator"):
        browsers[name] = Presser(here.whole.web)
    resident = Browser(here.whole.web)
    resident._client = browsers["resident"].client  # noqa: SLF001 - one browser, two ways to use it
    await _asks(resident)
    browsers["resident"].urls += [str(one.url) for one in resident.answers]
    await resident.says(f"I am in danger, the {planted.ALARM} is here")
    await resident.says("0")
    await resident.says("3")
    browsers["resident"].urls += [str(one.url) for one in resident.answers]
    for role in (Role.COORDINATOR, Role.CALLER):
        await browsers[role].presses_all(await _sign_in(here, role), ends=False)
    starts = {
        Role.COORDINATOR: "/desk",
        Role.CALLER: "/desk",
        "volunteer": f"/me/{link}",
        "invited": f"/join/{invite}",
        "resident": "/chat",
    }
    for ends in (False, True):
        for name, start in starts.items():
            await browsers[name].presses_all(start, ends=ends)


async def _asks(resident):
    """For water, with a canary wherever words are wanted."""
    await resident.opens()
    for answer in FOOD:
        if isinstance(answer, list):
            await resident.ticks(*answer)
        elif answer in {label.partition(" ")[2] for label in resident.screen.labels()}:
            await resident.presses(answer)
        else:
            await resident.says(SAID.get(answer, answer))


async def _sign_in(here, role):
    """The path of a one-use link to the desk."""
    wanted = {"role": role, "label": "desk", "name": planted.NAME, "language": "en", "days": 1}
    secret = await here.secret(Role.ADMIN)
    made = await here._send(secret, "POST", "/v1/tokens", {**wanted, "one_use": True})  # noqa: SLF001 - as the desk's own tests do
    return f"/desk/sign-in/{made.json()['secret']}"


def test_every_page_of_everybody_was_seen(pressed):
    """Else this file would prove nothing."""
    paths = {
        ID.sub("…", url.removeprefix("http://linli.test"))
        for one in pressed.values()
        for url in one.urls
    }
    seen = {path.partition("#")[0] for path in paths}
    assert {
        "/chat", "/chat/code", "/chat/resume", "/chat/forget", "/desk", "/desk/calls/…",
        "/desk/calls/…/take", "/desk/calls/…/messages", "/desk/calls/…/close",
        "/desk/requests/…", "/desk/requests/…/details", "/desk/alerts/…", "/desk/calls/new",
        "/desk/sign-out",
    } <= seen  # fmt: skip


def test_no_address_has_a_name_a_number_a_place_or_a_word_of_anybody(pressed):
    """Whatever was typed, pages lead, post and send on without it."""
    urls = {url for one in pressed.values() for url in one.urls}
    assert {url for url in urls if found_in(url) or found_in(unquote(url))} == set()


def test_no_address_tells_what_somebody_needs_or_cannot_do(pressed):
    """Codes of needs and accommodations are health told in our words."""
    urls = {url for one in pressed.values() for url in one.urls}
    told = {url for url in urls if CODES & set(re.split(r"[^a-z_]+", unquote(url)))}
    assert told == set()


def test_no_form_puts_what_is_typed_into_an_address(pressed):
    """One sent by GET would: such a form only chooses what is listed, of everybody."""
    assert [action for one in pressed.values() for action in one.typed_by_get] == []
