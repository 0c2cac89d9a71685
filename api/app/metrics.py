"""What is counted: operations and how they ended, by code; never anything about a person."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    generate_latest,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.operations = Counter(
            "linli_operations",
            "Operations by name and HTTP status",
            ["operation", "status"],
            registry=self.registry,
        )

        self.watch = Gauge(
            "linli_watch",
            "What the watch over routing found last night, by kind; no area is named",
            ["kind"],
            registry=self.registry,
        )

        self.texts = Gauge(
            "linli_texts",
            "Free texts that nobody has read yet: all, and those that wait for too long",
            ["which"],
            registry=self.registry,
        )

    def unread(self, figures: Mapping[str, int]) -> None:
        """Keep how many free texts wait to be read."""
        for which, number in figures.items():
            self.texts.labels(which).set(number)

    def watched(self, figures: Mapping[str, int]) -> None:
        """Keep what the watch found: gaps by cover, canaries and those failing, open alarms."""
        for kind, number in figures.items():
            self.watch.labels(kind).set(number)

    def count(self, operation: str, status: int) -> None:
        """Count one operation."""
        self.operations.labels(operation, str(status)).inc()

    def text(self) -> Response:
        """Everything counted, as Prometheus reads it."""
        return Response(generate_latest(self.registry), media_type=CONTENT_TYPE_LATEST)


class Counting:
    """Counts what comes in over HTTP by the endpoint's name; unknown paths count together."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and counts how it ended."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = scope.get("route")
                self.metrics.count(name_of(route), message["status"])
            await send(message)

        await self.app(scope, receive, sent)


def name_of(route: object) -> str:
    """The name an operation is counted by."""
    tags = map(str, getattr(route, "tags", ()))
    return ".".join((*tags, str(getattr(route, "name", "unknown"))))


def count_operations(app: FastAPI) -> Metrics:
    """Counts every operation of an application."""
    metrics = Metrics()
    app.add_middleware(Counting, metrics=metrics)
    return metrics
