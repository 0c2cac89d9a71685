"""Every setting of the API; the caller fills it in, the defaults are the design's.

Addresses are written `channel:address`, such as `telegram:123456`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from api.vocabulary import Datum, Urgency

MINUTES = timedelta(minutes=1)
HOURS = timedelta(hours=1)
DAYS = timedelta(days=1)
UNITS = {"s": timedelta(seconds=1), "m": MINUTES, "h": HOURS, "d": DAYS}


def _by_urgency(
    now: timedelta, today: timedelta, week: timedelta, later: timedelta
) -> Mapping[Urgency, timedelta]:
    return MappingProxyType(
        {Urgency.NOW: now, Urgency.TODAY: today, Urgency.WEEK: week, Urgency.LATER: later}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Geocoding:
    """A geocoder on the network, of kind nominatim or photon; a map with this datum.

    `area` is west, south, east, north in WGS-84 degrees: what lies elsewhere is not taken.
    `contact` tells those who run it whose machine asks.
    """

    url: str
    kind: str = "nominatim"
    datum: Datum = Datum.WGS84
    area: tuple[float, float, float, float]
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one network of groups.

    `on_duty` is from and until, in minutes of the day in `time_zone`. `wave_size` volunteers
    are asked at a time; the next wave follows after `wave_after` of the request's urgency.
    After `waves` of them a person is asked to call and `look_again_after` counts from look to
    look, twice as long each time nobody is free. Who waits longer than the `usual_wait` of their
    urgency is served like a more urgent one and told so; a group is asked for at most
    `asks_a_place` requests for each place it has free. An offer may be accepted for the time of
    `offer_lasts_waves` waves. A volunteer has at most `tasks_at_once` and is asked at most
    `offers_at_once`. Help that did not arrive is looked
    for again if `reopen_when_not_arrived`; what nobody confirms closes after `confirm_within`.
    Free words are to be read by a person within `read_within`, while somebody is on duty.
    `check_in_after` and `release_after` count the silence of a volunteer with a task. At
    `watch_hour` of the night, in `time_zone`, it is looked whether every area still finds help.
    """

    database: str = "sqlite:///linli-data/linli.sqlite3"
    key_file: Path = Path("linli-data/keys.json")
    region: str = "demo"
    time_zone: str = "UTC"
    public_url: str = ""
    safeguarding: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    on_duty: tuple[int, int] = (8 * 60, 20 * 60)
    wave_size: int = 5
    waves: int = 6
    wave_after: Mapping[Urgency, timedelta] = field(
        default_factory=lambda: _by_urgency(3 * MINUTES, 15 * MINUTES, 2 * HOURS, DAYS)
    )
    offer_lasts_waves: int = 4
    look_again_after: Mapping[Urgency, timedelta] = field(
        default_factory=lambda: _by_urgency(15 * MINUTES, HOURS, 4 * HOURS, DAYS)
    )
    usual_wait: Mapping[Urgency, timedelta] = field(
        default_factory=lambda: _by_urgency(HOURS, 8 * HOURS, 7 * DAYS, 28 * DAYS)
    )
    asks_a_place: int = 3
    tasks_at_once: int = 2
    offers_at_once: int = 5
    reopen_when_not_arrived: bool = True
    confirm_within: timedelta = 3 * DAYS
    read_within: timedelta = 30 * MINUTES
    watch_hour: int = 3
    check_in_after: Mapping[Urgency, timedelta] = field(
        default_factory=lambda: _by_urgency(20 * MINUTES, 2 * HOURS, DAYS, 2 * DAYS)
    )
    release_after: Mapping[Urgency, timedelta] = field(
        default_factory=lambda: _by_urgency(20 * MINUTES, HOURS, DAYS, DAYS)
    )
    remind_urgent_after: timedelta = 10 * MINUTES
    call_urgent_after: timedelta = 30 * MINUTES
    remind_after: timedelta = 2 * HOURS
    call_after: timedelta = 24 * HOURS
    alert_unheard_after: timedelta = MINUTES
    send_tries_for: timedelta = 24 * HOURS
    link_lifetime: timedelta = 7 * DAYS
    sign_in_lifetime: timedelta = 12 * HOURS
    resume_code_lifetime: timedelta = 30 * DAYS
    claim_lasts: timedelta = 30 * MINUTES
    cards_after: timedelta = 5 * MINUTES
    geocoding: Geocoding | None = None
    practice: bool = False

    @property
    def told_of_trouble(self) -> tuple[str, ...]:
        """Who sees to what goes wrong: the coordinators, and where none is set the leads."""
        return self.coordinators or self.safeguarding


def settings_from(values: Mapping[str, str], *, practice: bool) -> Settings:
    """The API's settings from those of the process; they were checked before."""
    from_, until = (_minutes(clock) for clock in values["on_duty"].split("-"))
    return Settings(
        database=values["database"],
        key_file=Path(values["key_file"]),
        region=values["region"],
        time_zone=values["time_zone"],
        public_url=values["public_url"],
        safeguarding=_listed(values["safeguarding"]),
        coordinators=_listed(values["coordinators"]),
        on_duty=(from_, until),
        wave_size=int(values["wave_size"]),
        waves=int(values["waves"]),
        wave_after=_times(values["wave_after"]),
        offer_lasts_waves=int(values["offer_lasts_waves"]),
        look_again_after=_times(values["look_again_after"]),
        usual_wait=_times(values["usual_wait"]),
        asks_a_place=int(values["asks_a_place"]),
        tasks_at_once=int(values["tasks_at_once"]),
        offers_at_once=int(values["offers_at_once"]),
        reopen_when_not_arrived=values["reopen_when_not_arrived"] == "yes",
        confirm_within=_time(values["confirm_within"]),
        read_within=_time(values["read_within"]),
        check_in_after=_times(values["check_in_after"]),
        release_after=_times(values["release_after"]),
        watch_hour=int(values["watch_hour"]),
        geocoding=_geocoding(values),
        practice=practice,
    )


def _geocoding(values: Mapping[str, str]) -> Geocoding | None:
    if not values["geocoder_url"]:
        return None
    west, south, east, north = map(float, _listed(values["geocoder_area"]))
    return Geocoding(
        url=values["geocoder_url"].rstrip("/"),
        kind=values["geocoder_kind"],
        datum=Datum(values["geocoder_datum"]),
        area=(west, south, east, north),
        contact=values["geocoder_contact"],
    )


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _times(text: str) -> Mapping[Urgency, timedelta]:
    return _by_urgency(*map(_time, _listed(text)))


def _time(text: str) -> timedelta:
    return int(text[:-1]) * UNITS[text[-1]]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
