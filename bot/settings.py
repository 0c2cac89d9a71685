"""Every setting of Linli: its name, its default, what it is for, and how it is checked.

A setting is an environment variable `LINLI_<NAME>`, or a key of `linli.toml`; the environment
wins. A value that cannot be used is refused at start, naming the setting and what it accepts.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

PREFIX = "LINLI_"
FILE = "linli.toml"
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SettingsError(Exception):
    """Settings that cannot be used; each line names one and the way out."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `check` returns what is wrong with a value, or nothing."""

    name: str
    default: str
    help: str
    check: Callable[[str], str] = lambda _: ""
    needed: bool = False
    secret: bool = False

    @property
    def variable(self) -> str:
        """The environment variable's name."""
        return PREFIX + self.name.upper()


def _port(value: str) -> str:
    return "" if value.isdecimal() and int(value) <= 65535 else "a number from 0 to 65535"  # noqa: PLR2004 - the TCP ports


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "a name of the IANA time zone database, such as Asia/Shanghai"
    return ""


def _matches(pattern: str, accepts: str) -> Callable[[str], str]:
    return lambda value: "" if re.fullmatch(pattern, value) else accepts


_phones = _matches(r"[+0-9][0-9 ,+-]*", "a phone number in digits")
_addresses = _matches(
    r"(telegram|sms|phone|web|terminal):[^,\s]+(,(telegram|sms|phone|web|terminal):[^,\s]+)*",
    "addresses as channel:address, separated by commas, such as telegram:123456",
)
_hours = _matches(
    r"([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
    "a span of hours such as 08:00-20:00",
)
_region = _matches(r"demo|[A-Z]{2}", "a country code of two letters (ISO 3166-1), such as CN")
_url = _matches(r"https?://[^\s]+", "an address that starts with http:// or https://")

SETTINGS = (
    Setting("host", "127.0.0.1", "The network address the web server listens on."),
    Setting("port", "8000", "The port the web server listens on.", _port),
    Setting("public_url", "", "The address people reach the web server at, for links.", _url),
    Setting(
        "database",
        "sqlite:///linli-data/linli.sqlite3",
        "Where everything is kept: sqlite:///path or postgresql://user@host/name.",
        _matches(r"(sqlite:///.+|postgresql://.+)", "sqlite:///path or postgresql://..."),
        secret=True,
    ),
    Setting("key_file", "linli-data/keys.json", "The keys that seal personal data; back it up."),
    Setting("region", "", "The country whose phone numbers are meant.", _region, needed=True),
    Setting("time_zone", "UTC", "The time zone that clock times are told in.", _zone),
    Setting(
        "emergency_voice", "", "The emergency numbers to call.", _phones, needed=True
    ),
    Setting(
        "emergency_sms", "", "The emergency number to text, for who cannot speak.", _phones,
        needed=True,
    ),
    Setting(
        "emergency_relay", "", "The emergency relay number for Deaf people.", _phones, needed=True
    ),
    Setting(
        "coordinator_phone", "", "The number on which a coordinator answers.", _phones, needed=True
    ),
    Setting(
        "safeguarding", "", "Who hears of danger, in order, as channel:address.", _addresses,
        needed=True,
    ),
    Setting("coordinators", "", "Who hears what needs a coordinator, likewise.", _addresses),
    Setting("on_duty", "08:00-20:00", "When somebody is there to call people back.", _hours),
    Setting("quick_exit", "https://www.wikipedia.org/", "Where the quick exit leads.", _url),
    Setting("languages", "", "Languages offered, in order; empty for all complete ones."),
    Setting("telegram_token", "", "The bot's token from BotFather; empty for no Telegram.",
            secret=True),
    Setting("telegram_webhook", "", "A secret makes Telegram push to public_url; empty polls.",
            _matches(r"[A-Za-z0-9_-]{16,256}", "16 to 256 letters, digits, _ or -"), secret=True),
    Setting("telegram_api", "https://api.telegram.org", "The Bot API's address.", _url),
    Setting("api_url", "", "The API's address, when the bot runs apart from it.", _url),
    Setting("api_token", "", "The bot's token for the API, when it runs apart.", secret=True),
)  # fmt: skip


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


DEMO = {
    "region": "demo",
    "database": "sqlite:///linli-data/demo.sqlite3",
    "key_file": "linli-data/demo-keys.json",
    "time_zone": "Asia/Shanghai",
    "emergency_voice": "",
    "coordinator_phone": "",
    "safeguarding": "web:demo-safeguarding",
    "coordinators": "web:demo-coordinator",
    "on_duty": "00:00-24:00",
}
"""The demo's own settings: no real number, a database of its own, loopback only."""


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
    return {
        name: ",".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in read.items()
    }


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
