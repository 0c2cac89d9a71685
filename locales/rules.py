"""The rules by which replies of each language are understood, as plain data.

A language keeps them in `locales/<language>/understand.toml`; one without the file is answered by
keys and labels alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FILE = "understand.toml"


@cache
def ruled() -> tuple[str, ...]:
    """The languages that have rules, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{FILE}")))


@lru_cache(maxsize=64)
def rules(language: str) -> Mapping[str, Any]:
    """The rules of a language tag, or of another tag of the same language; empty without any."""
    name = _closest(language)
    if not name:
        return {}
    return tomllib.loads((FOLDER / name / FILE).read_text(encoding="utf-8"))


def _closest(language: str) -> str:
    """The folder for a tag: zh-CN and zh-Hant read the rules of zh-Hans."""
    wanted = language.replace("_", "-").casefold()
    primary = wanted.partition("-")[0]
    for same in (wanted, primary):
        for name in ruled():
            if same in (name.casefold(), name.casefold().partition("-")[0]):
                return name
    return ""
