"""Signing in over HTTP: a link is good for one person, once, and for its time."""

from datetime import timedelta

import httpx
import pytest

from api.vocabulary import Role
from tests.api.world import NOON, SETTINGS

DAY = timedelta(days=1)
MOMENT = timedelta(seconds=1)
EVA = {"role": "caller", "label": "desk", "name": "Eva Lind", "language": "zh-Hans", "days": 1}
OTHERS = [role for role in Role if role is not Role.BOT]


@pytest.fixture
async def link(http, bearer):
    """The secret of a one-use link for a caller called Eva, made by an administrator."""
    given = await http.post(
        "/v1/tokens", json={**EVA, "one_use": True}, headers=bearer(Role.ADMIN)
    )
    assert given.status_code == httpx.codes.OK
    return given.json()


@pytest.fixture
async def sign_in(http, bearer):
    """The answer to a link that somebody opened, as a bot asks for it that lasts for long."""
    lasting = {"role": "bot", "label": "a machine", "days": 30}
    given = await http.post("/v1/tokens", json=lasting, headers=bearer(Role.ADMIN))
    bot = held(given.json()["secret"])

    async def ask(link, role=Role.BOT):
        headers = bot if role is Role.BOT else bearer(role)
        return await http.post("/v1/sign-in", json=link, headers=headers)

    return ask


def held(secret):
    """The header of somebody who has this secret."""
    return {"authorization": f"Bearer {secret}"}


def refused(answer):
    """The status and code of a refusal, which is a problem in the shape of RFC 9457."""
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


async def test_a_link_gives_a_token_of_the_persons_own_role_and_name(http, link, sign_in):
    """What residents are told the caller is called, and the language of the desk."""
    signed = (await sign_in(link)).json()
    assert signed["role"] == "caller"
    assert signed["secret"] != link["secret"]
    me = (await http.get("/v1/me", headers=held(signed["secret"]))).json()
    assert (me["role"], me["name"], me["language"]) == ("caller", "Eva Lind", "zh-Hans")
    assert me["person_id"] == signed["person_id"]


async def test_a_link_works_once(link, sign_in):
    """Whoever finds it later gets nothing, and is told nothing of the first."""
    assert (await sign_in(link)).is_success
    assert refused(await sign_in(link)) == (403, "link_refused")


async def test_a_link_is_no_token(http, link):
    """It is in messages and histories; it opens nothing but the sign-in."""
    answer = await http.get("/v1/me", headers=held(link["secret"]))
    assert refused(answer) == (401, "token_refused")


async def test_a_link_ends_with_its_day(link, sign_in, clock):
    """At the very moment."""
    clock.now = NOON + DAY
    assert refused(await sign_in(link)) == (403, "link_refused")
    clock.now = NOON + DAY - MOMENT
    assert (await sign_in(link)).is_success


@pytest.mark.parametrize("secret", ["0" * 64, "x", ""])
async def test_a_link_that_was_made_up_is_refused_like_one_that_was_used(sign_in, secret):
    """Nobody learns by trying which ones there were."""
    assert refused(await sign_in({"secret": secret})) == (403, "link_refused")


async def test_a_token_is_no_link(secrets, sign_in):
    """A stolen token cannot be made to last longer."""
    assert refused(await sign_in({"secret": secrets[Role.CALLER]})) == (403, "link_refused")


@pytest.mark.parametrize("role", OTHERS)
async def test_only_the_bot_exchanges_links(link, sign_in, role):
    """And trying uses nothing up."""
    assert refused(await sign_in(link, role)) == (403, "role_refused")
    assert (await sign_in(link)).is_success


async def test_nothing_is_open_to_whoever_has_no_token(http, link):
    """Neither signing in, nor out, nor the tokens, nor the audit."""
    asked = (
        http.post("/v1/sign-in", json=link),
        http.post("/v1/sign-out"),
        http.post("/v1/tokens", json=EVA),
        http.get("/v1/me"),
        http.get("/v1/audit"),
    )
    for answer in asked:
        assert refused(await answer) == (401, "token_refused")


async def test_who_signed_in_is_out_after_the_working_day(http, link, sign_in, clock):
    """Whatever the link said of its own time."""
    token = held((await sign_in(link)).json()["secret"])
    clock.now = NOON + SETTINGS.sign_in_lifetime - MOMENT
    assert (await http.get("/v1/me", headers=token)).is_success
    clock.now = NOON + SETTINGS.sign_in_lifetime
    assert refused(await http.get("/v1/me", headers=token)) == (401, "token_refused")


async def test_who_signs_out_is_out_at_once_and_nobody_else_is(http, link, sign_in, bearer):
    """The token ends; the same person may get another link."""
    token = held((await sign_in(link)).json()["secret"])
    assert (await http.post("/v1/sign-out", headers=token)).status_code == httpx.codes.NO_CONTENT
    for again in (http.get("/v1/me", headers=token), http.post("/v1/sign-out", headers=token)):
        assert refused(await again) == (401, "token_refused")
    assert (await http.get("/v1/me", headers=bearer(Role.CALLER))).is_success


async def test_the_audit_has_who_came_and_went_and_no_secret(http, link, sign_in, bearer):
    """By the token's id: it names no person."""
    signed = (await sign_in(link)).json()
    await http.post("/v1/sign-out", headers=held(signed["secret"]))
    trail = await http.get("/v1/audit", headers=bearer(Role.COORDINATOR))
    actions = [one["action"] for one in trail.json()["items"]]
    assert actions == ["sign_out", "sign_in", "give_token", "give_token"]
    for secret in (link["secret"], signed["secret"], "Eva"):
        assert secret not in trail.text
