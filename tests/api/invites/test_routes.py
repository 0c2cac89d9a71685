"""Who may invite by telephone and read what came of it; no answer and no error has a number."""

import pytest

from api.audit import service as audit
from api.vocabulary import Role
from tests.api.district import group
from tests.api.invites.conftest import PHONE

PATH = "/v1/invites/by-phone"


@pytest.fixture
async def invite(http, bearer, store):
    """Invites Mr. Chen as a coordinator, or as another role."""
    group_id = await store.write(group)

    async def call(*, role=Role.COORDINATOR, key=None, **changed):
        body = {"group_id": group_id, "phone": PHONE, "language": "zh-Hans", "name": "Mr. Chen"}
        headers = bearer(role) | ({"idempotency-key": key} if key else {})
        return await http.post(PATH, json=body | changed, headers=headers)

    return call


async def test_an_invite_is_made_once_under_its_key_and_listed_without_who_it_is_for(
    invite, http, bearer
):
    """The same key gives the same answer; without one, the second is told plainly."""
    made, again, twice = await invite(key="one"), await invite(key="one"), await invite()
    listed = await http.get(PATH, headers=bearer(Role.COORDINATOR))
    assert (made.status_code, made.json()) == (201, again.json())
    assert listed.json()["items"] == [made.json()]
    assert (twice.status_code, twice.json()["code"]) == (409, "already_invited")
    assert twice.json()["errors"][0]["field"] == "body.phone"
    for answer in (made, listed, twice):
        assert PHONE not in answer.text
        assert "Chen" not in answer.text


@pytest.mark.parametrize("role", [Role.CALLER, Role.VOLUNTEER, Role.BOT])
async def test_only_coordinators_invite_and_read_the_list(invite, http, bearer, role):
    """Callers read what to say of the call they hold, and nothing else."""
    assert (await invite(role=role)).json()["code"] == "role_refused"
    assert (await http.get(PATH, headers=bearer(role))).json()["code"] == "role_refused"


FAULTS = {
    "phone": ["", "021 5555", "+0155", "+8621555501423344556", None, 862155550142],
    "language": ["", "a chinese"],
    "invited_as": ["king", ""],
    "accommodations": [["no_phone_calls"], ["wheelchair"], ["slow"] * 99],
    "days": [0, 91, "14", True],
    "name": ["x" * 81],
    "group_id": ["elm"],
    "somebody_else": ["perhaps"],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in FAULTS.items() for value in values]
)
async def test_what_cannot_be_used_is_named_and_never_repeated(invite, field, value):
    """Nobody is added."""
    answer = await invite(**{field: value})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.json()["errors"][0]["field"].startswith(f"body.{field}")
    assert PHONE not in answer.text


async def test_each_invite_is_in_the_audit_with_who_made_it(invite, store):
    """In codes and ids."""
    made = (await invite()).json()
    entries = await store.read(
        lambda conn: audit.entries(conn, subject_id=made["id"], before=None, limit=9)
    )
    assert [(one.action, one.role) for one in entries] == [("invite_by_phone", Role.COORDINATOR)]


async def test_a_caller_reads_what_to_say_only_of_the_call_they_hold(invite, http, bearer):
    """Before that, nothing; and of a call about something else there is nothing to read."""
    path = f"/v1/calls/{(await invite()).json()['call_id']}"
    eva = bearer(Role.CALLER)
    before = await http.get(f"{path}/invite", headers=eva)
    await http.post(f"{path}/claim", headers=eva)
    told = await http.get(f"{path}/invite", headers=eva)
    assert before.json()["code"] == "call_not_held"
    assert told.json() == {"group": "group", "invited_as": "volunteer", "inviter": ""}
    opened = await http.post(
        "/v1/calls", json={"phone": "", "language": "en"}, headers=bearer(Role.COORDINATOR)
    )
    other = f"/v1/calls/{opened.json()['id']}/invite"
    assert (await http.get(other, headers=bearer(Role.COORDINATOR))).status_code == 404
