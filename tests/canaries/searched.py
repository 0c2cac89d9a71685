"""Where a canary could be read: files, rows, logs, addresses; however text is written down."""

from __future__ import annotations

import base64
import json
import logging
import struct
from pathlib import Path
from typing import Self
from urllib.parse import quote

import sqlalchemy as sa

from tests.canaries.planted import LATITUDE, LONGITUDE, WORDS


def written(word: str) -> set[bytes]:
    """A word as bytes, in the encodings that programs write text in; small letters only."""
    plain = word.encode()
    forms = {
        plain,
        quote(word).encode(),
        json.dumps(word)[1:-1].encode(),
        plain.hex().encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
    }
    return {form.lower() for form in forms} | {_in_base64(plain, pad) for pad in range(3)}


def _in_base64(plain: bytes, pad: int) -> bytes:
    """The letters that depend on the word alone, when it begins so far into the text."""
    letters = base64.b64encode(b" " * pad + plain)
    return letters[-(-pad * 8 // 6) : (pad + len(plain)) * 8 // 6].lower()


FORMS = {word: written(word) for word in WORDS}
DOUBLES = {
    number: {struct.pack(order + "d", number).lower() for order in "<>"}
    for number in (LATITUDE, LONGITUDE)
}


def found_in(data: bytes | str) -> set[object]:
    """The canaries that can be read in some data, whatever their case."""
    small = (data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).lower()
    every = {**FORMS, **DOUBLES}
    return {word for word, forms in every.items() if any(form in small for form in forms)}


def rows(conn: sa.Connection) -> str:
    """Every value of every table as the database itself gives it."""
    names = sa.inspect(conn).get_table_names()
    found = [conn.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names]  # noqa: S608 - our own tables
    return repr([[tuple(row) for row in table] for table in found])


def files(*folders: Path) -> dict[str, bytes]:
    """Every file below some folders."""
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in paths}


class Logs(logging.Handler):
    """Everything that any logger says, to the last detail."""

    def __init__(self) -> None:
        super().__init__(0)
        self.said: list[str] = []
        self._levels: dict[logging.Logger, int] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line with its parts, as any formatter might print them."""
        self.said.append(
            f"{record.name} {self.format(record)} {record.args!r} {record.__dict__!r}"
        )

    def __enter__(self) -> Self:
        named = (logging.getLogger(name) for name in logging.root.manager.loggerDict)
        for logger in (logging.root, *named):
            self._levels[logger] = logger.level
            logger.setLevel(logging.DEBUG)
        logging.root.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.root.removeHandler(self)
        for logger, level in self._levels.items():
            logger.setLevel(level)


class Paths:
    """ASGI: keeps the address of every request, and where each answer points to."""

    def __init__(self, app, kept: list[str]) -> None:
        self.app = app
        self.kept = kept

    async def __call__(self, scope, receive, send) -> None:
        """Passes the request on."""

        async def sent(message):
            if message["type"] == "http.response.start":
                self.kept += [repr(header) for header in message["headers"]]
            await send(message)

        if scope["type"] == "http":
            self.kept.append(f"{scope['raw_path']!r} {scope['path']} {scope['query_string']!r}")
        await self.app(scope, receive, sent)
