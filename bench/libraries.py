"""A process that imports the libraries `linli run` imports, and then rests: nothing of ours.

`python -m bench.libraries` says "ready" once everything is imported.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import Event

LIBRARIES = (
    "aiosqlite",
    "babel.dates",
    "babel.lists",
    "cryptography.hazmat.primitives.ciphers.aead",
    "fastapi",
    "fluent.runtime",
    "httptools",
    "httpx",
    "jinja2",
    "langcodes",
    "phonenumbers",
    "prometheus_client",
    "psutil",
    "pydantic",
    "pydantic.v1",  # FastAPI asks for it at the first route
    "python_multipart",
    "rapidfuzz",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "sqlalchemy.ext.asyncio",
    "uuid6",
    "uvicorn",
    "uvloop",
)
"""Each is imported by an idle `linli run` too; a test holds it to that."""


def main() -> None:
    """Import, say so, rest until stopped."""
    for name in LIBRARIES:
        import_module(name)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    Event().wait()


if __name__ == "__main__":
    main()
