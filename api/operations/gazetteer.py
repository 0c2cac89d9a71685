"""A gazetteer from a file: whole, or with a mistake not at all."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.errors import Invalid
from api.operations.performing import Deed, Deployment, Failed, perform
from api.places import service as places
from api.places.schemas import Gazetteer, Imported

FORMATS: dict[str, Literal["csv", "geojson"]] = {
    ".csv": "csv",
    ".geojson": "geojson",
    ".json": "geojson",
}


def load_places(at: Deployment, path: Path) -> int:
    """How many places the deployment has now: those of the file and no other; raises Failed."""
    wanted = _gazetteer(path)

    def unit(conn: Connection, actor: Actor, now: datetime) -> Imported:
        count = places.replace(conn, places.read(wanted), now=now)
        facts = {"places": count}
        audit.record(conn, actor, "replace", "places", "", now=now, facts=facts)
        return Imported(places=count)

    return perform(Deed("PUT", "/v1/places", wanted, Imported, unit), at).places


def _gazetteer(path: Path) -> Gazetteer:
    if path.suffix.lower() not in FORMATS:
        raise Failed(f"{path}: its name must end in {', '.join(FORMATS)}.")
    try:
        return Gazetteer(format=FORMATS[path.suffix.lower()], text=path.read_text("utf-8-sig"))
    except OSError as error:
        raise Failed(f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Failed(f"{path}: it is not UTF-8. Save it as UTF-8 and try again.") from error
    except ValidationError as error:
        raise Failed(f"{path}: {Invalid.of(error).errors}") from error
