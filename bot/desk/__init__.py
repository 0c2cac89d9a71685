"""Pages for coordinators and callers, and the page a demo starts with."""

from bot.desk.routes import router

__all__ = ["router"]
