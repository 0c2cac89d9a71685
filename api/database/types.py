"""Column types that mean the same on SQLite's STRICT tables and on PostgreSQL.

Each type refuses what it cannot keep exactly, before the database is asked; SQLAlchemy
raises the refusal as a `StatementError` whose `orig` is the TypeError or ValueError.
None is NULL in every type.
"""

import json
import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

T = TypeVar("T")
C = TypeVar("C", bound=StrEnum)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
INTEGER_LIMIT = 2**63  # both engines keep signed 64 bits


class Kept(TypeDecorator[T]):
    """What all types share: a value is checked by `keep` on its way in, made by `give` out."""

    __abstract__ = True
    cache_ok = True
    on_sqlite: ClassVar[type[TypeEngine[Any]] | None] = None  # where STRICT has another name

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type's name in the schema of this engine."""
        if dialect.name == "sqlite" and self.on_sqlite is not None:
            return dialect.type_descriptor(self.on_sqlite())
        return super().load_dialect_impl(dialect)

    def process_bind_param(
        self,
        value: T | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> object:
        """What the driver is given; TypeError or ValueError for what cannot be kept."""
        return None if value is None else self.keep(value)

    def process_result_value(
        self,
        value: Any | None,  # noqa: ANN401 - whatever the driver gives
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> T | None:
        """What a unit of work is given."""
        return None if value is None else self.give(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[T | None], Any]:
        """`keep` and nothing around it: it is asked for every value written."""
        keep, then = self.keep, self.impl_instance.bind_processor(dialect)
        if then is None:
            return lambda value: None if value is None else keep(value)
        return lambda value: None if value is None else then(keep(value))

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any | None], T | None] | None:
        """None where the driver's values are ours already, as for all that is read."""
        if type(self).give is Kept.give:
            return None
        give, first = self.give, self.impl_instance.result_processor(dialect, coltype)
        if first is None:
            return lambda value: None if value is None else give(value)
        return lambda value: None if value is None else give(first(value))

    def keep(self, value: T) -> object:
        """The value as the driver takes it."""
        raise NotImplementedError

    def give(self, value: Any) -> T:  # noqa: ANN401 - whatever the driver gives
        """The value as a unit of work takes it."""
        return value  # type: ignore[no-any-return]  # most drivers' values are ours already


class Text(Kept[str]):
    """Plain text that is no personal data, without the NUL that PostgreSQL cannot keep."""

    impl = sa.Text
    cache_ok = True

    def keep(self, value: str) -> str:
        """The text; TypeError for anything else, ValueError for a NUL."""
        if type(value) is not str:
            _expect(value, str)
        if "\x00" in value:
            raise ValueError("text with a NUL cannot be kept")
        return str(value)


class Id(Text):
    """The id of a row: a UUIDv7 in its canonical spelling, see `api.database.ids.new_id`."""

    cache_ok = True


class Code(Kept[C]):
    """A member of one StrEnum, kept as its value."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, enum_cls: type[C]) -> None:
        super().__init__()
        self.enum_cls = enum_cls

    def keep(self, value: C) -> str:
        """The value of a member; TypeError for another enum's, ValueError for an unknown one."""
        if isinstance(value, StrEnum):
            _expect(value, self.enum_cls)
        return self.enum_cls(value).value

    def give(self, value: str) -> C:
        """The member; ValueError if the database knows a value the code does not."""
        return self.enum_cls(value)


class Moment(Kept[datetime]):
    """A moment: an aware datetime, kept as microseconds since the epoch, given back in UTC."""

    impl = sa.BigInteger
    on_sqlite = sa.Integer
    cache_ok = True

    def keep(self, value: datetime) -> int:
        """Microseconds; TypeError for no datetime, ValueError for a naive one."""
        _expect(value, datetime)
        if value.utcoffset() is None:
            raise ValueError("a moment needs its time zone; this datetime is naive")
        return (value.astimezone(UTC) - EPOCH) // MICROSECOND

    def give(self, value: int) -> datetime:
        """The same moment in UTC."""
        return EPOCH + value * MICROSECOND


class Big(Kept[int]):
    """A whole number of at most 64 bits; a bool is not a number."""

    impl = sa.BigInteger
    on_sqlite = sa.Integer
    cache_ok = True

    def keep(self, value: int) -> int:
        """The number; TypeError for anything else, ValueError beyond 64 bits."""
        _expect(value, int)
        if not -INTEGER_LIMIT <= value < INTEGER_LIMIT:
            raise ValueError("a whole number beyond 64 bits cannot be kept")
        return int(value)


class Real(Kept[float]):
    """A floating point number; REAL is 64 bits on SQLite but 32 on PostgreSQL, hence Double."""

    impl = sa.Double
    on_sqlite = sa.REAL
    cache_ok = True

    def keep(self, value: float) -> float:
        """The number; TypeError for anything else, ValueError for not-a-number."""
        _expect(value, int, float)
        if math.isnan(value):
            raise ValueError("not-a-number cannot be kept: SQLite would make it NULL")
        return float(value)


class Flag(Kept[bool]):
    """Yes or no: 0 or 1 on SQLite (by a CHECK on every such column), BOOLEAN on PostgreSQL.

    Native on PostgreSQL, so that `flag.is_(True)` and `where(flag)` work on both engines.
    """

    impl = sa.Boolean
    on_sqlite = sa.Integer
    cache_ok = True
    coerce_to_is_types = (type(None), bool)  # renders true or 1, which IS needs, not a parameter

    def keep(self, value: bool) -> bool:  # noqa: FBT001 - SQLAlchemy passes it by position
        """The flag; TypeError for anything else, also for 0 and 1."""
        _expect(value, bool)
        return value

    def give(self, value: int) -> bool:
        """The flag as a bool."""
        return bool(value)


class Json(Kept[Any]):
    """A JSON document kept as text."""

    impl = sa.Text
    cache_ok = True

    def keep(self, value: Any) -> str:  # noqa: ANN401 - any document
        """The text; TypeError or ValueError for what JSON cannot say (dates, sets, NaN)."""
        return json.dumps(value, allow_nan=False, sort_keys=True, separators=(",", ":"))

    def give(self, value: str) -> Any:  # noqa: ANN401 - any document
        """The document."""
        return json.loads(value)


class Blob(Kept[bytes]):
    """Bytes: what `api.database.private` sealed."""

    impl = sa.LargeBinary
    cache_ok = True

    def keep(self, value: bytes) -> bytes:
        """The bytes; TypeError for anything else."""
        _expect(value, bytes)
        return value


def _expect(value: object, *wanted: type) -> None:
    """TypeError unless the value is of a wanted type; a bool passes for no number."""
    is_flag = isinstance(value, bool) and bool not in wanted
    if is_flag or not isinstance(value, wanted):
        names = " or ".join(kind.__name__ for kind in wanted)
        raise TypeError(f"{names} expected, not {type(value).__name__}")
