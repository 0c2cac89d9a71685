"""One process of the API: it starts whole or not at all, and stops with nothing lost or left."""

import asyncio
import threading
from contextlib import suppress
from datetime import timedelta

import pytest

from api.app import CannotOpen, DatabaseInUse, Node
from api.app import node as node_module
from api.operations.door import path_of
from api.people import service as people
from api.settings import Settings
from api.turns import service as turns
from api.turns.schemas import ClaimIn
from api.vocabulary import Role
from tests.api.world import NOON, hear, meet, message

MINUTE = timedelta(minutes=1)


@pytest.fixture
def cluster(engine_name, request):
    """The PostgreSQL that a deployment needs, if it does."""
    return request.getfixturevalue("postgresql") if engine_name == "postgresql" else None


@pytest.fixture
async def settings(cluster, tmp_path):
    """A deployment on each engine, of which nothing is there yet."""
    keys = tmp_path / "keys" / "keys.json"
    if cluster is None:
        yield Settings(database=f"sqlite:///{tmp_path}/data/linli.sqlite3", key_file=keys)
        return
    url = await cluster.create()
    yield Settings(database=url, key_file=keys)
    await cluster.drop(url)


@pytest.fixture
async def start(settings):
    """Opens a node over the deployment; what is still open at the end is closed."""
    made = []

    async def open_one():
        node = Node(settings, lambda: NOON)
        made.append(node)
        await node.open()
        return node

    yield open_one
    for node in made:
        await node.close()


def names(conn):
    """The names of the people of `keep`."""
    found = []
    for number in range(40):
        person_id = meet(f"resident-{number}")(conn).person_id
        found.append(people.person(conn, person_id).name)
    return [name for name in found if name]


def keep(number):
    """A unit of work that keeps a name; it returns the name."""

    def unit(conn):
        people.set_name(conn, meet(f"resident-{number}")(conn).person_id, f"Name {number}")
        return f"Name {number}"

    return unit


async def test_what_was_kept_is_there_after_it_stopped_and_started_again(start):
    """With the same keys, by another process."""
    first = await start()
    await first.store.write(keep(1))
    await first.close()
    assert await (await start()).store.write(names) == ["Name 1"]


async def test_what_was_acknowledged_while_it_stopped_is_kept(start):
    """Work under way is finished, or refused; nothing between."""
    first = await start()
    first.work()
    writes = [asyncio.create_task(first.store.write(keep(number))) for number in range(40)]
    await asyncio.sleep(0)
    await first.close()
    answered = await asyncio.gather(*writes, return_exceptions=True)
    acknowledged = {one for one in answered if isinstance(one, str)}
    assert acknowledged <= set(await (await start()).store.write(names))


async def test_it_stops_its_worker_and_leaves_no_task_and_no_thread(start):
    """Whoever embeds it finds everything as it was; stopping again changes nothing."""
    tasks, threads = asyncio.all_tasks(), set(threading.enumerate())
    node = await start()
    node.work()
    await node.store.write(keep(1))
    await node.close()
    await node.close()
    await asyncio.sleep(0)
    assert asyncio.all_tasks() <= tasks
    left = {one for one in set(threading.enumerate()) - threads if one.is_alive()}
    assert not [one.name for one in left if not one.name.startswith("asyncio")]  # its executor
    with pytest.raises(RuntimeError):
        await node.store.write(keep(2))


async def test_of_one_sqlite_file_there_is_one_server_of_postgresql_there_may_be_more(
    start, engine_name
):
    """The second is told who has the file; the first does not notice."""
    first = await start()
    if engine_name == "sqlite":
        with pytest.raises(DatabaseInUse, match="in use by process"):
            await start()
    else:
        second = await start()
        await second.store.write(keep(2))
    await first.store.write(keep(1))
    assert "Name 1" in await first.store.write(names)


async def test_a_start_that_failed_leaves_nothing_in_the_way_of_the_next(start, monkeypatch):
    """Neither a lock nor half a schema: once the cause is gone, it starts."""
    with monkeypatch.context() as broken:
        broken.setattr(node_module, "upgrade", _fails)
        with pytest.raises(CannotOpen, match="No space left"):
            await start()
    with monkeypatch.context() as broken:
        broken.setattr(node_module.lanes, "forget_leases", _fails)
        with suppress(OSError):  # on PostgreSQL others may hold leases, which stay
            await start()
    await (await start()).store.write(keep(1))


async def test_what_cannot_be_opened_is_told_with_the_way_out(settings, start, tmp_path):
    """The database's own place, and never a password."""
    if settings.database.startswith("sqlite"):
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "linli.sqlite3").write_text("words of somebody, no database")
        with pytest.raises(CannotOpen, match=r"file is not a database.*linli doctor"):
            await start()
        return
    away = settings.database.rpartition("/")[0].replace("linli@", "linli:verysecret@")
    node = Node(Settings(database=f"{away}/nothing", key_file=settings.key_file))
    with pytest.raises(CannotOpen, match="check LINLI_DATABASE") as told:
        await node.open()
    await node.close()
    assert "verysecret" not in str(told.value)


async def test_what_a_killed_process_was_answering_is_answered_after_the_start(start, engine_name):
    """At once where nobody else can have it, otherwise when its lease is over."""
    first = await start()
    await first.store.write(hear(message()))
    claim = lambda conn: turns.claim(conn, ClaimIn(), settings=first.settings, now=NOON)  # noqa: E731 - twice
    assert (await first.store.write(claim)).work is not None
    await first.store.close()  # as a kill leaves it: nothing is given back
    again = await start()
    found = (await again.store.write(claim)).work
    assert (found is not None) == (engine_name == "sqlite")


async def test_the_way_in_for_commands_goes_with_it(start, settings):
    """And the token in it opens nothing afterwards."""
    node = await start()
    await node.announce("http://127.0.0.1:9")
    path = path_of(settings.database)
    assert path is None or path.exists()
    await node.close()
    assert path is None or not path.exists()


async def test_it_gives_tokens_of_a_role(start):
    """Its own bot has one, and no two are alike."""
    node = await start()
    secrets = {await node.secret(Role.BOT, "bot") for _ in range(2)}
    assert len(secrets) == 2


def _fails(*_args, **_kwargs):
    raise OSError(28, "No space left on device")
