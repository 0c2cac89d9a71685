"""The application, for every test here."""

from tests.api.serving import app, bearer, direct, http, secrets

__all__ = ["app", "bearer", "direct", "http", "secrets"]
