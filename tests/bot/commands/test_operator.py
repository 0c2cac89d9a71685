"""Commands of the operator: what they print, what they never print, and their exit status."""

import asyncio
import re
import stat
from pathlib import Path

import pytest

from api.app import Node
from api.settings import Settings
from api.vocabulary import Channel, InboundKind
from bot.app import Whole
from bot.channel import Inbound
from bot.settings import load
from tests.api import district
from tests.bot.test_settings import REAL
from tests.deployment import WIRES
from tests.wires import Wire

SECRET = 64
"""Characters of a token."""

PLACES = "name,latitude,longitude\nTower,31.2,121.4\nPark,31.3,121.5\n"
WORDS = "Quillfeather, 12 Elm Road"


@pytest.fixture
def written_to(deployed):
    """A deployment that somebody wrote to, at rest."""

    async def once():
        wires = {name: Wire(name) for name in WIRES}
        whole = Whole(load(REAL, deployed.folder), wires)
        await whole.open()
        ports = wires[Channel.TELEGRAM].ports
        await ports.receive(Inbound("m1", "4711", InboundKind.TEXT, {"text": WORDS}))
        await whole.close()

    asyncio.run(once())
    return deployed


def hint(shell):
    """The error output has words for the operator, and no secret."""
    assert shell.err.strip()
    assert not [word for word in shell.err.split() if len(word) >= SECRET]


@pytest.mark.parametrize("role", ["coordinator", "caller"])
def test_a_person_gets_a_link_that_works_once(deployed, role):
    """The link alone is on the output, so that it can be handed on; what to heed is beside it."""
    assert deployed.types("token", "--role", role, "--name", "Eva") == 0
    address, _, secret = deployed.out.strip().rpartition("/")
    assert address == "http://127.0.0.1:8000/desk/sign-in"
    assert len(secret) == SECRET
    assert "works once" in deployed.err
    hint(deployed)


def test_a_link_leads_where_people_reach_the_server(deployed):
    """By the address of the settings, whatever it listens on."""
    deployed.set(public_url="https://linli.example/")
    deployed.types("token", "--role", "caller")
    assert deployed.out.startswith("https://linli.example/desk/sign-in/")


@pytest.mark.parametrize("role", ["bot", "admin"])
def test_a_program_gets_a_token_and_nothing_else_is_printed(deployed, role):
    """A script reads the output."""
    assert deployed.types("token", "--role", role) == 0
    assert len(deployed.out.strip()) == SECRET
    assert deployed.err == ""


@pytest.mark.parametrize("given", [("--language", "!!"), ("--name", "x" * 200)])
def test_a_name_or_language_that_cannot_be_kept_is_named(deployed, given):
    """Without a traceback, and without a token."""
    assert deployed.types("token", "--role", "caller", *given) == 1
    assert deployed.err.startswith(given[0])
    assert deployed.out == ""


@pytest.mark.parametrize("tag", ["xx", "fr", "!!"])
def test_a_language_without_words_is_refused_with_those_there_are(deployed, tag):
    """Or the desk would be in English, and nobody would know why."""
    assert deployed.types("token", "--role", "caller", "--language", tag) == 1
    assert "en zh-Hans" in deployed.err
    assert deployed.out == ""
    assert deployed.types("token", "--role", "caller", "--language", "zh-CN") == 0


def test_places_are_loaded_and_counted_and_a_mistake_changes_nothing(deployed):
    """The mistake is named with its place in the file."""
    good, bad = deployed.folder / "good.csv", deployed.folder / "bad.csv"
    good.write_text(PLACES)
    bad.write_text(PLACES.replace("31.3", "431.3"))
    assert (deployed.types("places", good), deployed.out) == (0, "2 places.\n")
    assert deployed.types("places", bad) == 1
    assert "latitude" in deployed.err
    assert deployed.types("places", deployed.folder / "none.csv") == 1
    assert "none.csv" in deployed.err


def test_groups_are_taken_in_and_written_again(deployed):
    """Both are counted; where a file is, none is written, and that is said."""
    table, again = deployed.folder / "groups.csv", deployed.folder / "again.csv"
    table.write_text(
        "name,latitude,longitude,services,languages,capacity\nElm,31.2,121.4,water,en,5\n"
    )
    assert (deployed.types("import", "groups", table), deployed.out) == (
        0,
        "1 new, 0 changed, 0 unchanged.\n",
    )
    written = deployed.types("export", "groups", "--output", again)
    assert (written, deployed.out) == (0, f"{again}: 1 group.\n")
    assert "Elm" in again.read_text()
    assert deployed.types("export", "groups", "--output", table, "--format", "csv") == 1
    assert "exists already" in deployed.err


def test_a_person_is_erased_and_what_is_printed_says_nothing_of_them(written_to):
    """Counts by column, and that old copies still hold it; a second time there is nobody."""
    assert written_to.types("erase", "telegram:4711") == 0
    assert "inbound.body: 1" in written_to.out
    assert "Backups" in written_to.out
    assert not [word for word in (*WORDS.split(), "4711") if word in written_to.out]
    assert written_to.types("erase", "telegram:4711") == 1
    assert "nothing here by that name" in written_to.err


def test_an_address_without_its_channel_is_answered_with_how_to_write_it(deployed):
    """Before anything is erased."""
    assert deployed.types("erase", "4711") == 1
    assert "channel:address" in deployed.err


def test_a_copy_and_its_keys_are_named_and_no_key_is_printed(written_to):
    """Where they are, and to keep them apart; only their owner reads them."""
    copy = written_to.folder / "monday.sqlite3"
    assert written_to.types("backup", copy) == 0
    database, keys = (line.partition(": ")[2] for line in written_to.out.splitlines())
    assert database == str(copy)
    assert "Keep the keys apart" in written_to.err
    kept = re.findall(r'"([^"]{20,})"', Path(keys).read_text())
    assert kept
    assert not [key for key in kept if key in written_to.out + written_to.err]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_is_put_back_where_nothing_is_in_the_way_and_nowhere_else(written_to):
    """The name of what was restored is printed; what is there stays."""
    copy = written_to.folder / "monday.sqlite3"
    written_to.types("backup", copy)
    assert written_to.types("restore", copy) == 1
    assert "in the way" in written_to.err
    folder = written_to.folder / "new"
    written_to.set(database=f"sqlite:///{folder}/l.sqlite3", key_file=folder / "keys.json")
    assert written_to.types("restore", copy) == 0
    assert written_to.out == f"Restored: {folder}/l.sqlite3\n"
    assert written_to.types("erase", "telegram:4711") == 0


def test_of_postgresql_backup_prints_the_command_without_the_password(deployed):
    """And that the keys have to be copied too; restore says what does it."""
    word = "verysecret"
    deployed.set(database="postgresql://linli:" + word + "@db.example/linli")
    assert deployed.types("backup", "monday") == 0
    assert deployed.out.startswith("pg_dump ")
    assert "keys.json" in deployed.err
    assert word not in deployed.out + deployed.err
    assert deployed.types("restore", "monday") == 1
    assert "pg_restore" in deployed.err


def test_an_invite_is_a_link_that_can_be_handed_on(deployed):
    """The link alone is on the output; the code for Telegram is beside it."""
    asyncio.run(_add_group(deployed.folder))
    assert deployed.types("invite", "--group", "lane", "--role", "caller", "--uses", "5") == 0
    address, _, code = deployed.out.strip().rpartition("/")
    assert address == "http://127.0.0.1:8000/join"
    assert f"/start {code}\n" in deployed.err
    assert "works 5 times" in deployed.err
    assert deployed.types("invite", "--group", "Oak") == 1
    assert "no open group is called Oak" in deployed.err


async def _add_group(folder):
    settings = load(REAL, folder)
    node = Node(Settings(database=settings.database, key_file=Path(settings.key_file)))
    await node.open()
    await node.store.write(lambda conn: district.group(conn, name="Lane 12"))
    await node.close()
