"""What the documents list is what the code has; `pytest --rewrite tests/docs` writes it anew."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

import api.backlog.service
import api.vocabulary
import api.watch.service.pinning
from api.app.metrics import name_of
from api.app.operation import allow_of
from api.app.pages import OPEN
from api.app.routers import ENDPOINTS
from api.database.personal import PERSONAL
from api.errors import Refusal
from api.settings import Settings
from api.vocabulary import Role
from bot.__main__ import COMMANDS
from bot.settings import SETTINGS
from locales.languages import CHOICES, Language
from tests.docs.pages import code, keeps, table
from tests.tree import read

WORDS_OF = ("Need", "Leaf", "Accommodation", "Urgency", "RequestStatus", "OfferStatus", "Role")
WORDS_OF += (
    "TaskStatus",
    "RestrictionKind",
    "CallBy",
    "AlertKind",
    "Channel",
    "ServiceType",
    "Mode",
)


@pytest.fixture
def rewrite(request):
    """Whether tables are written anew."""
    return request.config.getoption("--rewrite")


def refusals(kind=Refusal):
    """Every refusal there is, below the first."""
    for below in kind.__subclasses__():
        if below.__module__.startswith("api."):
            yield below
        yield from refusals(below)


def as_words(value):
    """A time as people say it."""
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        count, rest = divmod(int(value.total_seconds()), size)
        if count and not rest:
            return f"{count} {name}{'s' * (count > 1)}"
    raise AssertionError(value)


def first_line(thing):
    """What something says of itself first."""
    return inspect.getdoc(thing).split("\n", 1)[0]


def test_every_error_is_documented(rewrite):
    """By its code, with its status and its sentence."""
    rows = sorted({(f"`{one.code}`", str(one.status), one.detail) for one in refusals()})
    told = table(("code", "status", "what it says"), rows)
    keeps("docs/api.md", "errors", told, rewrite=rewrite)


def test_every_operation_is_documented(rewrite):
    """With the roles that may call it."""
    rows = []
    for route in sorted(ENDPOINTS, key=lambda one: (one.path, name_of(one))):
        roles = allow_of(route)[1].roles
        named = ", ".join(role for role in Role if role in roles)
        method = next(iter(route.methods))
        who = "all" if roles == set(Role) else named
        rows.append((f"`{method} {route.path_format}`", who, first_line(route.endpoint)))
    told = table(("operation", "roles", "what it does"), rows)
    keeps("docs/api.md", "operations", told, rewrite=rewrite)


def test_every_page_of_the_machine_is_documented():
    """They need no token."""
    assert set(code("docs/api.md")) >= OPEN


def test_every_setting_is_documented(rewrite):
    """With its default, or that it is needed."""
    rows = [
        (
            f"`{one.variable}`",
            "**needed**" if one.needed else f"`{one.default}`" if one.default else "",
            one.help,
        )
        for one in SETTINGS
    ]
    told = table(("setting", "default", "what it is for"), rows)
    keeps("docs/running.md", "settings", told, rewrite=rewrite)


def test_every_time_that_nobody_sets_is_documented(rewrite):
    """As the code has it."""
    of_the_process = {one.name for one in SETTINGS} | {"geocoding", "practice"}
    kept = Settings()
    rows = [
        (f"`{one.name}`", as_words(getattr(kept, one.name)))
        for one in fields(Settings)
        if one.name not in of_the_process
    ]
    keeps("docs/running.md", "times", table(("name", "value"), rows), rewrite=rewrite)


def test_every_command_is_documented(rewrite):
    """What nobody is told of might as well not be there."""
    rows = [(f"`linli {name}`", purpose) for name, purpose in COMMANDS.items()]
    keeps("docs/running.md", "commands", table(("command", "what it does"), rows), rewrite=rewrite)


def test_every_personal_column_is_documented(rewrite):
    """Why it is kept, and for how long."""
    rows = [
        (f"`{one.table}.{one.column}`", one.purpose, f"{one.retention_days} days")
        for one in PERSONAL
    ]
    told = table(("column", "why it is kept", "how long after"), rows)
    keeps("docs/privacy.md", "personal", told, rewrite=rewrite)


@pytest.mark.parametrize("name", WORDS_OF)
def test_every_code_is_in_the_glossary(name):
    """With the one spelling it has everywhere."""
    written = " ".join(code("docs/glossary.md"))
    missing = [one.value for one in getattr(api.vocabulary, name) if one.value not in written]
    assert missing == []


def test_all_that_a_language_says_of_itself_is_documented():
    """For whoever adds one."""
    page = read("docs/translating.md")
    assert [one.name for one in fields(Language) if f"`{one.name}`" not in page] == []
    values = [value for choices in CHOICES.values() for value in choices]
    assert [one for one in values if f"`{one}`" not in page] == []
