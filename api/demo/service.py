"""The practice district kept: gazetteer, groups, volunteers, a coordinator. All of it made up.

Its volunteers are reached at `terminal:neighbour-<n>`, where they answer by themselves.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib.resources import files
from itertools import count

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.auth import service as auth
from api.demo.district import Plan, district
from api.errors import NotFound
from api.groups import service as groups
from api.groups.schemas import BOTH, GroupIn, How, InviteIn, Joining, Talk
from api.people import service as people
from api.places import service as places
from api.places.schemas import Gazetteer, PlaceIn
from api.vocabulary import Channel, Mode, Role

NEIGHBOUR = "neighbour-{}"
COORDINATOR = "demo-coordinator"
SAFEGUARDING = "demo-safeguarding"
"""Addresses on the terminal, and two on the web that nobody has a page of."""

TIME_ZONE = "Asia/Shanghai"
FICTION = "+447700900{:03}"
"""Numbers set aside for drama, which never ring (Ofcom, "Telephone numbers for use in TV")."""

HOW: dict[Mode, list[How]] = {
    Mode.IN_PERSON: ["in_person"],
    Mode.REMOTE: ["by_phone", "by_text"],
}
VOICE: list[Talk] = ["voice"]
STANDING = InviteIn(uses=1000, days=365)
SIGN_IN_LASTS = timedelta(minutes=5)


def seed(conn: Connection, *, now: datetime) -> bool:
    """Fills an empty database with the practice district; False if there are groups already."""
    if groups.open_groups(conn):
        return False
    found = gazetteer()
    places.replace(conn, found, now=now)
    numbers = count(1)
    for plan in district(found):
        _keep(conn, plan, numbers, now)
    addresses.address_for(conn, Channel.WEB, SAFEGUARDING, now=now)
    coordinator = addresses.address_for(conn, Channel.WEB, COORDINATOR, now=now)
    people.set_name(conn, str(coordinator.person_id), "Demo coordinator")
    return True


def invite(conn: Connection, *, now: datetime) -> str:
    """The code of a new invite for many uses; those made before stay good. Raises NotFound."""
    open_groups = groups.open_groups(conn)
    group_id = next((group.id for group in open_groups if not group.phone_only), None)
    if group_id is None:
        raise NotFound
    return groups.invite(conn, group_id, STANDING, now=now).code


def sign_in(conn: Connection, *, now: datetime) -> str:
    """The secret of a one-use sign-in link of the demo's coordinator; raises NotFound."""
    coordinator = addresses.known(conn, Channel.WEB, COORDINATOR)
    if coordinator is None:
        raise NotFound
    return auth.issue(
        conn,
        Role.COORDINATOR,
        "demo",
        coordinator.person_id,
        now=now,
        lifetime=SIGN_IN_LASTS,
        one_use=True,
    )


def gazetteer() -> list[PlaceIn]:
    """The made-up places of the district, from the file that comes with it."""
    text = files("api.demo").joinpath("places.csv").read_text(encoding="utf-8")
    return places.read(Gazetteer(format="csv", text=text))


def _keep(conn: Connection, plan: Plan, numbers: count[int], now: datetime) -> None:
    leader_id = _leader(conn, plan, now) if plan.phone_only else None
    group = GroupIn(
        name=plan.name,
        latitude=plan.latitude,
        longitude=plan.longitude,
        radius_m=plan.radius_m,
        services=plan.services,
        languages=plan.languages,
        able=plan.able,
        talks_by=VOICE if plan.phone_only else BOTH,
        hours=plan.hours,
        time_zone=TIME_ZONE,
        capacity=plan.capacity,
        leader_id=leader_id,
        phone_only=plan.phone_only,
    )
    group_id = groups.create(conn, group, now=now)
    for name in plan.volunteers:
        _join(conn, plan, group_id, name, NEIGHBOUR.format(next(numbers)), now=now)


def _leader(conn: Connection, plan: Plan, now: datetime) -> str:
    return people.add_person(
        conn,
        language=plan.languages[0],
        name=plan.leader,
        phone=FICTION.format(plan.number),
        accommodations=[],
        now=now,
    )


def _join(
    conn: Connection, plan: Plan, group_id: str, name: str, address: str, *, now: datetime
) -> None:
    person_id = str(addresses.address_for(conn, Channel.TERMINAL, address, now=now).person_id)
    people.set_language(conn, person_id, plan.languages[0])
    joining = Joining(
        name=name,
        services=plan.needs,
        how=[how for mode in Mode if mode in plan.modes for how in HOW[mode]],
        languages=plan.languages,
        able=plan.able,
        hours=["any_time"],
    )
    groups.join(conn, group_id, person_id, joining, now=now)
