"""Who sees what: each role what its work needs, and no more; every reading is in the audit."""

import pytest

from api.vocabulary import Role
from tests.canaries.evidence import HOLDER
from tests.canaries.planted import CANARIES
from tests.canaries.searched import found_in
from tests.canaries.story import CALLER, LOSER, WINNER
from tests.world import COORDINATOR, LEAD

PERSON = {("people", "name"), ("people", "phone")}
CALLED = {("people", "name"), ("people", "contact"), ("people", "profile")}
DOOR = {("requests", "place"), ("requests", "details")}
SAID = {  # what a person said and was told at their address, which holds what they answered
    ("people", "name"),
    ("people", "phone"),
    *DOOR,
    ("requests", "remark"),
    ("people", "profile"),
    ("alerts", "words"),
    ("inbound", "body"),
    ("texts", "words"),
    ("notices", "values"),
}
LISTENED = "/v1/calls/{call_id}/recordings/{recording_id}"
SPOKEN = {("recordings", "audio")}
ALERT = {*PERSON, ("alerts", "words"), ("alerts", "why")}
NOTED = {*ALERT, ("alerts", "note")}
REQUEST = {*PERSON, *DOOR, ("requests", "remark")}
STEERS = {
    "/v1/requests/{request_id}/private": REQUEST,
    "/v1/alerts/{alert_id}": NOTED,
    "/v1/calls/{call_id}": {*CALLED, ("calls", "note")},
    "/v1/calls/{call_id}/conversation": {*SAID, ("sessions", "state")},
    "/v1/sessions/unfinished/{address_id}": {
        *PERSON,
        ("requests", "place"),
        ("sessions", "state"),
    },
}
SEES = {
    Role.BOT.value: {},
    Role.VOLUNTEER.value: {},
    Role.CALLER.value: {"/v1/alerts/{alert_id}": NOTED},
    HOLDER: {
        "/v1/alerts/{alert_id}": ALERT,
        "/v1/calls/{call_id}": CALLED,
        "/v1/calls/{call_id}/number": {("people", "phone")},
        "/v1/calls/{call_id}/conversation": SAID,
        LISTENED: SPOKEN,
        "/v1/requests/{request_id}/private": REQUEST,
    },
    Role.COORDINATOR.value: {
        **STEERS,
        LISTENED: SPOKEN,
        "/v1/people/{person_id}": {*PERSON, ("people", "profile")},
        "/v1/sessions/{address_id}/history": {*SAID, ("sessions", "state")},
        "/v1/notices": {
            *PERSON,
            ("people", "profile"),
            *DOOR,
            ("notices", "values"),
            ("sessions", "state"),
        },
    },
    Role.ADMIN.value: STEERS,
}
"""What somebody's token reads, by operation; what is not named shows nothing personal."""


@pytest.mark.parametrize("who", SEES)
def test_a_role_sees_what_its_work_needs_and_no_more(evidence, who):
    """Over every operation that reads. A caller who holds no call about somebody is nobody."""
    seen = {path: columns for (one, path), columns in evidence.seen.items() if one == who}
    assert seen == SEES[who]


def test_every_reading_of_a_person_is_in_the_audit(evidence):
    """With the role of whoever read, and what."""
    for role in (Role.CALLER, Role.COORDINATOR, Role.ADMIN):
        read = {path.split("/")[2] for who, path in evidence.seen if who == role}
        assert {(role.value, subject) for subject in read} <= evidence.reveals


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        (WINNER, {*PERSON, *DOOR}),
        (LOSER, set()),
        (CALLER, set()),
        (LEAD, ALERT),
        (COORDINATOR, set()),
    ],
)
def test_what_is_sent_to_somebody_is_what_they_must_know(evidence, name, sees):
    """The winner the door, the lead the alarm; who lost and who was not asked: nothing."""
    words = found_in(evidence.heard[name])
    assert {column for column, word in CANARIES.items() if word in words} == sees
