"""Routes of the gazetteer."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.places import geocoder, service
from api.places.schemas import Gazetteer, Imported, PlaceSearch, PlacesFound
from api.vocabulary import Role

router = APIRouter(prefix="/v1/places", tags=["places"])
Searcher = Annotated[Context, Depends(allow(Role.BOT, Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Keeper = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("/search")
async def search(body: PlaceSearch, context: Searcher) -> PlacesFound:
    """Places whose name is near the words a person used; if none is, those of the geocoder."""
    return await geocoder.search(context, body)


@router.put("")
async def replace(body: Gazetteer, context: Keeper) -> Imported:
    """The gazetteer has the places of this file and no other; with a mistake nothing changes."""
    return await _import(body, context, "replace")


@router.post("", status_code=201)
async def add(body: Gazetteer, context: Keeper) -> Imported:
    """Add the places of this file; with a mistake nothing is added."""
    return await _import(body, context, "add")


async def _import(
    body: Gazetteer, context: Context, action: Literal["add", "replace"]
) -> Imported:
    places = service.read(body)
    keep = service.add if action == "add" else service.replace

    def unit(conn: Connection) -> Imported:
        count = keep(conn, places, now=context.now)
        audit.record(
            conn, context.actor, action, "places", "", now=context.now, facts={"places": count}
        )
        return Imported(places=count)

    return await context.write(unit)
