"""The application, for the tests of the report."""

from tests.api.serving import app, bearer, http, secrets

__all__ = ["app", "bearer", "http", "secrets"]
