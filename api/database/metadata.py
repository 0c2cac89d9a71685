"""The one MetaData of Linli; a table that would differ between the engines is refused."""

import sqlalchemy as sa

from api.database.types import Flag, Kept

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = sa.MetaData(naming_convention=NAMING)


class TableError(TypeError):
    """A table of ours uses a type that is not in `api.database.types`, or is not STRICT."""


def guard(owner: sa.MetaData) -> None:
    """Checks every table that joins `owner` from now on, and adds the CHECK of each Flag.

    Defining a table raises TableError when it is not strict or uses a foreign type.
    """

    @sa.event.listens_for(sa.Table, "after_parent_attach")
    def check(table: sa.Table, parent: object) -> None:
        if parent is owner:
            _check_table(table)


def _check_table(table: sa.Table) -> None:
    if not table.dialect_options["sqlite"]["strict"]:
        raise TableError(f"table {table.name}: pass sqlite_strict=True")
    for column in table.columns:
        if not isinstance(column.type, Kept):
            raise TableError(f"column {column}: take its type from api.database.types")
    for column in table.columns:
        if isinstance(column.type, Flag):
            _add_flag_check(table, column)


def _add_flag_check(table: sa.Table, column: sa.Column[bool]) -> None:
    """SQLite has no boolean: without this its INTEGER would also keep a 7.

    The cast lets PostgreSQL read the same rule, so that a revision need not know the engine.
    """
    rule = f'CAST("{column.name}" AS INTEGER) IN (0, 1)'
    table.append_constraint(sa.CheckConstraint(rule, name=f"{column.name}_flag"))


guard(metadata)
