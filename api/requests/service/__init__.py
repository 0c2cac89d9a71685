"""Requests: made, changed, cancelled, confirmed, shown. What follows, the dispatch worker does.

Every change says so to who made it and makes the request due at once; nothing here looks for
help or speaks to a volunteer. Refusals are raised before anything is written.
"""

from api.requests.service.reading import (
    CallNeeded,
    Private,
    RequestClosed,
    RequestForgotten,
    UnknownRequest,
    about,
    get,
    living,
    open_of,
    paused,
    place_of,
    places_of,
    private,
    private_for,
    show,
    shown_to,
    tell,
)
from api.requests.service.waiting import Waiting, due, waiting
from api.requests.service.writing import cancel, change, confirm, create, move_needs, rejoin
from api.requests.store import (
    Listed,
    Request,
    find,
    lock,
    next_due,
    page,
    some,
    split,
    update,
    waiting_count,
)

__all__ = [
    "CallNeeded",
    "Listed",
    "Private",
    "Request",
    "RequestClosed",
    "RequestForgotten",
    "UnknownRequest",
    "Waiting",
    "about",
    "cancel",
    "change",
    "confirm",
    "create",
    "due",
    "find",
    "get",
    "living",
    "lock",
    "move_needs",
    "next_due",
    "open_of",
    "page",
    "paused",
    "place_of",
    "places_of",
    "private",
    "private_for",
    "rejoin",
    "show",
    "shown_to",
    "some",
    "split",
    "tell",
    "update",
    "waiting",
    "waiting_count",
]
