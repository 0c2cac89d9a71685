"""An outgoing message becomes what the Bot API is sent: plain text, and buttons that repeat it.

Every button also stands in the text as a typed number or key, since screen readers miss buttons;
only a button that shares a place or a number has none: there one writes it instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import locales
from accessibility.prompt import OTHER_KEY, Kind, Prompt
from bot.channel import Outgoing

TEXT_LIMIT = 4096
"""Length of a message in UTF-16 code units (Bot API, sendMessage)."""

DATA_LIMIT = 64
"""Bytes of callback_data (Bot API, InlineKeyboardButton)."""

SHARES = {
    Kind.PLACE: ("button-share_place", "request_location"),
    Kind.PHONE: ("button-share_phone", "request_contact"),
}
KEYS = (("0", "person"), ("9", "again"), ("*", "back"))
FULL_STOPS = ".。"

Button = tuple[str, str]
"""What stands on a button, and what it sends."""

Markup = Mapping[str, Any]
"""An InlineKeyboardMarkup or a ReplyKeyboardMarkup of the Bot API, as JSON."""


def texts(lines: tuple[str, ...]) -> Iterator[str]:
    """The message in as few parts as the limit allows, broken between lines where it can be."""
    part = ""
    for line in lines:
        for piece in _pieces(line):
            if part and _length(part) + 1 + _length(piece) > TEXT_LIMIT:
                yield part
                part = piece
            else:
                part = f"{part}\n{piece}" if part else piece
    if part:
        yield part


def _pieces(line: str) -> Iterator[str]:
    """A line in pieces that fit: so many characters fit even if each takes two code units."""
    if _length(line) <= TEXT_LIMIT:
        yield line
        return
    most = TEXT_LIMIT // 2
    yield from (line[start : start + most] for start in range(0, len(line), most))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def markup(outgoing: Outgoing) -> Markup | None:
    """The buttons of a message; None for a statement."""
    if outgoing.group_buttons:
        return _inline(outgoing.group_buttons)
    prompt = outgoing.prompt
    if not prompt.asks:
        return None
    catalog = locales.catalog(outgoing.language)
    if prompt.kind in SHARES and not prompt.options:
        return _sharing(prompt.kind, catalog)
    return _inline((*_options(prompt), *_keys(prompt, catalog)))


def _inline(buttons: tuple[Button, ...]) -> Markup:
    """One button a row: long labels are not cut, and a finger that trembles hits one."""
    rows = [
        [{"text": label, "callback_data": data}]
        for label, data in buttons
        if len(data.encode()) <= DATA_LIMIT
    ]
    return {"inline_keyboard": rows}


def _sharing(kind: Kind, catalog: locales.Catalog) -> Markup:
    label, what = SHARES[kind]
    share = {"text": catalog.say(label), what: True}
    return {"keyboard": [[share]], "resize_keyboard": True, "one_time_keyboard": True}


def _options(prompt: Prompt) -> Iterator[Button]:
    for option in prompt.options:
        label = f"{option.key}. {option.label}" if option.key else option.label
        yield label, f"{prompt.question_id}:{option.code}"


def _keys(prompt: Prompt, catalog: locales.Catalog) -> Iterator[Button]:
    if prompt.also and all(option.key != OTHER_KEY for option in prompt.options):
        yield _key(prompt, catalog, OTHER_KEY, "more")
    if prompt.chosen:
        yield _key(prompt, catalog, "#", "done")
    elif prompt.optional:
        how = "how-done" if prompt.options else "how-skip"
        yield catalog.say(how).rstrip(FULL_STOPS), f"{prompt.question_id}::done"
    for key, command in KEYS:
        yield _key(prompt, catalog, key, command)


def _key(prompt: Prompt, catalog: locales.Catalog, key: str, command: str) -> Button:
    return f"{key} {catalog.say(f'button-{command}')}", f"{prompt.question_id}::{command}"
