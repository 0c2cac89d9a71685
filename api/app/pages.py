"""Pages of the machine's own: is it up, is it ready, what it counted, what it can do."""

from __future__ import annotations

import html
from base64 import b64encode
from hashlib import sha256
from typing import Any

from fastapi import FastAPI, Response
from fastapi.responses import HTMLResponse, JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from api.app.metrics import Metrics
from api.auth.access import Environment
from api.database.ready import is_current
from api.errors import log_crash

STYLE = (
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;max-width:50rem;padding:1rem;font:100%/1.5 system-ui,sans-serif}"
    "h2{margin-block:2rem .2rem;font-size:1.05rem;overflow-wrap:anywhere}"
    "p{margin-block:.2rem}"
)
"""All the style that the documentation has; it is a page to search in."""
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
NO_SCRIPTS = (
    f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The documentation is plain HTML: it loads nothing at all."""
OPEN = frozenset({"/healthz", "/readyz", "/metrics", "/docs", "/openapi.json"})
"""The only paths that need no token; nothing about a person is in them."""


def add_pages(app: FastAPI, environment: Environment, metrics: Metrics) -> None:
    """Adds the pages that need no token."""

    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> dict[str, bool]:
        """The process is up."""
        return {"ok": True}

    @app.get("/readyz", include_in_schema=False)
    async def readyz() -> Response:
        """The database answers, and has the schema of this code."""
        ready = await is_ready(environment)
        return JSONResponse({"ready": ready}, 200 if ready else 503)

    @app.get("/metrics", include_in_schema=False)
    async def counted() -> Response:
        """What was counted, what the watch over routing found, how much waits to be read."""
        metrics.watched(await watched(environment))
        metrics.unread(await unread(environment))
        return metrics.text()

    @app.get("/docs", include_in_schema=False)
    async def docs() -> Response:
        """Every operation, as plain HTML."""
        page = as_page(app.openapi())
        return HTMLResponse(page, headers={"content-security-policy": NO_SCRIPTS})


async def is_ready(environment: Environment) -> bool:
    """Whether the database answers with the schema of this code."""
    try:
        return await environment.store.read(is_current)
    except (SQLAlchemyError, OSError, RuntimeError) as error:
        log_crash(error)
        return False


async def watched(environment: Environment) -> dict[str, int]:
    """The figures of the watch; none while the database does not answer."""
    from api.watch.service.alarming import figures  # noqa: PLC0415 - memory of who is not measured

    try:
        return await environment.store.read(figures)
    except (SQLAlchemyError, OSError, RuntimeError) as error:
        log_crash(error)
        return {}


async def unread(environment: Environment) -> dict[str, int]:
    """How many free texts wait to be read, without a word of them."""
    from api.texts import service  # noqa: PLC0415 - memory of who is not measured

    now = environment.clock()
    try:
        found = await environment.store.read(lambda conn: service.waiting(conn, now))
    except (SQLAlchemyError, OSError, RuntimeError) as error:
        log_crash(error)
        return {}
    return {"waiting": found.waiting, "overdue": found.overdue}


def as_page(described: dict[str, Any]) -> str:
    """An OpenAPI description as an accessible page: one heading an operation."""
    title = html.escape(described["info"]["title"])
    parts = [
        _operation(method, path, operation)
        for path, methods in sorted(described["paths"].items())
        for method, operation in methods.items()
    ]
    wide = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    head = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{wide}<title>{title}</title>'
    )
    head += f"<style>{STYLE}</style>"
    link = '<p><a href="openapi.json">OpenAPI</a></p>'
    return f"{head}</head><body><main><h1>{title}</h1>{link}{''.join(parts)}</main></body></html>"


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    name = html.escape(f"{method.upper()} {path}")
    told = html.escape(operation.get("description") or operation.get("summary", ""))
    return f"<h2><code>{name}</code></h2><p>{told}</p>"
