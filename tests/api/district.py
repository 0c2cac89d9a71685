"""A small district for tests: groups, volunteers, residents, and what each of them was told."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from api.addresses import service as addresses
from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.groups import service as groups
from api.groups.schemas import GroupIn, InviteIn, Joining, Service
from api.notices import service as notices
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.settings import Settings
from api.vocabulary import Channel, Leaf, Mode, Need, OfferStatus, Urgency

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
HOME = (31.2304, 121.4737)
SETTINGS = Settings()
EVERY_NEED = list(Need)[:5]


@dataclass(frozen=True)
class Person:
    """Somebody, and the address they are reached at."""

    id: str
    address_id: str


def person(conn, name, *, now=NOW):
    """Somebody on Telegram whose name is known."""
    met = addresses.address_for(conn, Channel.TELEGRAM, name, now=now)
    addresses.hear(conn, met.id, now=now)
    people.set_name(conn, met.person_id, name)
    return Person(met.person_id, met.id)


def group(conn, name="group", *, east_m=0, leaves=(Leaf.GROCERIES,), remote=(), **changed):
    """A group so many metres east of home that does these leaves; its id."""
    services = [Service(leaf=leaf, mode=Mode.IN_PERSON) for leaf in leaves]
    services += [Service(leaf=leaf, mode=Mode.REMOTE) for leaf in remote]
    fields = {
        "name": name,
        "latitude": HOME[0],
        "longitude": HOME[1] + east_m / 95_300,
        "radius_m": 5000,
        "services": services,
        "languages": ["en"],
        "capacity": 10,
    }
    return groups.create(conn, GroupIn(**fields | changed), now=NOW)


def volunteer(conn, group_id, name, **changed):
    """A volunteer of a group who does everything at any time."""
    someone = person(conn, name)
    fields = {
        "name": name,
        "services": EVERY_NEED,
        "how": ["in_person", "by_phone", "by_text"],
        "languages": ["en"],
        "hours": ["any_time"],
    }
    code = groups.invite(conn, group_id, InviteIn(), now=NOW).code
    groups.enrol(conn, someone.id, code, Joining(**fields | changed), now=NOW)
    forget(conn, someone)
    return someone


def forget(conn, someone):
    """What somebody was told so far counts as sent."""
    for asking in (False, True):
        for notice in notices.waiting(conn, someone.address_id, asking=asking):
            notices.sent(conn, notice.id, "", now=NOW)


def request(conn, resident, *leaves, now=NOW, urgency=Urgency.TODAY, **changed):
    """A request of a resident at home; its id."""
    place = Place(text="Block 7, door 3", latitude=HOME[0], longitude=HOME[1])
    fields = {"needs": list(leaves) or [Leaf.GROCERIES], "urgency": urgency, "place": place}
    made = RequestIn(**fields | changed)
    return requests.create(
        conn, made, resident_id=resident.id, address_id=resident.address_id, now=now
    ).id


def work(conn, now=NOW, settings=SETTINGS):
    """The worker does all that is due."""
    while dispatch.due(conn, now, settings):
        pass


def told(conn, someone):
    """Codes of everything somebody is to be told and to be asked, in the order of its making."""
    both = [*notices.waiting(conn, someone.address_id)]
    both += notices.waiting(conn, someone.address_id, asking=True)
    return [notice.code for notice in sorted(both, key=lambda one: one.id)]


def values(conn, someone, code):
    """What the newest notice of a code to somebody says."""
    address = getattr(someone, "address_id", someone)
    both = [*notices.waiting(conn, address), *notices.waiting(conn, address, asking=True)]
    return max((one for one in both if one.code == code), key=lambda one: one.id).values


def offers(conn, request_id, status=OfferStatus.SENT):
    """The offers of a request that have a status."""
    return [one for one in kept.offers_of(conn, request_id) if one.status is status]


def asked(conn, request_id):
    """The people whose answer a request waits for."""
    return [one.person_id for one in offers(conn, request_id)]


def offer_to(conn, someone):
    """The newest open offer to somebody."""
    return dispatch.offers_of(conn, someone.id)[-1].id


def accept(conn, someone, now=NOW, settings=SETTINGS):
    """Somebody accepts the newest offer to them."""
    return dispatch.accept(conn, offer_to(conn, someone), someone.id, settings=settings, now=now)


def load(conn, group_id):
    """How many tasks a group has."""
    return groups.get(conn, group_id).load
