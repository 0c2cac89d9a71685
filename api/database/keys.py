"""The key file: JSON, readable by its owner only, made on the first run, never overwritten.

Whoever loses it loses every personal column, whoever copies it can read them all.
"""

import base64
import contextlib
import json
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KEY_ID_BYTES = 8  # hexadecimal digits, as they stand in a sealed value
SECRET_BYTES = 32  # AES-256
OWNER_ONLY = 0o600


class KeyFileError(RuntimeError):
    """The key file cannot be used as it is; the message names it and the way out."""


@dataclass(frozen=True, slots=True)
class Key:
    """One sealing key; its id is no secret and stands in every value it sealed."""

    id: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """What a key file holds: all unseal, the last seals; `index` is for blind indexes."""

    sealing: tuple[Key, ...]
    index: bytes = field(repr=False)


def load_keys(path: Path | str) -> Keys:
    """The keys of a file, which is made if missing; KeyFileError if it is open or damaged."""
    path = Path(path)
    if not path.exists():
        _make(path)
    return _read(path)


def rotate(path: Path | str) -> Keys:
    """Adds a key, which seals from the next start on; the older ones go on unsealing."""
    path = Path(path)
    keys = _read(path)
    renewed = Keys((*keys.sealing, _new_key()), keys.index)
    draft = _draft(path, renewed)
    draft.replace(path)
    _keep_directory(path.parent)
    return renewed


def _make(path: Path) -> None:
    """A whole file or none, and if two processes start at once, one file for both."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = _draft(path, Keys((_new_key(),), secrets.token_bytes(SECRET_BYTES)))
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()
    _keep_directory(path.parent)


def _draft(path: Path, keys: Keys) -> Path:
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(_as_json(keys))
        file.flush()
        os.fsync(descriptor)
    return draft


def _keep_directory(directory: Path) -> None:
    """A new name is on the disk only when its directory is."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path) -> Keys:
    with path.open(encoding="ascii") as file:
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise KeyFileError(
                f"Others can read the key file {path} (mode {mode:04o}). "
                f"Close it to them: chmod 600 {path}"
            )
        try:
            return _from_json(json.load(file))
        except (ValueError, KeyError, TypeError) as damage:
            raise KeyFileError(
                f"The key file {path} is damaged. Restore it from a backup: "
                "with a new one, what is sealed in the database stays unreadable."
            ) from damage


def _new_key() -> Key:
    return Key(secrets.token_hex(KEY_ID_BYTES // 2), secrets.token_bytes(SECRET_BYTES))


def _as_json(keys: Keys) -> str:
    sealing = [{"id": key.id, "secret": _text(key.secret)} for key in keys.sealing]
    return json.dumps({"sealing": sealing, "index": _text(keys.index)}, indent=1) + "\n"


def _from_json(document: dict[str, Any]) -> Keys:
    sealing = tuple(Key(str(key["id"]), _secret(key["secret"])) for key in document["sealing"])
    if not sealing or any(len(key.id) != KEY_ID_BYTES for key in sealing):
        raise ValueError("no usable sealing key")
    return Keys(sealing, _secret(document["index"]))


def _text(secret: bytes) -> str:
    return base64.b64encode(secret).decode("ascii")


def _secret(text: str) -> bytes:
    secret = base64.b64decode(text, validate=True)
    if len(secret) != SECRET_BYTES:
        raise ValueError("a key has 32 bytes")
    return secret
