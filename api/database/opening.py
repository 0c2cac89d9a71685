"""What keeps a database from being opened, told to the operator with the way out.

Never with the password: it is part of the URL.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from api.database.keys import KeyFileError


class CannotOpen(RuntimeError):  # noqa: N818 - it says what is the case
    """The database or its keys cannot be used; the message says why and what to do."""


@contextmanager
def opening(database: str) -> Iterator[None]:
    """Whatever goes wrong in here raises CannotOpen; DatabaseInUse says enough and passes."""
    url = sa.make_url(database)
    failures: tuple[type[Exception], ...]
    failures = (OSError, sa.exc.SQLAlchemyError, *_of_driver(url))
    try:
        yield
    except KeyFileError as error:
        raise CannotOpen(str(error)) from error
    except failures as error:
        raise CannotOpen(_told(url, error)) from error


def _of_driver(url: sa.URL) -> tuple[type[Exception], ...]:
    if url.drivername == "sqlite":
        return ()
    import asyncpg  # noqa: PLC0415 - memory of small machines

    return (asyncpg.PostgresError, asyncpg.InterfaceError)


def _told(url: sa.URL, error: Exception) -> str:
    why = _why(error)
    if url.drivername == "sqlite":
        return f"The database {url.database} cannot be opened: {why}. Ask `linli doctor` for more."
    where = f"PostgreSQL at {url.host or 'the local socket'}, database {url.database}"
    how = "Start it, and check LINLI_DATABASE: its user, password, host and name."
    return f"{where} cannot be opened: {why}. {how}"


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, sa.exc.DBAPIError):
        return str(error.orig)
    return type(error).__name__
