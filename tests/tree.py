"""The project's own files as git sees them, for tests that judge the whole tree."""

import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("accessibility", "api", "bot", "locales")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command, **options):
    """One of our own commands, run without input; its exit code is the caller's to judge."""
    fixed = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "check": False}
    return subprocess.run(command, **{"cwd": ROOT} | fixed | options)  # noqa: S603, PLW1510 - ours


def files(*under, suffix=""):
    """Paths relative to ROOT: tracked, or new and not ignored; in `under`, all when empty."""
    git = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--")
    names = sorted(set(run(*git, *under, check=True).stdout.split("\0")) - {""})
    return [Path(n) for n in names if n.endswith(suffix) and (ROOT / n).is_file()]


def read(path):
    """The text of one file of the tree."""
    return (ROOT / path).read_text(encoding="utf-8")


def contract(beginning):
    """The one import contract whose name begins so."""
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    (found,) = [c for c in contracts if c["name"].startswith(beginning)]
    return found
