"""The settings of one process: read from the environment and the file, and checked.

A setting is an environment variable `LINLI_<NAME>`, or a key of `linli.toml`; the environment
wins. A value that cannot be used is refused at start, naming the setting and what it accepts.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.settings.table import DEMO, PREFIX, SETTINGS, Setting

FILE = "linli.toml"
WITH_A_GEOCODER = ("geocoder_area", "geocoder_contact")
"""What a geocoder wants besides: where you are, and who asks."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SettingsError(Exception):
    """Settings that cannot be used; each line names one and the way out."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process, checked; read as attributes of their names."""

    values: Mapping[str, str]
    practice: bool = False

    def __getattr__(self, name: str) -> str:
        """The text of a setting; AttributeError for a name that is none."""
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def listed(self, name: str) -> tuple[str, ...]:
        """A setting that holds several values with commas between."""
        return tuple(part.strip() for part in self.values[name].split(",") if part.strip())


def load(environment: Mapping[str, str], folder: Path, *, practice: bool = False) -> Settings:
    """The settings from the environment and the file; raises SettingsError naming every fault."""
    written = _from_file(folder / FILE)
    defaults = DEMO if practice else {}
    values = {
        setting.name: _value(setting, environment, {} if practice else written, defaults)
        for setting in SETTINGS
    }
    problems = tuple(_problems(values, environment, written, practice=practice))
    if problems:
        raise SettingsError(problems)
    return Settings(values, practice)


def refuse(error: SettingsError) -> int:
    """Say on the error output what is wrong with the settings; the exit status."""
    print("\n".join(error.problems), file=sys.stderr)  # noqa: T201 - for the operator
    return 2


def is_configured(environment: Mapping[str, str], folder: Path) -> bool:
    """Whether anybody configured a real deployment: a needed setting is given."""
    written = _from_file(folder / FILE)
    return any(
        setting.needed and (environment.get(setting.variable) or written.get(setting.name))
        for setting in SETTINGS
    )


def deployed(environment: Mapping[str, str], folder: Path) -> Settings:
    """The settings of the deployment here; of the practice district while none is configured.

    Raises SettingsError as `load` does.
    """
    return load(environment, folder, practice=not is_configured(environment, folder))


def _value(
    setting: Setting,
    environment: Mapping[str, str],
    written: Mapping[str, str],
    defaults: Mapping[str, str],
) -> str:
    given = environment.get(setting.variable, written.get(setting.name, "")).strip()
    return given or defaults.get(setting.name, setting.default)


def _from_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError((f"{path}: not valid TOML: {error}",)) from error
    return {name: _text(value) for name, value in read.items()}


def _text(value: object) -> str:
    """A value of the file as the environment would have it."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _problems(
    values: Mapping[str, str],
    environment: Mapping[str, str],
    written: Mapping[str, str],
    *,
    practice: bool,
) -> Iterator[str]:
    known = {setting.variable for setting in SETTINGS}
    names = {setting.name for setting in SETTINGS}
    for name in sorted(set(written) - names):
        yield f"{FILE}: {name}: there is no such setting; docs/running.md lists them all."
    for name in sorted(n for n in environment if n.startswith(PREFIX) and n not in known):
        if name != "LINLI_TESTS":
            yield f"{name}: there is no such setting; docs/running.md lists them all."
    if practice and values["host"] not in LOOPBACK:
        yield "LINLI_HOST: the demo listens on this machine only; leave it at 127.0.0.1."
    for setting in SETTINGS:
        value = values[setting.name]
        if not value and setting.needed and not practice:
            yield f"{setting.variable} is missing. {setting.help}"
        elif value and (accepts := setting.check(value)):
            yield f"{setting.variable} must be {accepts}."
    yield from _geocoder_alone(values)


def _geocoder_alone(values: Mapping[str, str]) -> Iterator[str]:
    """What a geocoder wants besides its address, and was not given."""
    for setting in SETTINGS:
        lacks = setting.name in WITH_A_GEOCODER and not values[setting.name]
        if lacks and values["geocoder_url"]:
            yield f"{setting.variable} is missing, as LINLI_GEOCODER_URL is set. {setting.help}"
