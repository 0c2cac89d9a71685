"""The application, for the tests of routes."""

from tests.api.serving import app, bearer, http, secrets

__all__ = ["app", "bearer", "http", "secrets"]
