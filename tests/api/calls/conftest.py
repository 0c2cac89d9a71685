"""People who need a call, callers who take it, and a clock that stands still."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import AttemptIn
from api.database.ids import new_id
from api.notices import service as notices
from api.people import service as people
from api.settings import Settings
from api.vocabulary import CallReason, Channel, Role
from tests.api import district

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
"""A Monday, in the hours on duty of SETTINGS."""
SETTINGS = Settings(coordinators=("telegram:900",), claim_lasts=timedelta(minutes=30))
DUTY = calls.OnDuty.of(SETTINGS)


@dataclass(frozen=True)
class Resident:
    """A person and the address they wrote from."""

    person_id: str
    address_id: str


def resident(conn, name="1", channel=Channel.TELEGRAM, *, heard=True, phone="", needs=()):
    """Somebody on a wire; `heard`: they wrote from there."""
    address = addresses.address_for(conn, channel, name, now=NOW)
    if heard:
        addresses.hear(conn, address.id, now=NOW)
    people.set_language(conn, address.person_id, "en")
    people.set_phone(conn, address.person_id, phone)
    people.set_accommodations(conn, address.person_id, needs)
    return Resident(address.person_id, address.id)


def queue(conn, someone, reason=CallReason.ASKED, now=NOW, **more):
    """A call queued where it came up."""
    more = {"address_id": someone.address_id} | more
    return calls.queue(conn, someone.person_id, reason, now=now, duty=DUTY, **more)


def told(conn, someone):
    """Codes of what waits to be sent to somebody, in order."""
    return [notice.code for notice in notices.waiting(conn, someone.address_id)]


def told_coordinators(conn):
    """As told, of the one coordinator of SETTINGS."""
    return [notice.code for notice in alerted(conn)]


def alerted(conn):
    """What waits to be told to the one coordinator of SETTINGS."""
    address = addresses.from_setting(conn, SETTINGS.coordinators[0], now=NOW)
    return notices.waiting(conn, address.id)


def who(role=Role.CALLER):
    """Somebody with a token of their own."""
    return Actor(role, new_id(NOW))


@pytest.fixture
def ann():
    """A caller."""
    return who()


@pytest.fixture
def ben():
    """Another caller."""
    return who()


@pytest.fixture
async def offer(store):
    """The id of an open offer."""

    def unit(conn):
        helper = district.volunteer(conn, district.group(conn), "helps")
        district.request(conn, district.person(conn, "asks"))
        district.work(conn)
        return district.offer_to(conn, helper)

    return await store.write(unit)


def attempt(conn, call_id, actor, outcome, now=NOW, **more):
    """A caller takes a call, and this comes of it."""
    calls.claim(conn, call_id, actor, settings=SETTINGS, now=now)
    tried = AttemptIn(outcome=outcome, **more)
    return calls.attempt(conn, call_id, tried, actor, settings=SETTINGS, now=now)
