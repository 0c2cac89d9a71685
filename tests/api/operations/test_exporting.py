"""A file of groups that was written is taken in: here nothing changes, there it is the same."""

import asyncio
import json

import pytest

from api.groups import service as groups
from api.groups.schemas import GroupIn
from api.operations import Deployment, Failed, load_groups, save_groups
from tests.api.operations.conftest import node_of
from tests.api.operations.test_importing import HEADER, kept, written

HEAD = f"{HEADER},exceptions,time_zone,talks_by"
SAME = ("1,Elm,31.2,121.4,800,groceries:in_person|medicine:remote,en|zh-Hans,no_stairs,"
        '"Mon-Fri 09:00-12:00,13:00-17:00; Sat 22:00-02:00; Mon 18:00-24:00",no,5,'
        '"2026-12-25 closed; 2026-12-31 09:00-12:00,13:00-14:00",Asia/Shanghai,text')  # fmt: skip
BARE = '2,"Oak, ""the old one"" 橡树",-31.3000001,-121.5,,|,en,,,yes,0,,,'
SQUARE = [[[121.4, 31.2], [121.5, 31.2], [121.5, 31.3], [121.4, 31.2]]]
LEFT_OUT = {"id", "leader_id", "load", "asked_at", "created_at"}


def filled(at, tmp_path):
    """A deployment with two groups of a table, one of them closed by now, and a third."""
    load_groups(at, written(tmp_path, HEAD, SAME, BARE))
    return at


def with_an_area(at):
    """One more, which helps in an area; its name ends with a space."""
    fields = {"name": "Yew ", "latitude": 31.21, "longitude": 121.45, "capacity": 1}
    area = {"type": "Polygon", "coordinates": SQUARE}
    services = [{"leaf": "water", "mode": "in_person"}]
    one = GroupIn.model_validate(
        {**fields, "area": area, "services": services, "languages": ["en"]}
    )

    async def made():
        node = node_of(at)
        await node.open()
        try:
            await node.store.write(lambda c: groups.create(c, one, now=node.clock()))
        finally:
            await node.close()

    asyncio.run(made())


def plain(found):
    """What a group is, but for what no file says of it."""
    return {
        one.name: {name: getattr(one, name) for name in one.__slots__ if name not in LEFT_OUT}
        for one in found.values()
    }


@pytest.mark.parametrize("name", ["out.csv", "out.geojson", "out.json"])
def test_what_was_written_changes_nothing_here_and_makes_the_same_elsewhere(at, tmp_path, name):
    """Every field of it, lists in their order; days and hours as people write them."""
    filled(at, tmp_path)
    if name != "out.csv":
        with_an_area(at)
    path = tmp_path / name
    count = save_groups(at, path)
    again = load_groups(at, path)
    assert (again.new, again.changed, again.unchanged) == (0, 0, count)
    elsewhere = Deployment(f"sqlite:///{tmp_path}/other/linli.sqlite3", tmp_path / "other/keys")
    assert load_groups(elsewhere, path).new == count
    assert plain(kept(elsewhere)) == plain(kept(at))
    assert "leader" not in path.read_text("utf-8")
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


@pytest.mark.usefixtures("serving")
def test_it_is_written_while_the_server_runs_page_by_page(at, tmp_path, monkeypatch):
    """Each group once, in the order of their ids."""
    filled(at, tmp_path)
    monkeypatch.setattr("api.operations.exporting.PAGE", 1)
    path = tmp_path / "out.geojson"
    assert save_groups(at, path) == 2
    told = json.loads(path.read_text("utf-8"))["features"]
    assert [one["properties"]["ref"] for one in told] == ["1", "2"]


def test_what_cannot_be_written_says_why_and_leaves_nothing(at, tmp_path):
    """A name of another kind, a file that is there, a group that no table can hold."""
    filled(at, tmp_path)
    with pytest.raises(Failed, match=r"must end in \.csv$|must end in \.csv\."):
        save_groups(at, tmp_path / "out.geojson", "csv")
    with pytest.raises(Failed, match="exists already"):
        save_groups(at, tmp_path / "groups.csv")
    with_an_area(at)
    with pytest.raises(Failed, match="Write GeoJSON"):
        save_groups(at, tmp_path / "out.csv")
    assert [one.name for one in tmp_path.glob("out*")] == []
