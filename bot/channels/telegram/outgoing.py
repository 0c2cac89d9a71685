"""An outgoing message becomes what the Bot API is sent: plain text, and buttons that repeat it.

Every button also stands in the text as a typed number, since screen readers miss buttons.
"""

from __future__ import annotations

from collections.abc import Iterator

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

import locales
from accessibility.prompt import Kind
from bot.channel import Outgoing

TEXT_LIMIT = 4096
"""Characters a message may have (Bot API, sendMessage)."""

DATA_LIMIT = 64
"""Bytes of callback_data (Bot API, InlineKeyboardButton)."""

SHARES = {Kind.PLACE: "button-share_place", Kind.PHONE: "button-share_phone"}
KEYS = (("0", "person"), ("9", "again"), ("*", "back"))

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | None


def texts(lines: tuple[str, ...]) -> Iterator[str]:
    """The message in as few parts as the limit allows, broken between lines where it can be."""
    part = ""
    for line in lines:
        for piece in _pieces(line):
            if part and len(part) + 1 + len(piece) > TEXT_LIMIT:
                yield part
                part = piece
            else:
                part = f"{part}\n{piece}" if part else piece
    if part:
        yield part


def _pieces(line: str) -> Iterator[str]:
    for start in range(0, len(line) or 1, TEXT_LIMIT):
        yield line[start : start + TEXT_LIMIT]


def markup(outgoing: Outgoing) -> Markup:
    """The buttons of a message; None for a statement."""
    if outgoing.group_buttons:
        rows = [[InlineKeyboardButton(t, callback_data=d)] for t, d in outgoing.group_buttons]
        return InlineKeyboardMarkup(rows)
    if not outgoing.prompt.asks:
        return None
    catalog = locales.catalog(outgoing.language)
    if outgoing.prompt.kind in SHARES and not outgoing.prompt.options:
        return _sharing(outgoing.prompt.kind, catalog)
    return InlineKeyboardMarkup([*_options(outgoing), *_keys(outgoing, catalog)])


def _sharing(kind: Kind, catalog: locales.Catalog) -> ReplyKeyboardMarkup:
    share = KeyboardButton(
        catalog.say(SHARES[kind]),
        request_location=kind is Kind.PLACE,
        request_contact=kind is Kind.PHONE,
    )
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)


def _options(outgoing: Outgoing) -> Iterator[list[InlineKeyboardButton]]:
    prompt = outgoing.prompt
    for option in prompt.options:
        data = f"{prompt.question_id}:{option.code}"
        if len(data.encode()) <= DATA_LIMIT:
            label = f"{option.key}. {option.label}" if option.key else option.label
            yield [InlineKeyboardButton(label, callback_data=data)]


def _keys(outgoing: Outgoing, catalog: locales.Catalog) -> Iterator[list[InlineKeyboardButton]]:
    prompt = outgoing.prompt

    def button(key: str, command: str) -> InlineKeyboardButton:
        label = f"{key} {catalog.say(f'button-{command}')}"
        return InlineKeyboardButton(label, callback_data=f"{prompt.question_id}::{command}")

    if prompt.also and all(option.key != "6" for option in prompt.options):
        yield [button("6", "more")]
    if prompt.kind is Kind.MANY or prompt.optional:
        yield [button("#", "done")]
    yield [button(key, command) for key, command in KEYS]
