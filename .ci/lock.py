#!/usr/bin/env python3
"""Writes requirements.lock and requirements-dev.lock: what pip resolves from pyproject.toml.

Nothing is installed. The development lock holds only what the run-time lock does not.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by `make lock` from pyproject.toml; do not edit.\n"


def resolve(requirements: list[str]) -> list[str]:
    """The pinned set pip would install into an empty environment, one `name==version` a line."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    done = subprocess.run(  # noqa: S603 - our own interpreter, with our own pyproject
        [*pip, "--report", "-", *requirements], check=True, stdout=subprocess.PIPE
    )
    found = [item["metadata"] for item in json.loads(done.stdout)["install"]]
    return sorted((f"{item['name']}=={item['version']}" for item in found), key=str.lower)


def write(name: str, lines: list[str]) -> None:
    """Replaces one lock file."""
    (ROOT / name).write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Resolves everything at once, then asks which of it running alone needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    pinned = resolve([*runtime, *project["dependency-groups"]["dev"]])
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as constraints:
        constraints.write("\n".join(pinned))
        constraints.flush()
        needed = resolve([*runtime, "--constraint", constraints.name])
    write("requirements.lock", needed)
    write("requirements-dev.lock", ["-r requirements.lock", *sorted(set(pinned) - set(needed))])


if __name__ == "__main__":
    main()
