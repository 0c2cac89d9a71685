"""The groups of a network as a file that can be taken in again unchanged: a table, or GeoJSON.

Nobody is in it: who leads a group is left out, as are its load and its pause, which change by the
hour, and groups that are closed. They are read some at a time, so that a large network needs no
memory and others write in between.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any, Literal

from sqlalchemy import Connection

from api.auth.actor import Actor
from api.groups import routes as groups
from api.groups.schemas import GroupIn, GroupList, GroupOut
from api.operations.importing.fields import written
from api.operations.performing import Deed, Deployment, Failed, Nothing, Performer, performing

PAGE = 200
Format = Literal["csv", "geojson"]
SUFFIXES: Mapping[Format, tuple[str, ...]] = {"csv": (".csv",), "geojson": (".geojson", ".json")}
LEFT_OUT = {"leader_id", "datum", "area"}
"""Whoever leads is a person, every place is kept in WGS-84, and an area is no cell of a table."""
COLUMNS = ("ref", *(name for name in GroupIn.model_fields if name not in LEFT_OUT))
PLACE = {"latitude", "longitude"}
OWNER_ONLY = 0o600

Fields = dict[str, Any]


def save_groups(at: Deployment, path: Path, kind: Format | None = None) -> int:
    """Writes every open group into a new file; how many there are. Raises Failed.

    Without a `kind` the name of the file says it. A file that is not whole is removed.
    """
    kind = _kind(path, kind)
    with performing(at) as do, _new(path) as file:
        all_of_them = _groups(do)
        return _geojson(file, all_of_them) if kind == "geojson" else _csv(file, all_of_them)


def _kind(path: Path, kind: Format | None) -> Format:
    """What the name of a file ends in decides how it is read again, so both must agree."""
    suffix = path.suffix.lower()
    named = next((one for one, ends in SUFFIXES.items() if suffix in ends), None)
    if named is None or kind not in {None, named}:
        ends = SUFFIXES[kind] if kind else tuple(chain.from_iterable(SUFFIXES.values()))
        raise Failed(f"{path}: its name must end in {' or '.join(ends)}.")
    return named


@contextmanager
def _new(path: Path) -> Iterator[IO[str]]:
    """A new file of this name, once it is whole; until then it is called otherwise."""
    if path.exists():
        raise Failed(f"{path} exists already. Give another name.")
    draft = path.with_name(f"{path.name}.part")
    try:
        opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        with os.fdopen(opened, "w", encoding="utf-8", newline="") as file:
            yield file
        draft.replace(path)
    except OSError as error:
        raise Failed(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _groups(do: Performer) -> Iterator[Fields]:
    """Every open group, as a file of groups says it."""
    last = ""
    while page := do(_page(last)).items:
        yield from map(_fields, page)
        last = page[-1].id


def _page(after: str) -> Deed[GroupList]:
    def unit(conn: Connection, _actor: Actor, _now: datetime) -> GroupList:
        return groups.some(conn, after, PAGE)

    path = f"/v1/groups?limit={PAGE}" + (f"&after={after}" if after else "")
    return Deed("GET", path, Nothing(), GroupList, unit)


def _fields(group: GroupOut) -> Fields:
    told = group.model_dump(mode="json", include={*COLUMNS, "area"})
    return {name: value for name, value in told.items() if value is not None}


def _csv(file: IO[str], found: Iterable[Fields]) -> int:
    """A row for each; raises Failed for a group that no row can hold."""
    table = csv.writer(file)
    table.writerow(COLUMNS)
    count = 0
    for group in found:
        cells = [written(one, group[one]) if one in group else "" for one in COLUMNS]
        if "area" in group or any(cell != cell.strip() for cell in cells):
            raise Failed(
                f"{group['name']!r} has an area of its own, or a space at an end of its name,"
                " which no table holds. Write GeoJSON: --format geojson."
            )
        table.writerow(cells)
        count += 1
    return count


def _geojson(file: IO[str], found: Iterable[Fields]) -> int:
    """A feature for each (RFC 7946), one a line."""
    file.write('{"type": "FeatureCollection", "features": [')
    count = 0
    for count, group in enumerate(found, start=1):
        file.write(",\n" if count > 1 else "\n")
        json.dump(_feature(group), file, ensure_ascii=False)
    file.write("\n]}\n")
    return count


def _feature(group: Fields) -> Fields:
    """Where it helps, with its place in `point`; or only where it is."""
    told = {name: value for name, value in group.items() if name not in {"area", *PLACE}}
    point = [group["longitude"], group["latitude"]]
    if "area" in group:
        return {
            "type": "Feature",
            "geometry": group["area"],
            "properties": told | {"point": point},
        }
    geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "geometry": geometry, "properties": told}
