"""Scripts as this deployment makes them, at one moment."""

from dataclasses import replace

import locales
from accessibility.prompt import Option
from bot.app.talking import wording_of
from bot.script import Known, checked, compose
from tests.deployment import START, settings_for

OFFERED = tuple(Option(one.code, one.native_name) for one in locales.languages()[:2])
SETTINGS = settings_for("sqlite://", __import__("pathlib").Path("/nowhere"))


def script_of(form="ask", language="en", ours="", kind="", *, large=False, **known):
    """A script; what is `known` is filled in."""
    order = checked(form, language, ours, kind, large=large)
    return compose(replace(order, known=Known(**known)), wording_of(SETTINGS), START, OFFERED)
