"""The API over HTTP, with a token of each role."""

from tests.api.serving import app, bearer, http, secrets

__all__ = ["app", "bearer", "http", "secrets"]
