"""The application: every route, one way to refuse, and nothing open without a role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import FastAPI

from api.app.description import describe
from api.app.limit import BodyLimit
from api.app.metrics import count_operations, name_of
from api.app.pages import add_pages
from api.app.routers import ENDPOINTS
from api.auth.access import Environment
from api.database.engine import Store
from api.errors import answer_refusals
from api.settings import Settings

VERSION = "0.1.0"
ABOUT = (
    "Who can help, who was asked, what came of it. Speaks in codes, never in sentences. "
    "Errors are problem details (RFC 9457) with a stable `code`."
)


def utc_now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def create_app(
    settings: Settings, store: Store, clock: Callable[[], datetime] = utc_now
) -> FastAPI:
    """The application over a store, which the caller opens and closes."""
    app = FastAPI(
        title="Linli API",
        version=VERSION,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=name_of,
    )
    environment = Environment(store, settings, clock)
    app.state.environment = environment
    answer_refusals(app)
    app.add_middleware(BodyLimit)
    app.state.metrics = count_operations(app)
    add_pages(app, environment, app.state.metrics)
    app.router.routes.extend(ENDPOINTS)
    describe(app)
    return app
