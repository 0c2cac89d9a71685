"""A private PostgreSQL for one test process: on loopback, in a temporary folder, stopped by us."""

import asyncio
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import asyncpg
import pytest

from tests.parts import need

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parts[-2]))
FAST = {  # nothing here must outlive the tests
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "deadlock_timeout": "20ms",
    "lock_timeout": "10s",  # a test that would hang fails
    "listen_addresses": "127.0.0.1",
}
OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
EMPTY = """
DO $$ DECLARE one text; BEGIN
    SET session_replication_role = replica;  -- no foreign key gets in the way
    FOR one IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    LOOP EXECUTE format('DELETE FROM %I', one); END LOOP;
END $$
"""
READY_SECONDS = 30
STOP_SECONDS = 20


class Cluster:
    """One running server; `url(name)` is a database of it. `options` come before those of FAST."""

    def __init__(self, binaries, folder, **options):
        self._binaries = binaries
        self._folder = folder
        self._options = FAST | options
        self._numbers = itertools.count()
        self._server = None
        self.port = _free_port()

    def start(self):
        """Makes an empty cluster, owned by somebody who is not root, and starts it."""
        if os.getuid() == 0:
            os.chown(self._folder, _owner().pw_uid, _owner().pw_gid)
        self._run("initdb", "-A", "trust", "-U", "linli", "-E", "UTF8", "--no-sync", "--no-locale")
        options = [f"-c{name}={value}" for name, value in self._options.items()]
        socket_folder = f"-cunix_socket_directories={self._folder}"
        with (self._folder / "log").open("wb") as log:
            self._server = subprocess.Popen(  # noqa: S603 - the machine's own PostgreSQL
                [self._binaries / "postgres", "-p", str(self.port), socket_folder, *options],
                stdout=subprocess.DEVNULL,
                stderr=log,
                **self._as_owner(),
            )
        self._await_ready()

    def stop(self):
        """A fast shutdown of the process we started, and no other."""
        if self._server is not None:
            self._server.send_signal(signal.SIGINT)
            self._server.wait(STOP_SECONDS)
        shutil.rmtree(self._folder)

    @property
    def data(self):
        """The folder of its files."""
        return self._folder / "data"

    def url(self, name):
        """The URL of one of its databases."""
        return f"postgresql://linli@127.0.0.1:{self.port}/{name}"

    async def create(self, template="template0"):
        """The URL of a new database, a copy of the template."""
        name = f"test{next(self._numbers)}"
        await self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self.url(name)

    async def drop(self, url):
        """Ends a database, and with it whatever is still connected to it."""
        await self.run(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    async def empty(self, url):
        """Leaves a database without a row and without anybody connected; its tables stay.

        Making a database anew takes several times as long.
        """
        name = url.rpartition("/")[2]
        await self.run(OTHERS, name)
        await self.run(EMPTY, name)

    async def run(self, statement, name="postgres"):
        """One statement outside any transaction."""
        connection = await asyncpg.connect(self.url(name))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    def _run(self, program, *arguments):
        command = [self._binaries / program, *arguments]
        options = {"check": True, "capture_output": True, "timeout": 120}
        subprocess.run(command, **options, **self._as_owner())  # noqa: PLW1510, S603 - as above

    def _as_owner(self):
        """PostgreSQL refuses to run as root, so root lends it to an unprivileged account."""
        settings = {
            "cwd": self._folder,
            "env": {"PGDATA": str(self.data), "TZ": "UTC"},
        }
        if os.getuid() == 0:
            ids = {"user": _owner().pw_uid, "group": _owner().pw_gid, "extra_groups": []}
            return settings | ids
        return settings

    def _await_ready(self):
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            if self._server.poll() is not None:
                break
            try:
                asyncio.run(self.run("SELECT 1"))
            except (OSError, asyncpg.CannotConnectNowError):
                time.sleep(0.05)
            else:
                return
        pytest.fail((self._folder / "log").read_text(errors="replace"), pytrace=False)


@pytest.fixture(scope="session")
def postgresql():
    """A running Cluster, this process's own."""
    need(
        "PostgreSQL",
        "apt-get install postgresql",
        found=bool(BINARIES) and (BINARIES[-1] / "initdb").exists(),
    )
    cluster = Cluster(BINARIES[-1], Path(tempfile.mkdtemp(prefix="linli-postgresql-")))
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


def _owner():
    """The account PostgreSQL's package made, else the one that owns nothing."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
