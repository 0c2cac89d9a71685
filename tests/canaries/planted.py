"""The canaries: one word for each personal column, long enough not to be there by chance."""

from __future__ import annotations

import json

import sqlalchemy as sa

from api.database import types
from api.database.metadata import metadata
from api.database.private import vault

NAME = "蒲公英紫苏"
PHONE = "55578123"
WIRE = "pangolinwire"
PLACE = "Narwhalgasse"
DRUG = "Tapirotamol"
STOPPED = "Okapiwiese"
SAID = "Echidnaton"
ALARM = "Axolotlruf"
SENTENCE = "Numbatsatz"
REMARK = "Wombatrest"
NOTE = "Kookaburra"
BESIDE = "Quokkabruder"
HELPER = "Serowfrau"
SPOKEN = "Dugongstimme"
SOUGHT = "Bilbystieg"
UNREAD = "Zebuwort"
SEEN_TO = "Gharialzettel"
CLASS = "violence"
"""No canary of our own: which danger it is follows from what is said."""
LATITUDE, LONGITUDE = 31.234567, 121.478913

CANARIES = {
    ("people", "name"): NAME,
    ("people", "phone"): PHONE,
    ("people", "contact"): BESIDE,
    ("people", "profile"): HELPER,
    ("addresses", "address"): WIRE,
    ("alerts", "words"): ALARM,
    ("alerts", "why"): CLASS,
    ("alerts", "note"): SEEN_TO,
    ("requests", "place"): PLACE,
    ("requests", "details"): DRUG,
    ("requests", "remark"): REMARK,
    ("calls", "note"): NOTE,
    ("sessions", "state"): STOPPED,
    ("inbound", "body"): SAID,
    ("texts", "words"): UNREAD,
    ("recordings", "audio"): SPOKEN,
    ("notices", "values"): SENTENCE,
    ("geocoded", "answer"): SOUGHT,
}
"""What the story says once, and where it is then kept."""

WORDS = (*CANARIES.values(), str(LATITUDE), str(LONGITUDE))
"""All that must not be readable anywhere."""


def sealed_columns() -> set[tuple[str, str]]:
    """Every column that holds sealed text, by what the tables declare."""
    return {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, types.Blob)
    }


def kept(conn: sa.Connection, table_name: str, column_name: str) -> list[str]:
    """What a sealed column says, row by row, opened with the key of this deployment."""
    table = metadata.tables[table_name]
    key = next(iter(table.primary_key))
    rows = conn.execute(sa.select(key, table.c[column_name])).all()
    opened = [vault(conn).unseal(table_name, column_name, *row) for row in rows if row[1]]
    return [_readable(text) for text in opened]


def _readable(text: str) -> str:
    """JSON escapes what is not ASCII; here it must be found."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text
