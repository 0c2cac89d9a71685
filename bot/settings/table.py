"""Every setting of Linli: its name, its default, what it is for, and how it is checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.settings import checks

PREFIX = "LINLI_"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `check` returns what a value must be instead, or nothing."""

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


SETTINGS = (
    Setting("host", "127.0.0.1", "The network address the web server listens on."),
    Setting("port", "8000", "The port the web server listens on.", checks.port),
    Setting("public_url", "", "The address people reach the web server at, for links.",
            checks.url),
    Setting(
        "database",
        "sqlite:///linli-data/linli.sqlite3",
        "Where everything is kept: sqlite:///path or postgresql://user@host/name.",
        checks.database,
        secret=True,
    ),
    Setting("key_file", "linli-data/keys.json", "The keys that seal personal data; back it up."),
    Setting("region", "", "The country whose phone numbers are meant.", checks.region,
            needed=True),
    Setting("time_zone", "UTC", "The time zone that clock times are told in.", checks.zone),
    Setting("emergency_voice", "", "The emergency numbers to call.", checks.phones, needed=True),
    Setting(
        "emergency_sms", "", "The emergency number to text, for who cannot speak.", checks.phones,
        needed=True,
    ),
    Setting(
        "emergency_relay", "", "The emergency relay number for Deaf people.", checks.phones,
        needed=True,
    ),
    Setting(
        "coordinator_phone", "", "The number on which a coordinator answers.", checks.phones,
        needed=True,
    ),
    Setting(
        "safeguarding", "", "Who hears of danger, in order, as channel:address.", checks.addresses,
        needed=True,
    ),
    Setting(
        "coordinators",
        "",
        "Who hears what needs a coordinator, likewise; with none, the safeguarding leads do.",
        checks.addresses,
    ),
    Setting("on_duty", "08:00-20:00", "When somebody is there to call people back.", checks.hours),
    Setting("quick_exit", "https://www.wikipedia.org/", "Where the quick exit leads.", checks.url),
    Setting("languages", "", "Languages offered, in order; empty for all complete ones."),
    Setting("geocoder_url", "",
            "A geocoder to ask for places the gazetteer does not have; empty: none.", checks.url),
    Setting("geocoder_kind", "nominatim", "What it is: nominatim or photon.", checks.geocoder),
    Setting("geocoder_datum", "wgs84", "The datum of its map: wgs84 or gcj02.", checks.datum),
    Setting("geocoder_area", "",
            "West, south, east, north of your area in degrees: places elsewhere are not taken.",
            checks.area),
    Setting("geocoder_contact", "",
            "How those who run it reach you: an email address or a page.", checks.contact),
    Setting("geocoder_credit", "© OpenStreetMap contributors",
            "Whose places they are, said on each page of the chat while there is a geocoder."),
    Setting("voice_cache", "linli-data/voice",
            "Where the audio of prompts is kept; none of a person."),
    Setting("voice_cache_size", "200", "The most megabytes of it.", checks.number(1, 99999)),
    Setting("voice_directory", "", "A folder of your own voices, one for each language."),
    Setting("listen_directory", "",
            "A folder of models that understand voice notes; empty: people listen."),
    Setting("telegram_token", "", "The bot's token from BotFather; empty for no Telegram.",
            secret=True),
    Setting("telegram_webhook", "", "A secret makes Telegram push to public_url; empty polls.",
            checks.webhook, secret=True),
    Setting("telegram_api", "https://api.telegram.org", "The Bot API's address.", checks.url),
    Setting("api_url", "", "The API's address, when the bot runs apart from it.", checks.url),
    Setting("api_token", "", "The bot's token for the API, when it runs apart.", secret=True),
    Setting("wave_size", "5", "How many volunteers are asked at a time, in one wave.",
            checks.number(1, 99)),
    Setting("wave_after", "3m,15m,2h,1d", "When the next wave is asked.", checks.times),
    Setting("waves", "6", "How many waves are asked before a person gets in touch.",
            checks.number(1, 99)),
    Setting("offer_lasts_waves", "4", "For how many waves an offer may be accepted.",
            checks.number(1, 99)),
    Setting("look_again_after", "15m,1h,4h,1d", "When the search starts again after that.",
            checks.times),
    Setting("usual_wait", "1h,8h,7d,28d",
            "After which wait a request is served like a more urgent one, and told it waits.",
            checks.times),
    Setting("asks_a_place", "3", "For how many requests a group is asked for each free place.",
            checks.number(1, 99)),
    Setting("tasks_at_once", "2", "With how many tasks nobody is asked for more.",
            checks.number(1, 99)),
    Setting("offers_at_once", "5", "With how many open offers nobody is asked for more.",
            checks.number(1, 24)),
    Setting("check_in_after", "20m,2h,1d,2d", "When a volunteer is asked how it goes.",
            checks.times),
    Setting("release_after", "20m,1h,1d,1d", "When a volunteer who stays silent is replaced.",
            checks.times),
    Setting("reopen_when_not_arrived", "yes",
            "Whether the search starts again when help did not arrive.", checks.yes_no),
    Setting("confirm_within", "3d", "When a request closes that nobody confirms.", checks.time),
    Setting("read_within", "30m",
            "Within which time on duty a person reads what somebody wrote in free words.",
            checks.time),
    Setting("watch_hour", "3",
            "At which hour of the night it is looked whether every area still finds help.",
            checks.number(0, 23)),
)  # fmt: skip

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
