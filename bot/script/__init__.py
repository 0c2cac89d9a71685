"""The script of a call composed from a form: which words stand on it, and what is known so far."""

from bot.script.compose import compose
from bot.script.known import known_of_request, known_of_resting, known_of_state
from bot.script.order import Known, Order, OrderError, ScriptKind, checked

__all__ = [
    "Known",
    "Order",
    "OrderError",
    "ScriptKind",
    "checked",
    "compose",
    "known_of_request",
    "known_of_resting",
    "known_of_state",
]
