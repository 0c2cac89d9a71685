"""Call cards: sent and ended by the clock; taken, left and ended by callers in their chats."""

from api.cards.service.asking import due, next_due
from api.cards.service.knowing import held_of, open_of
from api.cards.service.taking import end_call, leave, leave_call, take
from api.cards.service.typing import tell_typed, type_in

__all__ = [
    "due",
    "end_call",
    "held_of",
    "leave",
    "leave_call",
    "next_due",
    "open_of",
    "take",
    "tell_typed",
    "type_in",
]
