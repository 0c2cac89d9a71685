"""What is done with calls: queued, held, talked in, closed, and looked at when due."""

from api.calls.rules import OnDuty
from api.calls.service.queueing import Queued, open_of, queue

__all__ = ["OnDuty", "Queued", "open_of", "queue"]
