"""A small world for tests of the API: a clock that is set, people, and what they say."""

from datetime import UTC, datetime, timedelta

from api.addresses import service as addresses
from api.inbound import service as inbound
from api.inbound.schemas import Body, InboundIn
from api.settings import Settings
from api.vocabulary import Channel, InboundKind

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)

SETTINGS = Settings(
    safeguarding=("telegram:lead-one", "telegram:lead-two"), coordinators=("telegram:coordinator",)
)


def settings(**changed):
    """The settings of the small world, some changed."""
    kept = {"safeguarding": SETTINGS.safeguarding, "coordinators": SETTINGS.coordinators}
    return Settings(**kept | changed)


def message(text="hello", *, number="1", address="resident", kind=InboundKind.TEXT, **changed):
    """A message from a wire."""
    fields = {
        "channel": Channel.TELEGRAM,
        "message_id": f"{address}-{number}",
        "address": address,
        "kind": kind,
        "body": Body(text=text),
    }
    return InboundIn(**fields | changed)


def meet(address="resident", channel=Channel.TELEGRAM, *, now=NOON):
    """A unit of work: the address of somebody, heard of before."""

    def unit(conn):
        met = addresses.address_for(conn, channel, address, now=now)
        addresses.hear(conn, met.id, now=now)
        return addresses.address_of(conn, met.id)

    return unit


def hear(*said, now=NOON):
    """A unit of work: these messages come in; what was answered to each."""
    return lambda conn: [inbound.receive(conn, one, now=now) for one in said]
