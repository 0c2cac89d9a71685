"""What a database holds, seen from outside the store."""

import asyncio
from pathlib import Path

import sqlalchemy as sa

from api.database.postgresql import asyncpg_engine
from api.database.sqlite import writing_engine


def see(url, look):
    """What a function of a connection finds in the database."""
    parsed = sa.make_url(url)
    if parsed.drivername == "sqlite":
        engine = writing_engine(Path(parsed.database), ())
        try:
            with engine.connect() as conn:
                return look(conn)
        finally:
            engine.dispose()
    return asyncio.run(_see_postgresql(parsed, look))


async def _see_postgresql(url, look):
    engine = asyncpg_engine(url)
    try:
        async with engine.connect() as conn:
            return await conn.run_sync(look)
    finally:
        await engine.dispose()


def tables(conn):
    """The names of all tables."""
    return sorted(sa.inspect(conn).get_table_names())


def revision(conn):
    """Where the database stands."""
    return conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def schema(conn):
    """All that the inspector knows of every table but Alembic's own, in a fixed order."""
    inspector = sa.inspect(conn)
    asked = ("columns", "pk_constraint", "foreign_keys", "unique_constraints", "indexes")
    return {
        name: {what: _sorted(getattr(inspector, f"get_{what}")(name)) for what in asked}
        | {"checks": _sorted(inspector.get_check_constraints(name))}
        for name in inspector.get_table_names()
        if name != "alembic_version"
    }


def _sorted(found):
    return sorted(map(str, found)) if isinstance(found, list) else str(found)
