"""The second judge of the Bot API: aiogram's models, written by nobody of us.

Whatever we send or are sent must fit them exactly: no unknown name, no wrong shape.
"""

import functools
import importlib
import json
import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

# core.telegram.org/bots/api#setmycommands and #botcommand
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE_CODE = re.compile(r"([a-z]{2})?")
DESCRIPTION_LIMIT = 256


@functools.cache
def models() -> dict[str, type[BaseModel]]:
    """Method name -> its model. Slow the first time (3 s), so only those who need it import it."""
    methods = vars(importlib.import_module("aiogram.methods")).values()
    return {
        model.__api_method__: model
        for model in methods
        if isinstance(getattr(model, "__api_method__", None), str)
    }


def decoded(method: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Fields as values: a form carries JSON for everything that isn't text."""
    encoded = _encoded_fields(method)
    return {
        name: json.loads(value) if name in encoded and isinstance(value, str) else value
        for name, value in fields.items()
    }


def problems(method: str, values: dict[str, Any], uploads: dict[str, Any]) -> list[str]:
    """What is wrong with a call, in the order found; empty when Telegram would take it."""
    model = models().get(method)
    if model is None:
        return []
    files = {name: "attach://" + name for name in uploads if name in model.model_fields}
    try:
        call = model.model_validate({**values, **files})
    except ValidationError as error:
        return [f"{method}: {_place(error)}"]
    attached = {value[9:] for value in values.values() if str(value).startswith("attach://")}
    unknown = [name for name in _strangers(call, method) if name.split(".")[-1] not in attached]
    return [f"{name} is unknown" for name in unknown] + _broken_rules(method, values)


def check_update(update: dict[str, Any]) -> None:
    """Refuse, by ValueError, an update that Telegram could not have sent."""
    model = importlib.import_module("aiogram.types").Update
    judged = model.model_validate({"update_id": 1, **update})
    if unknown := list(_strangers(judged, "update")):
        raise ValueError(f"{unknown[0]} is unknown")


def utf16_length(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@functools.cache
def _encoded_fields(method: str) -> frozenset[str]:
    model = models().get(method)
    fields = model.model_fields if model else {}
    return frozenset(
        name
        for name, field in fields.items()
        if field.annotation is not str and str not in get_args(field.annotation)
    )


def _place(error: ValidationError) -> str:
    first = error.errors()[0]
    return ".".join(map(str, first["loc"])) + ": " + first["msg"]


def _strangers(value: object, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _strangers(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _strangers(item, f"{path}.{index}")


def _broken_rules(method: str, values: dict[str, Any]) -> list[str]:
    """Rules that Telegram states in words, so no model carries them."""
    found = []
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        if not _entities_fit(values.get(text) or "", values.get(entities) or []):
            found.append(f"{method}.{entities} reach beyond the text")
    if method == "setMyCommands":
        found += _broken_commands(values)
    return found


def _entities_fit(text: str, entities: list[dict[str, Any]]) -> bool:
    length = utf16_length(text)
    return all(
        entity["offset"] >= 0
        and entity["length"] > 0
        and entity["offset"] + entity["length"] <= length
        for entity in entities
    )


def _broken_commands(values: dict[str, Any]) -> Iterator[str]:
    if not LANGUAGE_CODE.fullmatch(values.get("language_code") or ""):
        yield "language_code must be two letters of ISO 639-1"
    for command in values["commands"]:
        if not COMMAND.fullmatch(command["command"]):
            yield "BOT_COMMAND_INVALID"
        if not 1 <= len(command["description"]) <= DESCRIPTION_LIMIT:
            yield "BOT_COMMAND_DESCRIPTION_INVALID"
