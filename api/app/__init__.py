"""The API as an application over HTTP, and as calls inside one process."""

from api.app.application import create_app
from api.app.direct import Direct

__all__ = ["Direct", "create_app"]
