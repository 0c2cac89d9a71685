"""One answer, given three ways: as Telegram's payload, as a posted page, as a typed line.

Each way goes through the code of its own wire, from what the wire carries to what is stored.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from telegram import Update, User

from accessibility.prompt import KEYS, OTHER_KEY, Command, Kind
from api.vocabulary import Channel, InboundKind
from bot.channel import Inbound, Outgoing
from bot.channels.telegram.incoming import as_inbound
from bot.channels.telegram.outgoing import markup
from bot.channels.web.sent import Sent

PHONE = "+86 138 0013 8000"
BOT = User(7, "Linli", is_bot=True, username="linli_bot")
TYPED = {command: key for key, command in KEYS.items()} | {Command.MORE: OTHER_KEY}
KEY_BUTTONS = (Command.PERSON, Command.AGAIN)
"""Keys of the page that are good at any question."""

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Answer:
    """What a person means: options of the open question, a key, or words."""

    codes: tuple[str, ...] = ()
    command: Command | None = None
    words: str = ""
    by_name: bool = False


Way = Callable[[Answer, Outgoing], Iterator[Inbound]]


def by_telegram(answer: Answer, asked: Outgoing) -> Iterator[Inbound]:
    """Buttons that are there to be pressed, a shared contact, or a message."""
    if answer.words:
        return iter([_message(asked, {"text": answer.words})])
    if asked.prompt.kind is Kind.PHONE and not answer.command:
        card = {"phone_number": PHONE.replace(" ", ""), "first_name": "Mei"}
        return iter([_message(asked, {"contact": {**card, "user_id": int(asked.address)}})])
    return _pressed(answer, asked)


def _pressed(answer: Answer, asked: Outgoing) -> Iterator[Inbound]:
    """Who looks for a button on another page turns to it first."""
    shown = {option.code for option in asked.prompt.options}
    if answer.command:
        yield _press(asked, f":{answer.command}")
        return
    if not shown.issuperset(answer.codes):
        yield _press(asked, ":more")
    for code in answer.codes:
        yield _press(asked, code, sure=shown.issuperset(answer.codes))
    if asked.prompt.kind is Kind.MANY:
        yield _press(asked, ":done", sure=False)


def _press(asked: Outgoing, code: str, *, sure: bool = True) -> Inbound:
    data = f"{asked.prompt.question_id}:{code}"
    keyboard = markup(asked)
    rows = (keyboard or {}).get("inline_keyboard", ())
    below = keyboard is not None and not rows  # it shares a place or a number: keys are typed
    if below:
        return _message(asked, {"text": TYPED[Command(code[1:])]})
    assert not sure or data in {button["callback_data"] for row in rows for button in row}, data
    message = {"message_id": 1, "date": 1, "chat": _chat(asked)}
    query = {"id": "1", "from": _sender(asked), "chat_instance": "1", "data": data}
    return _update({"callback_query": {**query, "message": message}})


def _message(asked: Outgoing, content: dict[str, object]) -> Inbound:
    head = {"message_id": 1, "date": 1, "chat": _chat(asked), "from": _sender(asked)}
    return _update({"message": {**head, **content}})


def _update(content: dict[str, object]) -> Inbound:
    update = Update.de_json({"update_id": next(_numbers), **content}, None)
    inbound = as_inbound(update, BOT)
    assert inbound is not None
    return inbound


def _chat(asked: Outgoing) -> dict[str, object]:
    return {"id": int(asked.address), "type": "private", "first_name": "Mei"}


def _sender(asked: Outgoing) -> dict[str, object]:
    return {"id": int(asked.address), "is_bot": False, "first_name": "Mei"}


def by_page(answer: Answer, asked: Outgoing) -> Iterator[Inbound]:
    """The fields of the page's form, as a browser posts them."""
    fields: dict[str, object] = {"question": asked.prompt.question_id, "text": answer.words}
    if answer.command in KEY_BUTTONS:
        fields["key"] = answer.command
    elif answer.command:
        fields["press"] = f":{answer.command}"
    elif asked.prompt.kind is Kind.PHONE:
        fields["text"] = PHONE
    elif asked.prompt.kind is Kind.MANY:
        fields["choice"] = answer.codes
    elif answer.codes:
        fields["press"] = answer.codes[0]
    body = urlencode({**fields, "message_id": f"p{next(_numbers)}"}, doseq=True)
    inbound = Sent(parse_qs(body, keep_blank_values=True)).as_inbound(asked.address)
    assert inbound is not None
    yield inbound


def by_line(answer: Answer, asked: Outgoing) -> Iterator[Inbound]:
    """A number, a key, a name, or words, typed."""
    keys = {option.code: option.key for option in asked.prompt.options}
    names = {o.code: o.label for o in (*asked.prompt.options, *asked.prompt.also)}
    text = answer.words
    if answer.command:
        text = TYPED[answer.command]
    elif asked.prompt.kind is Kind.PHONE:
        text = PHONE
    elif answer.codes:
        named = len(answer.codes) == 1 and (answer.by_name or answer.codes[0] not in keys)
        text = " ".join((names if named else keys)[code] for code in answer.codes)
    yield Inbound(f"l{next(_numbers)}", asked.address, InboundKind.TEXT, {"text": text})


WAYS: dict[Channel, Way] = {
    Channel.TELEGRAM: by_telegram,
    Channel.WEB: by_page,
    Channel.TERMINAL: by_line,
}
