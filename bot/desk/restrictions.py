"""Rules in an area: what holds, what is to come; a coordinator makes one, or ends it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from fastapi import Response
from pydantic import ValidationError

from api.vocabulary import PERMITTING, RestrictionKind
from bot.desk.placing import placed
from bot.desk.visit import Visit
from bot.service import (
    Around,
    InsideList,
    PlaceFound,
    RestrictionIn,
    RestrictionList,
    RestrictionOut,
)

PAGE = "/desk/restrictions"
TYPED = ("kind", "reason", "place", "place_id", "radius", "area", "from", "until")
LONGEST = {"area": 200_000, "reason": 300, "place": 300}


@dataclass
class Tried:
    """What was typed, and what cannot be used: a reason for each field."""

    refused: dict[str, str] = field(default_factory=dict)
    places: list[PlaceFound] = field(default_factory=list)


async def show(visit: Visit) -> Response:
    """What holds and what is to come, and an empty form."""
    return await _page(visit, Tried())


async def make(visit: Visit) -> Response:
    """The rule holds, unless something cannot be used; then what was typed stays."""
    tried = Tried()
    wanted = await _wanted(visit, tried)
    if wanted is None:
        return await _page(visit, tried)
    await visit.client.call("POST", "/v1/restrictions", wanted, RestrictionOut)
    return visit.go(PAGE, "restricted")


async def ask(visit: Visit) -> Response:
    """Whether it is to end now: what it is, and what follows."""
    found = [one for one in await _listed(visit) if one.id == visit.path["restriction_id"]]
    if not found:
        return visit.go(PAGE, "changed_meanwhile")
    return visit.frame.page("restriction_end", one=found[0], page=PAGE)


async def end(visit: Visit) -> Response:
    """It ends now, for whoever it kept out and whoever waits."""
    path = f"/v1/restrictions/{visit.path['restriction_id']}/end"
    await visit.client.call("POST", path, None, RestrictionOut)
    return visit.go(PAGE, "restriction_ended")


async def _listed(visit: Visit) -> list[RestrictionOut]:
    found = await visit.client.call("GET", "/v1/restrictions", None, RestrictionList)
    return found.items


async def _wanted(visit: Visit, tried: Tried) -> RestrictionIn | None:
    """What was typed as a restriction; None where something of it cannot be used."""
    kind = visit.one("kind", 20)
    if kind not in set(RestrictionKind):
        tried.refused["kind"] = "choose"
    if not visit.one("reason", LONGEST["reason"]):
        tried.refused["reason"] = "missing"
    where = await _where(visit, tried)
    times = {f"{name}_at": _moment(visit, name, tried) for name in ("from", "until")}
    if times["from_at"] and times["until_at"] and times["until_at"] <= times["from_at"]:
        tried.refused["until"] = "before"
    if tried.refused or tried.places:
        return None
    passes = list(visit.form.get("permits", ())) if kind in PERMITTING else []
    relay = visit.one("relay", 3) == "yes" and kind != RestrictionKind.CLOSED
    said = {"kind": kind, "reason": visit.one("reason", LONGEST["reason"]), "permits": passes}
    try:
        return RestrictionIn.model_validate({**where, **times, **said, "relay": relay})
    except ValidationError:
        tried.refused["area"] = "polygon"
        return None


async def _where(visit: Visit, tried: Tried) -> dict[str, Any]:
    """A polygon that was pasted, or so many metres around a place."""
    pasted, place = visit.one("area", LONGEST["area"]), visit.one("place", LONGEST["place"])
    if pasted and place:
        tried.refused["area"] = "both"
    elif pasted:
        try:
            return {"area": _polygon(json.loads(pasted))}
        except ValueError:
            tried.refused["area"] = "polygon"
    elif place:
        return await _around(visit, place, tried)
    else:
        tried.refused["place"] = "missing"
    return {}


def _polygon(pasted: Any) -> Any:  # noqa: ANN401 - whatever was pasted, judged by the schema
    """The polygon of what GeoJSON editors give: alone, in a Feature, or in a collection of one."""
    if isinstance(pasted, dict) and pasted.get("type") == "FeatureCollection":
        features = pasted.get("features")
        pasted = features[0] if isinstance(features, list) and len(features) == 1 else None
    if isinstance(pasted, dict) and pasted.get("type") == "Feature":
        pasted = pasted.get("geometry")
    if not isinstance(pasted, dict) or pasted.get("type") != "Polygon":
        raise ValueError("no polygon")
    return {"type": "Polygon", "coordinates": pasted.get("coordinates")}


async def _around(visit: Visit, place: str, tried: Tried) -> dict[str, Any]:
    radius = visit.one("radius", 10)
    metres = int(radius) if radius.isascii() and radius.isdigit() else 0
    if not 10 <= metres <= 100_000:  # noqa: PLR2004 - as the API takes it
        tried.refused["radius"] = "metres"
    one, found = await placed(visit, place, visit.one("place_id", 40))
    if not found:
        tried.refused["place"] = "unknown"
    elif one is None:
        tried.places = list(found)
    elif metres:
        at = Around(latitude=one.latitude, longitude=one.longitude, radius_m=metres)
        return {} if "radius" in tried.refused else {"around": at}
    return {}


def _moment(visit: Visit, name: str, tried: Tried) -> datetime | None:
    """A moment as a browser's field gives it, on the clock of the network."""
    typed = visit.one(name, 40)
    if not typed:
        return None
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=visit.frame.words.zone)
    except ValueError:
        tried.refused[name] = "moment"
        return None


async def _page(visit: Visit, tried: Tried) -> Response:
    inside = await visit.client.call("GET", "/v1/reports/restrictions", None, InsideList)
    groups = (await visit.client.groups()).items
    return visit.frame.page(
        "restrictions",
        422 if tried.refused or tried.places else 200,
        said=visit.said,
        page=PAGE,
        listed=await _listed(visit),
        now=visit.now,
        inside={one.restriction_id: one.requests for one in inside.items},
        kinds=tuple(RestrictionKind),
        groups=groups,
        group_names={one.id: one.name for one in groups},
        typed={name: visit.one(name, LONGEST.get(name, 80)) for name in TYPED},
        ticked=frozenset(visit.form.get("permits", ())),
        relay=visit.one("relay", 3) == "yes",
        refused=tried.refused,
        places=tried.places,
    )
