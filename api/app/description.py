"""The description of the API (OpenAPI), with an example of every body."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

from fastapi import FastAPI

from api.errors import PROBLEM

REFUSED = {
    "description": "A refusal, as problem details (RFC 9457) with a stable `code`.",
    "content": {
        PROBLEM: {
            "schema": {
                "type": "object",
                "required": ["type", "title", "status", "detail", "code"],
                "properties": {
                    "type": {"type": "string"},
                    "title": {"type": "string"},
                    "status": {"type": "integer"},
                    "detail": {"type": "string"},
                    "code": {"type": "string"},
                    "errors": {"type": "array", "items": {"type": "object"}},
                },
            }
        }
    },
}
"""What any operation may answer instead."""


@cache
def examples() -> dict[str, Any]:
    """An example of each operation's body, by the operation's name."""
    text = (resources.files("api.app") / "examples.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def describe(app: FastAPI) -> None:
    """Makes the application describe its refusals and give examples."""
    plain: Callable[[], dict[str, Any]] = app.openapi

    @cache
    def described() -> dict[str, Any]:
        document = plain()
        for methods in document["paths"].values():
            for operation in methods.values():
                _complete(operation)
        return document

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way to extend it


def _complete(operation: dict[str, Any]) -> None:
    operation["responses"].pop("422", None)  # FastAPI's own shape of errors, which is not ours
    operation["responses"]["default"] = REFUSED
    stream = operation["responses"].get("200", {}).get("content", {}).get("text/event-stream")
    if stream is not None:  # OpenAPI 3.1 has no word for the items of a stream; 3.2 will
        stream["schema"] = {"type": "string"}
        stream.pop("itemSchema", None)
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if content is not None and operation["operationId"] in examples():
        content["example"] = examples()[operation["operationId"]]
