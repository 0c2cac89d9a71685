"""Which button a person means by a label or by a number.

Rule: what nobody could press is an AssertionError that shows what there was to press.
"""

import re

from tests.peers.telegram_chats import Chat, Wire

NUMBERED = re.compile(r"^\s*([0-9*]+)\s*[.)、:：]?\s*(.*)$")


def find_button(chat: Chat, wanted: str | int) -> tuple[Wire, Wire | None]:
    """The button, and its message or None when it lies on the keyboard below the chat."""
    for message in reversed(list(chat.messages.values())):
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if button := _chosen(rows, wanted):
            return button, message
    rows = (chat.keyboard or {}).get("keyboard", [])
    if button := _chosen(rows, wanted):
        return button, None
    raise AssertionError(f"no button {wanted!r}; there are {labels(chat)}")


def labels(chat: Chat) -> list[str]:
    """Every label that can be pressed now, oldest message first."""
    shown = [
        message.get("reply_markup", {}).get("inline_keyboard", [])
        for message in chat.messages.values()
    ]
    below = (chat.keyboard or {}).get("keyboard", [])
    return [button["text"] for rows in (*shown, below) for row in rows for button in row]


def _chosen(rows: list[list[Wire]], wanted: str | int) -> Wire | None:
    buttons = [button for row in rows for button in row]
    if isinstance(wanted, int):
        return _by_number(buttons, wanted)
    return next((one for one in buttons if wanted in _names(one["text"])), None)


def _by_number(buttons: list[Wire], number: int) -> Wire | None:
    """By the number in the labels; by the place, counted from 1, when labels have none."""
    marks = [NUMBERED.match(button["text"]) for button in buttons]
    if not any(marks):
        return buttons[number - 1] if 1 <= number <= len(buttons) else None
    return next(
        (one for one, mark in zip(buttons, marks, strict=True) if mark and mark[1] == str(number)),
        None,
    )


def _names(label: str) -> set[str]:
    """The label as it is, and without its number."""
    numbered = NUMBERED.match(label)
    return {label, numbered[2]} if numbered else {label}
