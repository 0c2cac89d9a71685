"""Every feature's routes, in an explicit list."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.routing import APIRoute

from api.access.routes import router as access
from api.alerts.routes import router as alerts
from api.app.metrics import name_of
from api.arrivals.routes import router as arrivals
from api.backlog.routes import router as backlog
from api.calls.routes import router as calls
from api.deliveries.routes import router as deliveries
from api.dispatch.routes import by_phone, changes
from api.dispatch.routes import router as dispatch
from api.groups.routes import router as groups
from api.inbound.routes import router as inbound
from api.intake.routes import router as intake
from api.invites.routes import on_the_phone
from api.invites.routes import router as invites
from api.matching.routes import router as matching
from api.notices.routes import router as notices
from api.operations.routes import router as operations
from api.people.routes import router as people
from api.places.routes import router as places
from api.reports.routes import router as reports
from api.requests.routes import router as requests
from api.restrictions.routes import router as restrictions
from api.sessions.routes import router as sessions
from api.texts.routes import router as texts
from api.turns.routes import router as turns
from api.understanding.routes import router as understanding
from api.watch.routes import router as watch

ROUTERS: tuple[APIRouter, ...] = (
    turns,
    deliveries,
    inbound,
    notices,
    sessions,
    arrivals,
    people,
    requests,
    changes,
    groups,
    invites,
    restrictions,
    intake,
    matching,
    backlog,
    dispatch,
    calls,
    by_phone,
    on_the_phone,
    places,
    reports,
    understanding,
    watch,
    alerts,
    texts,
    access,
    operations,
)


def _named(route: APIRoute) -> APIRoute:
    """An endpoint that the API's description calls by the name it is counted by."""
    route.unique_id = name_of(route)
    return route


ENDPOINTS: tuple[APIRoute, ...] = tuple(
    _named(route) for one in ROUTERS for route in one.routes if isinstance(route, APIRoute)
)
"""Every endpoint of every feature, as it was declared.

An application takes them as they are: including a router would make each of them once more, a
quarter of a second and some megabytes for each application of a process.
"""
