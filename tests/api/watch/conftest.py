"""The application on each engine, for whoever reads the reports of the watch."""

from tests.api.serving import app, bearer, direct, http, secrets

__all__ = ["app", "bearer", "direct", "http", "secrets"]
