"""Entries of a file of groups, one by one: rows of CSV, features of GeoJSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from api.groups.schemas import GroupRow
from api.places.rules import Point, inside

NEEDED = ("name", "latitude", "longitude", "services", "languages", "capacity")
COLUMNS = frozenset(GroupRow.model_fields) - {"area"}
"""What a table may have; an area is no cell, so it is for GeoJSON."""
DELIMITERS = ",;\t"
DIGITS = 6
"""Of a degree: a decimetre."""
SUFFIXES = (".csv", ".geojson", ".json")

Entry = tuple[str, Mapping[str, Any]]
"""Where a group stands in its file, and its raw fields."""


class Unreadable(Exception):  # noqa: N818 - it says what is the case
    """The file as a whole cannot be read; the message says why and what to do."""


def entries(path: Path) -> Iterator[Entry]:
    """The groups of a file as they are written; raises Unreadable."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise Unreadable(f"{path}: its name must end in {', '.join(SUFFIXES)}.")
    try:
        yield from _csv(path) if suffix == ".csv" else _geojson(path)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: it is not UTF-8. Save it as UTF-8 and try again.") from error


def _csv(path: Path) -> Iterator[Entry]:
    """Row by row, however long the file is."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        heading = file.readline()
        delimiter = max(DELIMITERS, key=heading.count)
        rows = csv.reader(chain([heading], file), delimiter=delimiter, strict=True)
        columns: list[str] = []
        line = 1
        try:
            for row in rows:
                if not columns:
                    columns = _columns(path, row)
                elif any(cell.strip() for cell in row):
                    yield f"line {line}", _cells(columns, row)
                line = rows.line_num + 1
        except csv.Error as error:
            raise Unreadable(f"{path}: line {line}: a quote is not closed again.") from error


def _columns(path: Path, row: Sequence[str]) -> list[str]:
    columns = [cell.strip().casefold() for cell in row]
    lacking = [name for name in NEEDED if name not in columns]
    strange = [name for name in columns if name not in COLUMNS]
    if lacking or strange or len(set(columns)) < len(columns):
        told = f"It lacks {', '.join(lacking)}. " if lacking else ""
        others = ", ".join(sorted(COLUMNS - set(NEEDED)))
        raise Unreadable(
            f"{path}: line 1 names the columns, each once. {told}"
            f"They are {', '.join(NEEDED)}, and perhaps {others}."
        )
    return columns


def _cells(columns: Sequence[str], row: Sequence[str]) -> dict[str, Any]:
    """Too many or too few cells are a mistake of their own."""
    if len(row) != len(columns):
        return {"cells": f"{len(columns)} cells, as the first line has"}
    return {name: cell.strip() for name, cell in zip(columns, row, strict=True) if cell.strip()}


def _geojson(path: Path) -> Iterator[Entry]:
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{path}: it is no valid JSON.") from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise Unreadable(f"{path}: it must be a GeoJSON FeatureCollection (RFC 7946).")
    for number, feature in enumerate(features, start=1):
        yield f"feature {number}", _feature(feature)


def _feature(feature: object) -> dict[str, Any]:
    """A Point is where the group is; a Polygon where it helps, with its place in `point`."""
    told = _inner(feature, "properties")
    fields = {name: told[name] for name in COLUMNS if told.get(name) is not None}
    geometry = _inner(feature, "geometry")
    position, rings = told.get("point"), geometry.get("coordinates")
    if geometry.get("type") == "Point":
        position = rings
    elif geometry.get("type") == "Polygon":
        fields["area"] = {"type": "Polygon", "coordinates": rings}
        position = position or amid(rings)
    else:
        return {"geometry": "a Point or a Polygon"}
    if isinstance(position, list) and len(position) in (2, 3):
        fields |= {"longitude": position[0], "latitude": position[1]}
    return fields


def _inner(feature: object, name: str) -> dict[str, Any]:
    inner = feature.get(name) if isinstance(feature, dict) else None
    return inner if isinstance(inner, dict) else {}


def amid(rings: object) -> list[float] | None:
    """A point inside an area: the middle of its corners, or else of the longest cut through it.

    None for what is no area.
    """
    try:
        outer = [(float(x), float(y)) for x, y, *_ in rings[0][:-1]]  # type: ignore[index]  # any shape may come
        x, y = (sum(axis) / len(outer) for axis in zip(*outer, strict=True))
        if inside((y, x), rings):  # type: ignore[arg-type]  # likewise
            return [round(x, DIGITS), round(y, DIGITS)]
        return _cut(y, rings)  # type: ignore[arg-type]  # likewise
    except (TypeError, ValueError, IndexError, KeyError, ZeroDivisionError):
        return None


def _cut(y: float, rings: Sequence[Sequence[Sequence[float]]]) -> list[float] | None:
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1, *_), (x2, y2, *_) in pairwise(ring)
        if (y1 > y) != (y2 > y)
    )
    parts = [(b - a, (a + b) / 2) for a, b in pairwise(crossings)]
    middles: list[Point] = [(y, x) for _, x in sorted(parts, reverse=True)]
    found = next((point for point in middles if inside(point, rings)), None)
    return [round(found[1], DIGITS), round(found[0], DIGITS)] if found else None
