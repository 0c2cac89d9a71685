"""Gazetteer files read whole or refused whole, with the line and the field of each mistake."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from api.errors import Refusal, accepted_by, field_of
from api.places.schemas import Gazetteer, PlaceIn

NEEDED = frozenset({"name", "latitude", "longitude"})
COLUMNS = NEEDED | {"aliases", "datum"}
DELIMITERS = ",;\t"
BETWEEN_ALIASES = "|"
MISTAKES = 50
"""More are not told at once."""
MOST_PLACES = 50_000
POSITION = (2, 3)
"""Longitude, latitude, and perhaps the height (RFC 7946, section 3.1.1)."""


class GazetteerRefused(Refusal):
    """The file has mistakes; nothing of it was taken."""

    code = "gazetteer_refused"
    status = 422
    detail = "Nothing was taken. `errors` names the line and the field of each mistake."


Entry = tuple[str, Mapping[str, Any]]
"""Where a place stands in its file, and its raw fields."""


def read(gazetteer: Gazetteer) -> list[PlaceIn]:
    """The places of a file; raises GazetteerRefused."""
    entries = _csv if gazetteer.format == "csv" else _geojson
    try:
        return _checked(entries(gazetteer.text.removeprefix("\ufeff")))
    except _MistakeError as mistake:
        raise GazetteerRefused([mistake.told]) from mistake


class _MistakeError(Exception):
    def __init__(self, where: str, accepted: str) -> None:
        super().__init__(where)
        self.told = {"field": where, "accepted": accepted}


def _checked(entries: Iterable[Entry]) -> list[PlaceIn]:
    places: list[PlaceIn] = []
    mistakes: list[dict[str, str]] = []
    for where, fields in entries:
        try:
            places.append(PlaceIn.model_validate(fields))
        except ValidationError as error:
            mistakes += (
                {"field": f"{where}: {field_of(found['loc'])}", "accepted": accepted_by(found)}
                for found in error.errors()
            )
        if len(mistakes) >= MISTAKES or len(places) > MOST_PLACES:
            break
    if len(places) > MOST_PLACES:
        raise _MistakeError("file", f"at most {MOST_PLACES} places")
    if mistakes:
        raise GazetteerRefused(mistakes[:MISTAKES])
    return places


def _csv(text: str) -> Iterator[Entry]:
    heading = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=heading.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    line = 1
    try:
        for row in rows:
            if not columns:
                columns = _columns(row)
            elif any(cell.strip() for cell in row):
                yield f"line {line}", _fields(columns, row, line)
            line = rows.line_num + 1
    except csv.Error as error:
        raise _MistakeError(f"line {line}", "quotes that are closed again") from error
    if not columns:
        raise _MistakeError("line 1", _header_accepted())


def _columns(row: list[str]) -> list[str]:
    columns = [cell.strip().casefold() for cell in row]
    known = NEEDED <= set(columns) <= COLUMNS and len(set(columns)) == len(columns)
    if not known:
        raise _MistakeError("line 1", _header_accepted())
    return columns


def _header_accepted() -> str:
    return "the columns name, latitude, longitude, and perhaps aliases and datum, each once"


def _fields(columns: list[str], row: list[str], line: int) -> dict[str, Any]:
    if len(row) != len(columns):
        raise _MistakeError(f"line {line}", f"{len(columns)} cells, as the first line has")
    fields: dict[str, Any] = {name: cell.strip() for name, cell in zip(columns, row, strict=True)}
    fields["aliases"] = _aliases(fields.get("aliases", ""))
    return _with_datum(fields)


def _aliases(written: object) -> object:
    """A list as it is; one text is parted."""
    if not isinstance(written, str):
        return written
    return [alias.strip() for alias in written.split(BETWEEN_ALIASES) if alias.strip()]


def _with_datum(fields: dict[str, Any]) -> dict[str, Any]:
    datum = str(fields.pop("datum", "") or "").casefold().replace("-", "")
    return {**fields, "datum": datum} if datum else fields


def _geojson(text: str) -> Iterator[Entry]:
    try:
        collection = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _MistakeError("file", "valid JSON") from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or collection.get("type") != "FeatureCollection":
        raise _MistakeError("file", "a GeoJSON FeatureCollection with its features")
    for number, feature in enumerate(features, start=1):
        yield f"feature {number}", _feature(feature, f"feature {number}")


def _feature(feature: object, where: str) -> dict[str, Any]:
    longitude, latitude = _position(feature, where)
    properties = feature.get("properties") if isinstance(feature, dict) else None
    known = properties if isinstance(properties, dict) else {}
    fields: dict[str, Any] = {
        name: known[name] for name in ("name", "datum") if known.get(name) is not None
    }
    fields |= {"latitude": latitude, "longitude": longitude}
    return _with_datum({**fields, "aliases": _aliases(known.get("aliases") or [])})


def _position(feature: object, where: str) -> tuple[Any, Any]:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        raise _MistakeError(f"{where}: geometry", "a Point")
    position = geometry.get("coordinates")
    if not isinstance(position, list) or len(position) not in POSITION:
        raise _MistakeError(f"{where}: geometry.coordinates", "longitude, latitude")
    return position[0], position[1]
