"""A phone number in a reply, in one spelling (E.164)."""

from __future__ import annotations

import re

import phonenumbers

from accessibility.understand.rules import Rules
from accessibility.understand.spelling import folded

_SHAPE = re.compile(r"\+?[\d\s().\-–/]{5,40}")
_ABROAD = "00"
"""The prefix for calls abroad that ITU-T E.123 recommends; regions may have another."""


def e164(text: str, region: str, rules: Rules) -> str:
    """A valid number in E.164, or ""; a number without country code belongs to the region.

    An emergency number is never taken for a person's own.
    """
    said = _without_lead(folded(text).strip(), rules)
    if not _SHAPE.fullmatch(said):
        return ""
    spellings = [said, f"+{said[2:]}"] if said.startswith(_ABROAD) else [said]
    return next(filter(None, (_valid(spelling, region.upper()) for spelling in spellings)), "")


def _without_lead(said: str, rules: Rules) -> str:
    """The number without words before it ("my number is ...")."""
    digits = re.search(r"[+(]?\d", said)
    if digits is None:
        return ""
    lead = rules.spelling.plain(said[: digits.start()])
    return said[digits.start() :].rstrip(". ") if not lead or lead in rules.phone else ""


def _valid(said: str, region: str) -> str:
    try:
        number = phonenumbers.parse(said, region or None)
    except phonenumbers.NumberParseException:
        return ""
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    home = phonenumbers.region_code_for_number(number)
    national = str(number.national_number)
    emergency = home and phonenumbers.is_emergency_number(national, home)
    return written if phonenumbers.is_valid_number(number) and not emergency else ""
