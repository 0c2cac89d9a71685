"""Personal data is told to those who may see it, and every reading is in the audit."""

import pytest

from api.audit import service as audit
from api.people import service as people
from api.vocabulary import Role
from tests.api.world import NOON, SETTINGS, hear, meet, message


@pytest.fixture
async def li(store):
    """A resident whose name and number are known."""
    met = await store.write(meet())

    def learn(conn):
        people.set_name(conn, met.person_id, "Li")
        people.set_phone(conn, met.person_id, "+8613800000000")

    await store.write(learn)
    return met


async def actions(store, subject_id):
    """What the audit has of a row."""
    entries = await store.read(
        lambda conn: audit.entries(conn, subject_id=subject_id, before=None, limit=9)
    )
    return [(entry.role, entry.action) for entry in entries]


async def test_a_reading_of_a_person_is_in_the_audit(http, bearer, store, li):
    """With the role of whoever read."""
    answer = await http.get(f"/v1/people/{li.person_id}", headers=bearer(Role.COORDINATOR))
    assert (answer.json()["name"], answer.json()["phone"]) == ("Li", "+8613800000000")
    assert await actions(store, li.person_id) == [(Role.COORDINATOR, "reveal")]


async def test_an_address_is_shown_without_its_name_on_the_wire(http, bearer, li):
    """People are reached through Linli."""
    answer = await http.get(f"/v1/people/{li.person_id}", headers=bearer(Role.COORDINATOR))
    (address,) = answer.json()["addresses"]
    assert address == {"id": li.id, "channel": "telegram", "safe_contact": [], "dead": False}


async def test_a_correction_changes_what_is_named_and_nothing_else(http, bearer, store, li):
    """And is in the audit."""
    change = {"name": "Li Na", "accommodations": ["slow"]}
    path, coordinator = f"/v1/people/{li.person_id}", bearer(Role.COORDINATOR)
    answer = (await http.patch(path, json=change, headers=coordinator)).json()
    assert (answer["name"], answer["phone"]) == ("Li Na", "+8613800000000")
    assert answer["accommodations"] == ["slow"]
    assert await actions(store, li.person_id) == [(Role.COORDINATOR, "change")]


async def test_a_blocked_pair_is_two_people_who_are_known(http, bearer, store, li):
    """A made-up one is not found."""
    other = await store.write(meet("volunteer"))
    path, coordinator = f"/v1/people/{li.person_id}/block", bearer(Role.COORDINATOR)
    good = await http.post(path, json={"volunteer_id": other.person_id}, headers=coordinator)
    wrong = await http.post(path, json={"volunteer_id": other.id}, headers=coordinator)
    assert (good.status_code, wrong.status_code) == (204, 404)


async def test_a_personal_link_is_made_by_a_coordinator_and_followed_by_the_bot(
    http,
    bearer,
    li,
):
    """A wrong one leads nowhere."""
    made = await http.post(
        "/v1/links", json={"person_id": li.person_id}, headers=bearer(Role.COORDINATOR)
    )
    bot = bearer(Role.BOT)
    followed = await http.post("/v1/links/follow", json=made.json(), headers=bot)
    assert followed.json()["channel"] == "web"
    wrong = await http.post("/v1/links/follow", json={"secret": "x"}, headers=bot)
    assert (wrong.status_code, wrong.json()["code"]) == (403, "link_refused")


async def test_a_personal_link_gives_no_name_number_or_word_of_anybody(http, store, li):
    """It opens a page, not the desk."""
    secret = await store.write(
        lambda conn: people.link_for(conn, li.person_id, now=NOON, lifetime=SETTINGS.link_lifetime)
    )
    headers = {"authorization": f"Bearer {secret}"}
    for path in (f"/v1/people/{li.person_id}", f"/v1/sessions/{li.id}/history", "/v1/alerts"):
        assert (await http.get(path, headers=headers)).status_code == 403


async def test_the_bot_reads_only_where_it_answers(http, bearer, store):
    """On a wire without pages, only while it holds the lane; a coordinator in the audit."""
    (received,) = await store.write(hear(message()))
    path = f"/v1/sessions/{received.address_id}/history"
    bot, desk = bearer(Role.BOT), bearer(Role.COORDINATOR)
    before = await http.get(path, headers=bot)
    await http.post("/v1/inbound/claim", json={}, headers=bot)
    held = await http.get(path, headers=bot)
    assert (before.json()["code"], held.status_code) == ("not_held", 200)
    assert (await http.get(path, headers=desk)).json()["waiting"] is True
    assert await actions(store, received.address_id) == [(Role.COORDINATOR, "reveal")]


async def test_what_somebody_was_told_is_listed_for_coordinators_in_the_audit(
    http,
    bearer,
    store,
    li,
):
    """With the values, which may be personal."""
    path = f"/v1/notices?address_id={li.id}"
    answer = await http.get(path, headers=bearer(Role.COORDINATOR))
    assert answer.json() == {"items": []}
    assert await actions(store, li.id) == [(Role.COORDINATOR, "reveal")]


@pytest.mark.parametrize("path", ["people/{0}", "sessions/{1}/history", "notices?address_id={1}"])
async def test_a_caller_meets_people_in_their_calls_only(http, bearer, li, path):
    """The queue names ids; they open nothing to somebody who holds no call."""
    answer = await http.get(f"/v1/{path.format(li.person_id, li.id)}", headers=bearer(Role.CALLER))
    assert (answer.status_code, answer.json()["code"]) == (403, "role_refused")
