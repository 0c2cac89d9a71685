"""The SQL of offers and tasks; every change of status is conditional on the status before."""

from api.dispatch.store.due import (
    busy,
    next_due,
    put_off,
)
from api.dispatch.store.offers import (
    Offer,
    accept_offer,
    add_offer,
    close_offer,
    keep_open,
    last_letter,
    late_offers_to,
    offer,
    offers_of,
    open_offers_to,
    reopen_offer,
    run_out,
)
from api.dispatch.store.reached import written_to
from api.dispatch.store.tasks import (
    Task,
    add_task,
    change_task,
    due_tasks,
    task,
    task_of,
    tasks_for,
    tasks_of,
)

__all__ = [
    "Offer",
    "Task",
    "accept_offer",
    "add_offer",
    "add_task",
    "busy",
    "change_task",
    "close_offer",
    "due_tasks",
    "keep_open",
    "last_letter",
    "late_offers_to",
    "next_due",
    "offer",
    "offers_of",
    "open_offers_to",
    "put_off",
    "reopen_offer",
    "run_out",
    "task",
    "task_of",
    "tasks_for",
    "tasks_of",
    "written_to",
]
