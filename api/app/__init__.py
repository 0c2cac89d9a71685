"""The API as an application over HTTP, and as calls inside one process."""

from api.app.application import create_app
from api.app.direct import Direct
from api.app.node import Node
from api.database.engine import DatabaseInUse
from api.database.opening import CannotOpen
from api.errors import Refusal
from api.settings import settings_from

__all__ = [
    "CannotOpen",
    "DatabaseInUse",
    "Direct",
    "Node",
    "Refusal",
    "create_app",
    "settings_from",
]
