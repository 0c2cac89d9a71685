"""A copy is whole, opens with its keys and with no others, and comes back only where it may."""

import asyncio
import sqlite3
import stat

import pytest

from api.database.keys import load_keys
from api.operations import (
    BackupRefused,
    Deployment,
    RestoreRefused,
    back_up,
    dump_command,
    restore,
)
from api.people import service as people
from tests.api.operations.conftest import NAME, node_of


@pytest.fixture
def copied(at, person_id, tmp_path):
    """A copy of the deployment, and its keys."""
    return back_up(at, tmp_path / "monday.sqlite3")


@pytest.fixture
def elsewhere(tmp_path):
    """Another place, where nothing is yet."""
    folder = tmp_path / "new"
    return Deployment(f"sqlite:///{folder}/linli.sqlite3", folder / "keys.json")


def name_of(at, person_id):
    """What a deployment knows a person as."""

    async def read():
        node = node_of(at)
        await node.open()
        try:
            return (await node.store.read(lambda conn: people.person(conn, person_id))).name
        finally:
            await node.close()

    return asyncio.run(read())


def test_a_copy_comes_back_with_all_that_was_sealed(copied, elsewhere, person_id):
    """On another machine, by the copy and its keys alone."""
    restore(elsewhere, copied[0])
    assert name_of(elsewhere, person_id) == NAME


def test_a_copy_can_be_made_while_the_server_writes(at, person_id, serving, tmp_path, elsewhere):
    """It sees one state of the database."""
    back_up(at, tmp_path / "live.sqlite3")
    restore(elsewhere, tmp_path / "live.sqlite3")
    assert name_of(elsewhere, person_id) == NAME


def test_only_the_owner_reads_a_copy_its_keys_and_what_comes_back(copied, elsewhere):
    """Whatever the folder allows."""
    restore(elsewhere, copied[0])
    for one in (*copied, elsewhere.key_file, elsewhere.key_file.with_name("linli.sqlite3")):
        assert stat.S_IMODE(one.stat().st_mode) == 0o600


def test_a_copy_overwrites_nothing(at, copied):
    """Neither another copy nor other keys."""
    for there in copied:
        before = there.read_bytes()
        with pytest.raises(BackupRefused, match="exists already"):
            back_up(at, copied[0])
        assert there.read_bytes() == before


@pytest.mark.parametrize("target", ["nowhere/monday.sqlite3", "file/monday.sqlite3"])
def test_a_copy_that_cannot_be_written_says_why(at, person_id, tmp_path, target):
    """And nothing half is left."""
    (tmp_path / "file").touch()
    with pytest.raises(BackupRefused, match="cannot be copied"):
        back_up(at, tmp_path / target)
    assert not (tmp_path / target).exists()


def test_nothing_is_copied_where_nothing_is(at, tmp_path):
    """It says what is not there."""
    with pytest.raises(BackupRefused, match=r"There is no .*linli\.sqlite3"):
        back_up(at, tmp_path / "monday.sqlite3")
    assert list(tmp_path.glob("monday*")) == []


def test_what_is_there_is_in_the_way(at, copied):
    """Nobody's database is overwritten by a slip."""
    with pytest.raises(RestoreRefused, match="in the way"):
        restore(at, copied[0])


def test_other_keys_are_in_the_way(copied, elsewhere):
    """They may be the only ones that open another database."""
    elsewhere.key_file.parent.mkdir()
    elsewhere.key_file.write_text("{}")
    with pytest.raises(RestoreRefused, match="holds other keys"):
        restore(elsewhere, copied[0])
    assert elsewhere.key_file.read_text() == "{}"


def test_nothing_is_restored_below_a_server(copied, at, serving, path):
    """Even when somebody took its file away."""
    path.rename(path.with_name("away"))
    path.with_name(path.name + "-wal").unlink()
    with pytest.raises(RestoreRefused, match="in use by process"):
        restore(at, copied[0])
    path.with_name("away").rename(path)


def spoil(copy, keys):
    """The middle of the file is something else."""
    data = bytearray(copy.read_bytes())
    data[20_000:60_000] = b"x" * 40_000
    copy.write_bytes(data)


def swap(copy, keys):
    """The keys are another deployment's."""
    keys.unlink()
    load_keys(keys)


def empty(copy, keys):
    """A database of somebody else's."""
    copy.unlink()
    sqlite3.connect(copy).close()


SPOILT = [
    (spoil, "whole|no database"),
    (lambda copy, keys: copy.write_bytes(b"no database" * 99), "no database of Linli's"),
    (empty, "no database of Linli's"),
    (swap, "do not open"),
    (lambda copy, keys: keys.write_text("{"), "damaged"),
    (lambda copy, keys: keys.unlink(), "There is no"),
    (lambda copy, keys: copy.unlink(), "There is no"),
]


@pytest.mark.parametrize(("spoil_it", "says"), SPOILT)
def test_a_copy_that_cannot_be_relied_on_is_refused(copied, elsewhere, spoil_it, says):
    """Before anything is in its place."""
    spoil_it(*copied)
    with pytest.raises(RestoreRefused, match=says):
        restore(elsewhere, copied[0])
    left = list(elsewhere.key_file.parent.glob("*")) if elsewhere.key_file.parent.exists() else []
    assert [one.name for one in left if not one.name.endswith(".lock")] == []


def test_keys_may_lie_elsewhere(copied, elsewhere, tmp_path, person_id):
    """As they should."""
    keys = copied[1].rename(tmp_path / "safe.json")
    restore(elsewhere, copied[0], keys)
    assert name_of(elsewhere, person_id) == NAME


def test_of_postgresql_the_command_is_told_without_its_password(tmp_path):
    """It would stand in the list of processes."""
    word = "secret"
    at = Deployment(
        "postgresql://linli:" + word + "@db.example:5433/linli", tmp_path / "keys.json"
    )
    told = dump_command(at, tmp_path / "monday")
    assert told.startswith("pg_dump --format=custom")
    assert "--host=db.example --port=5433 --username=linli linli" in told
    assert word not in told
