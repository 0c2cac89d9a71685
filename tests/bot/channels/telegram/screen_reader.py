"""What somebody who hears the screen misses: buttons that no text repeats, toasts, edits."""

import re

KEYED = re.compile(r"^([1-6]\.|[0-9*#]) (.+)$")


def unspoken(telegram):
    """Everything sent to private chats that only an eye could find; empty when all is well."""
    found = []
    for one in telegram.sent:
        if one.method == "answerCallbackQuery" and one.values.get("text"):
            found.append(f"a toast: {one.values['text']}")
        if one.chat_id > 0 and one.method.startswith("edit"):
            found.append(f"an edit: {one.values}")
        if one.chat_id > 0 and one.message:
            found += [f"{label!r} under {_text(one)!r}" for label in _missing(one.message)]
    return found


def _text(sent):
    return sent.message.get("text", "")


def _missing(message):
    """The labels of buttons whose key and words the text does not have."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    labels = [button["text"] for row in rows for button in row]
    return [label for label in labels if not _is_said(label, message.get("text", "").casefold())]


def _is_said(label, text):
    keyed = KEYED.match(label.casefold())
    if keyed is None:
        return False
    key, words = keyed.groups()
    return any(key in line and words in line for line in text.splitlines())
