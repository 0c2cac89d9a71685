"""The API as an application over HTTP, and as calls inside one process."""

from api.app.application import create_app
from api.app.direct import Direct
from api.app.node import Node, settings_from
from api.database.engine import DatabaseInUse
from api.errors import Refusal

__all__ = ["DatabaseInUse", "Direct", "Node", "Refusal", "create_app", "settings_from"]
