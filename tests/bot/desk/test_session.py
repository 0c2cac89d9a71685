"""The session of who sits at the desk: a cookie of their own, forms of our own, and an end."""

from datetime import timedelta

import httpx
import pytest

from tests.bot.desk.visitor import Visitor

DAY = timedelta(days=1)
TWELVE_HOURS = timedelta(hours=12)


def cookies(visitor):
    """The cookies that were set on the way to where a visitor is, by name, as they were sent."""
    answers = (*visitor.answer.history, visitor.answer)
    sent = [one for answer in answers for one in answer.headers.get_list("set-cookie")]
    return {one.partition("=")[0]: one for one in sent}


def over_https(office):
    """A browser whose connection is encrypted."""
    visitor = office.visitor()
    visitor.client.base_url = httpx.URL("https://desk.test")
    return visitor


async def test_over_an_encrypted_connection_the_cookies_never_travel_another_way(office):
    """Neither the session nor what proves the form of the sign-in page."""
    eva = over_https(office)
    await eva.opens(await office.link("Eva"))
    door = cookies(eva)["linli_desk_door"]
    await eva.presses("Sign in")
    for cookie in (door, cookies(eva)["linli_desk"]):
        parts = {part.strip().lower() for part in cookie.split(";")}
        assert {"secure", "httponly", "samesite=strict", "path=/desk"} <= parts


async def test_each_who_signs_in_has_a_secret_of_their_own(office):
    """And none of them is the link's, nor is it on any page or in any address."""
    links = [await office.link(name) for name in ("Eva", "Tom")]
    secrets = set()
    for link in links:
        visitor = office.visitor()
        await visitor.opens(link)
        await visitor.presses("Sign in")
        secret = visitor.client.cookies["linli_desk"]
        secrets.add(secret)
        assert secret not in visitor.answer.text
        assert not [url for url in visitor.been if secret in url]
    assert len(secrets) == len(links)
    assert not [link for link in links if link.rpartition("/")[2] in secrets]


@pytest.mark.parametrize("proof", ["", "0" * 64])
async def test_a_sign_in_form_of_another_site_signs_nobody_in_and_uses_nothing_up(office, proof):
    """Nobody is put into somebody else's session by a page they looked at."""
    link, eva = await office.link("Eva"), office.visitor()
    await eva.opens(link)
    answer = await eva.client.post(link, data={"proof": proof})
    assert answer.status_code == httpx.codes.FORBIDDEN
    assert "linli_desk" not in eva.client.cookies
    await eva.opens(link)
    assert "Who needs a person" in await eva.presses("Sign in")


async def test_a_form_that_another_browser_was_given_is_not_ours(office):
    """The proof belongs to the cookie it came with."""
    eva, tom = await office.at_the_desk("Eva"), await office.at_the_desk("Tom")
    proof = tom.page.forms[0].sends["proof"]
    answer = await eva.client.post("/desk/sign-out", data={"proof": proof})
    assert answer.status_code == httpx.codes.FORBIDDEN
    assert "Who needs a person" in await eva.opens("/desk")


async def test_a_link_of_yesterday_says_so_and_how_to_get_another(office):
    """On the page, in words."""
    link, eva = await office.link("Eva"), office.visitor()
    office.now += DAY
    await eva.opens(link)
    assert "old or already used" in await eva.presses("Sign in")
    assert eva.answer.status_code == httpx.codes.FORBIDDEN


async def test_after_the_working_day_the_desk_is_shut_and_the_browser_forgets(office):
    """A telephone left on the bus opens nothing tomorrow."""
    eva = await office.at_the_desk("Eva")
    office.now += TWELVE_HOURS
    assert "Please open the link" in await eva.opens("/desk")
    assert eva.answer.status_code == httpx.codes.UNAUTHORIZED
    assert "linli_desk" not in eva.client.cookies


@pytest.mark.parametrize("made_up", ["x", "0" * 64, "'; --", "../" * 9])
async def test_a_cookie_that_was_made_up_opens_nothing(office, made_up):
    """Whatever it looks like."""
    thief: Visitor = office.visitor()
    thief.client.cookies.set("linli_desk", made_up, path="/desk")
    assert "Please open the link" in await thief.opens("/desk")
    assert thief.answer.status_code == httpx.codes.UNAUTHORIZED
