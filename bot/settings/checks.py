"""What the value of a setting must be: each check returns that, or nothing if it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HALF_TURN = 180.0
POLE = 90.0
"""Degrees of longitude and latitude that there are."""


def port(value: str) -> str:
    """A TCP port; 0 lets the machine choose a free one."""
    return number(0, 65535)(value)


def zone(value: str) -> str:
    """A time zone that this machine knows."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "a name of the IANA time zone database, such as Asia/Shanghai"
    return ""


def matches(pattern: str, accepts: str) -> Callable[[str], str]:
    """A check that the whole value is of a pattern."""
    return lambda value: "" if re.fullmatch(pattern, value) else accepts


def number(low: int, high: int) -> Callable[[str], str]:
    """A check for a whole number within bounds, in plain digits."""
    accepts = f"a number from {low} to {high}"
    return lambda value: (
        "" if re.fullmatch(r"[0-9]{1,9}", value) and low <= int(value) <= high else accepts
    )


_TIME = r"[1-9][0-9]{0,3}[smhd]"
_UNITS = "a whole number of s, m, h or d"

time = matches(_TIME, f"a time as {_UNITS}, such as 3d")
"""A length of time; none is zero, for what comes due at once would come due without end."""

times = matches(
    rf"{_TIME}(\s*,\s*{_TIME}){{3}}",
    f"four times, for now, today, week and later, each {_UNITS}, such as 3m,15m,2h,1d",
)
"""A length of time for each urgency."""

yes_no = matches("yes|no", "yes or no")
phones = matches(r"[+0-9][0-9 ,+-]*", "a phone number in digits")
addresses = matches(
    r"(telegram|sms|phone|web|terminal):[^,\s]+(,(telegram|sms|phone|web|terminal):[^,\s]+)*",
    "addresses as channel:address, separated by commas, such as telegram:123456",
)
hours = matches(
    r"([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
    "a span of hours such as 08:00-20:00",
)
region = matches(r"demo|[A-Z]{2}", "a country code of two letters (ISO 3166-1), such as CN")
geocoder = matches("nominatim|photon", "nominatim or photon")
datum = matches("wgs84|gcj02", "wgs84 or gcj02")
contact = matches(r"[!-~]{3,200}", "an email address or the address of a page, without spaces")
url = matches(r"https?://[^\s]+", "an address that starts with http:// or https://")
database = matches(r"(sqlite:///.+|postgresql://.+)", "sqlite:///path or postgresql://...")
webhook = matches(r"[A-Za-z0-9_-]{16,256}", "16 to 256 letters, digits, _ or -")


def area(value: str) -> str:
    """A box on the map: west, south, east, north in degrees."""
    accepts = "west, south, east, north in degrees, such as 121.35,31.15,121.50,31.28"
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        return accepts
    around = all(-HALF_TURN <= longitude <= HALF_TURN for longitude in (west, east))
    return "" if around and -POLE <= south < north <= POLE else accepts
