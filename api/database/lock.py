"""The lock that keeps a second server off an SQLite database: its writer must be the only one."""

import fcntl
import os
from pathlib import Path

LOCK_SUFFIX = ".lock"


class DatabaseInUse(RuntimeError):  # noqa: N818 - the name says what the person is told
    """Another process serves from this SQLite file."""

    def __init__(self, path: Path, holder: str) -> None:
        super().__init__(
            f"The database {path} is in use by process {holder}. Stop that process "
            f"(kill {holder}), or give this one another database file."
        )
        self.path = path
        self.holder = holder


class FileLock:
    """Held from `take` until `release`, or until the process ends in whatever way."""

    def __init__(self, path: Path) -> None:
        self._database = path
        self._descriptor: int | None = None

    def take(self) -> None:
        """Takes the lock and leaves this process's id in it; DatabaseInUse if it is held.

        The lock file is never deleted: between deleting and taking, two could hold "it".
        """
        name = self._database.with_name(self._database.name + LOCK_SUFFIX)
        descriptor = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            os.close(descriptor)
            raise DatabaseInUse(self._database, holder or "unknown") from held
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        """Lets the next server in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
