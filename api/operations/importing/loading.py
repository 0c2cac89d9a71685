"""A file of groups taken in: nothing with a mistake in it, and never the database for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.errors import accepted_by
from api.groups import routes as groups
from api.groups.schemas import GroupRow, GroupsIn, GroupsTaken
from api.operations.importing.fields import Unclear, parsed
from api.operations.importing.files import Unreadable, entries
from api.operations.performing import Deed, Deployment, Failed, Performer, performing

BATCH = 200
"""Groups of one unit of work: others write in between."""
MOST_TOLD = 50
"""More mistakes are counted and not told."""

Seen = tuple[str, GroupRow]
"""A group, and where it stands in its file."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file: how many groups are new, changed and unchanged, and left out."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    mistakes: tuple[str, ...] = ()
    left_out: int = 0


class Mistakes(Failed):
    """The file has mistakes; nothing of it was taken."""


def load_groups(
    at: Deployment,
    path: Path,
    *,
    dry_run: bool = False,
    skip_mistakes: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Loaded:
    """Take in the groups of a file; raises Mistakes, or Failed.

    It is read once for its mistakes and once to be taken, so that a long table needs no memory.
    """
    try:
        mistakes, wrong, of, led = _looked_through(path)
    except Unreadable as error:
        raise Failed(str(error)) from error
    if wrong and not skip_mistakes:
        raise Mistakes("\n".join((f"Nothing was taken: {_count(wrong)}.", *mistakes)))
    with performing(at) as do:
        if led and not dry_run:  # only the database knows who is known
            _taken(do, path, of, dry_run=True, progress=lambda _done, _of: None)
        new, changed, unchanged = _taken(do, path, of, dry_run=dry_run, progress=progress)
    return Loaded(new, changed, unchanged, tuple(mistakes), wrong)


def _count(wrong: int) -> str:
    told = f"{wrong} groups have mistakes" if wrong > 1 else "one group has a mistake"
    return f"{told}; the first {MOST_TOLD} lines" if wrong > MOST_TOLD else told


def _looked_through(path: Path) -> tuple[list[str], int, int, bool]:
    """The mistakes told, how many groups have one, how many have none, and if any has a leader."""
    told: list[str] = []
    wrong = good = 0
    led = False
    for where, found in _read(path):
        if isinstance(found, GroupRow):
            good += 1
            led = led or found.leader_id is not None
        else:
            wrong += 1
            told += [f"  {where}: {one}" for one in found][: max(0, MOST_TOLD - len(told))]
    return told, wrong, good, led


def _read(path: Path) -> Iterator[tuple[str, GroupRow | list[str]]]:
    """Each group of a file, or its mistakes; one that stands there twice is one."""
    seen: dict[tuple[object, ...], str] = {}
    for where, raw in entries(path):
        found = _row(raw)
        if isinstance(found, GroupRow):
            key = (found.ref,) if found.ref else (found.name, found.latitude, found.longitude)
            first = seen.setdefault(key, where)
            if first != where:
                found = [f"{'ref' if found.ref else 'name'}: each group once; see {first}"]
        yield where, found


def _row(raw: Mapping[str, object]) -> GroupRow | list[str]:
    whole = {name: str(raw[name]) for name in ("cells", "geometry") if name in raw}
    if whole:
        return [f"{name}: {accepted}" for name, accepted in whole.items()]
    fields: dict[str, object] = {}
    mistakes = []
    for name, value in raw.items():
        try:
            fields[name] = parsed(name, value)
        except Unclear as unclear:
            mistakes.append(f"{name}: {unclear}")
    if mistakes:
        return mistakes
    try:
        return GroupRow.model_validate(fields)
    except ValidationError as error:
        return [f"{_field(one['loc'])}: {accepted_by(one)}" for one in error.errors()]


def _field(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path))


def _taken(
    do: Performer,
    path: Path,
    of: int,
    *,
    dry_run: bool,
    progress: Callable[[int, int], None],
) -> tuple[int, int, int]:
    """How many are new, changed and unchanged; raises Failed with the lines it is about."""
    done = new = changed = unchanged = 0
    for batch in _batches(path):
        try:
            count = do(_deed([row for _, row in batch], dry_run=dry_run))
        except Failed as failed:
            raise _located(failed, batch, 0 if dry_run else done) from failed
        new, changed, unchanged = (
            new + count.new,
            changed + count.changed,
            unchanged + count.unchanged,
        )
        done += len(batch)
        progress(done, of)
    return new, changed, unchanged


def _batches(path: Path) -> Iterator[list[Seen]]:
    batch: list[Seen] = []
    for where, found in _read(path):
        if isinstance(found, GroupRow):
            batch.append((where, found))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _located(failed: Failed, batch: Sequence[Seen], taken: int) -> Failed:
    """The same with lines of the file; what was taken before stays, and is not taken twice."""
    told = []
    for one in failed.errors:
        _, number, field = (*one["field"].split(".", 2), "", "")[:3]
        where = batch[int(number)][0] if number.isdecimal() else "file"
        told.append(f"  {where}: {field}: {one['accepted']}")
    if taken:
        told.append(f"{taken} groups before it were taken. Give the file again when it is right.")
    return Failed("\n".join((str(failed).partition("\n")[0], *told)))


def _deed(rows: list[GroupRow], *, dry_run: bool) -> Deed[GroupsTaken]:
    wanted = GroupsIn(groups=rows, dry_run=dry_run)

    def unit(conn: Connection, actor: Actor, now: datetime) -> GroupsTaken:
        return groups.taken(conn, wanted, actor, now=now)

    return Deed("POST", "/v1/groups/import", wanted, GroupsTaken, unit)
