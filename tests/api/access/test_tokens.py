"""Tokens over HTTP: given by administrators, known to nobody else, ended at once."""

import httpx
import pytest

from api.vocabulary import Role
from tests.api.access.test_sign_in import EVA, held, refused
from tests.api.world import NOON

PROGRAM = {"role": "bot", "label": "a machine", "days": 2}
NOBODY = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def give(http, bearer):
    """The answer to somebody who asks for a token."""

    async def ask(wanted, role=Role.ADMIN):
        return await http.post("/v1/tokens", json=wanted, headers=bearer(role))

    return ask


async def me(http, secret):
    """Who acts with a secret."""
    return await http.get("/v1/me", headers=held(secret))


async def test_a_token_works_for_as_many_days_as_it_was_given_for(http, give, clock):
    """One day unless more is asked for."""
    two = (await give(PROGRAM)).json()["secret"]
    one = (await give({key: PROGRAM[key] for key in ("role", "label")})).json()["secret"]
    clock.now = NOON.replace(day=NOON.day + 1)
    assert (await me(http, two)).is_success
    assert refused(await me(http, one)) == (401, "token_refused")
    clock.now = NOON.replace(day=NOON.day + 2)
    assert refused(await me(http, two)) == (401, "token_refused")


async def test_a_program_is_nobody_in_particular(http, give):
    """It has a role and an id, and no name."""
    told = (await me(http, (await give(PROGRAM)).json()["secret"])).json()
    assert (told["role"], told["person_id"], told["name"]) == ("bot", None, "")


async def test_a_second_token_may_be_for_a_person_who_is_known(http, give):
    """So a caller keeps their name when they sign in again."""
    first = (await me(http, (await give(EVA)).json()["secret"])).json()
    wanted = {"role": "caller", "label": "desk", "person_id": first["person_id"]}
    again = (await me(http, (await give(wanted)).json()["secret"])).json()
    assert (again["person_id"], again["name"]) == (first["person_id"], "Eva Lind")
    assert again["id"] != first["id"]


async def test_a_token_for_a_person_nobody_knows_is_refused(give):
    """A slip must not make a token of nobody's."""
    assert refused(await give({**PROGRAM, "person_id": NOBODY})) == (404, "not_found")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
async def test_only_administrators_give_and_end_tokens(http, give, bearer, role):
    """Nobody raises their own role."""
    assert refused(await give({**PROGRAM, "role": "admin"}, role)) == (403, "role_refused")
    answer = await http.post(f"/v1/tokens/{NOBODY}/revoke", headers=bearer(role))
    assert refused(answer) == (403, "role_refused")


@pytest.mark.parametrize(
    "wrong", [{"role": "king"}, {"days": 0}, {"days": 99999}, {"label": "x" * 500}, {"more": 1}]
)
async def test_what_cannot_be_is_refused_by_its_field(give, wrong):
    """With what the field takes."""
    answer = await give({**PROGRAM, **wrong})
    assert refused(answer) == (422, "invalid")
    (field,) = wrong
    named = {one["field"] for one in answer.json()["errors"]}
    assert named == {f"body.{field}" if field in PROGRAM else "body.?"}


async def test_a_revoked_token_is_refused_at_once_and_cannot_be_revoked_twice(http, give, bearer):
    """By the id that the audit names."""
    secret = (await give(PROGRAM)).json()["secret"]
    path = f"/v1/tokens/{(await me(http, secret)).json()['id']}/revoke"
    done = await http.post(path, headers=bearer(Role.ADMIN))
    assert done.status_code == httpx.codes.NO_CONTENT
    assert refused(await me(http, secret)) == (401, "token_refused")
    assert refused(await http.post(path, headers=bearer(Role.ADMIN))) == (404, "not_found")


@pytest.mark.parametrize("given", ["", "Basic eDp5", "Bearer", "Bearer ", "bearer x", "x"])
async def test_what_is_no_token_of_ours_opens_nothing(http, given):
    """Whatever stands in its place."""
    answer = await http.get("/v1/me", headers={"authorization": given})
    assert refused(answer) == (401, "token_refused")
