"""How long it takes to bring in the groups of a whole region from one table."""

from __future__ import annotations

import asyncio
import csv
import tempfile
from pathlib import Path
from time import perf_counter

from api.operations import Deployment, load_groups
from bench.measure import Measure

HEADER = "ref,name,latitude,longitude,radius_m,services,languages,able,hours,phone_only,capacity"
REST = "800,groceries:in_person|medicine:remote,en|zh-Hans,no_stairs,,no,5"


async def take(rounds: int, size: int) -> list[float]:
    """Seconds of each import of `size` groups into a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "groups.csv"
        _write(table, size)
        return [
            await asyncio.to_thread(_taken, table, Path(folder) / str(number), size)
            for number in range(rounds)
        ]


def _write(table: Path, size: int) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER.split(","))
        for number in range(size):
            place = [f"{31 + number / 1e6:.6f}", f"{121 + number / 1e6:.6f}"]
            rows.writerow([number, f"Elm {number}", *place, *REST.split(",")])


def _taken(table: Path, folder: Path, size: int) -> float:
    at = Deployment(f"sqlite:///{folder}/linli.sqlite3", folder / "keys.json")
    begun = perf_counter()
    loaded = load_groups(at, table)
    taken = perf_counter() - begun
    if loaded.new != size:
        raise RuntimeError(f"{loaded.new} of {size} groups were taken in")
    return taken


MEASURE = Measure("import_1e5_seconds", "s", "nothing; groups", take, 100_000, large=True)
