"""Offers, tasks, and what happens when time passes."""

from __future__ import annotations

from api.dispatch.service.answering import (
    Accepted,
    TooLate,
    UnknownOffer,
    accept,
    decline,
    late_offers_of,
    offers_of,
)
from api.dispatch.service.changing import change_request
from api.dispatch.service.expiring import unreached
from api.dispatch.service.leaving import leave, leave_by_phone, pause, pause_by_phone
from api.dispatch.service.looking import due, next_due
from api.dispatch.service.phoned import offered_by_phone, told_by_phone
from api.dispatch.service.planning import Hands
from api.dispatch.service.pressing import NeedsPrivate, group_press
from api.dispatch.service.putting import put_to
from api.dispatch.service.tasks import (
    UnknownTask,
    finish,
    hand_back,
    send_word,
    start,
    tasks_of,
)
from api.dispatch.service.turning import next_restriction, restrictions_due

__all__ = [
    "Accepted",
    "Hands",
    "NeedsPrivate",
    "TooLate",
    "UnknownOffer",
    "UnknownTask",
    "accept",
    "change_request",
    "decline",
    "due",
    "finish",
    "group_press",
    "hand_back",
    "late_offers_of",
    "leave",
    "leave_by_phone",
    "next_due",
    "next_restriction",
    "offered_by_phone",
    "offers_of",
    "pause",
    "pause_by_phone",
    "put_to",
    "restrictions_due",
    "send_word",
    "start",
    "tasks_of",
    "told_by_phone",
    "unreached",
]
