"""An operator's command does the same beside a running server as without one."""

import asyncio
import stat

import pytest

from api.alerts import service as alerts
from api.operations import Failed, erase, give_token, load_places, server_url
from api.operations.door import door_of, path_of
from api.vocabulary import AlertKind
from tests.api.operations.conftest import node_of
from tests.api.world import NOON, SETTINGS


@pytest.fixture(params=["at rest", "beside its server"])
def deployment(request, at, person_id):
    """A deployment that somebody wrote to."""
    if request.param == "beside its server":
        request.getfixturevalue("serving")
    return at


def test_a_person_is_erased_by_one_of_their_addresses(deployment):
    """Once; then nobody has that address."""
    rows = erase(deployment, "telegram:resident")
    assert rows["people.name"] == 1
    assert rows["inbound.body"] == 1
    with pytest.raises(Failed, match="nothing here by that name"):
        erase(deployment, "telegram:resident")


@pytest.mark.parametrize("written", ["resident", "pigeon:resident", "telegram:", ""])
def test_an_address_is_written_with_its_channel(at, written):
    """It says how."""
    with pytest.raises(Failed, match="channel:address"):
        erase(at, written)


def test_places_are_loaded_whole_or_not_at_all(deployment, tmp_path):
    """A mistake names its place in the file."""
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("name,latitude,longitude\nTower,31.2,121.4\nPark,31.3,121.5\n")
    bad.write_text("name,latitude,longitude\nTower,31.2,121.4\nPark,431.3,121.5\n")
    assert load_places(deployment, good) == 2
    with pytest.raises(Failed, match="latitude"):
        load_places(deployment, bad)
    assert load_places(deployment, good) == 2


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("places.txt", b"", "must end in"),
        ("places.csv", b"\xff\xfe\xff", "not UTF-8"),
        ("missing.csv", None, "No such file"),
    ],
)
def test_a_gazetteer_that_cannot_be_read_says_why(at, tmp_path, name, data, says):
    """And what to do."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(Failed, match=says):
        load_places(at, tmp_path / name)


@pytest.mark.parametrize("role", ["bot", "admin"])
def test_a_program_gets_a_token_that_works(deployment, role):
    """It is shown this once."""
    assert len(give_token(deployment, role)) == 64


def test_a_role_that_is_none_is_refused(at):
    """A mistyped one gives nobody in."""
    with pytest.raises(ValueError, match="king"):
        give_token(at, "king")


def test_a_server_leaves_a_door_that_only_its_owner_can_open(at, person_id, serving):
    """And says where it listens."""
    assert server_url(at) == serving.url
    assert stat.S_IMODE(path_of(at.database).stat().st_mode) == 0o600
    assert door_of(at.database).secret not in repr(door_of(at.database))


def test_the_door_is_gone_with_the_server(at, person_id, request):
    """No token is left lying about."""
    request.getfixturevalue("serving").__exit__()
    assert not path_of(at.database).exists()
    assert server_url(at) == ""


def test_a_door_that_a_crash_left_leads_nowhere(at, person_id):
    """The command does it itself then."""
    path_of(at.database).write_text('{"url": "http://127.0.0.1:9", "secret": "x"}')
    assert erase(at, "telegram:resident")["people.name"] == 1


def test_a_server_without_a_door_is_named(at, person_id, serving):
    """Somebody took it away; the process is told, so that it can be stopped."""
    door = path_of(at.database)
    held = door.read_text()
    door.unlink()
    with pytest.raises(Failed, match="in use by process"):
        erase(at, "telegram:resident")
    door.write_text(held)


def test_a_person_with_something_open_is_not_erased(at, person_id):
    """Somebody counts on it; the command says what to do."""

    async def alarm():
        node = node_of(at)
        await node.open()
        where = {"settings": SETTINGS, "now": NOON}
        await node.store.write(
            lambda conn: alerts.raise_alert(conn, AlertKind.DANGER, person_id, None, "", **where)
        )
        await node.close()

    asyncio.run(alarm())
    with pytest.raises(Failed, match="Close it first"):
        erase(at, "telegram:resident")
