"""Text to `Reading`, in one place for every channel: strict, and by rules kept as data.

What is doubtful is UNCLEAR, so that it is asked again; nothing is guessed.
"""

from __future__ import annotations

from accessibility.understand.answer_line import answer_line
from accessibility.understand.found import Found, found
from accessibility.understand.heard import heard
from accessibility.understand.judge import Judgement, alarms, claims_detection, judged
from accessibility.understand.lettered import lettered
from accessibility.understand.meant import proposed_option
from accessibility.understand.proof import unproven
from accessibility.understand.propose import proposal
from accessibility.understand.read import read
from accessibility.understand.ready import get_ready, is_ready
from accessibility.understand.resume import resume_code
from accessibility.understand.rules import is_courtesy
from accessibility.understand.tongue import language_of

__all__ = [
    "Found",
    "Judgement",
    "alarms",
    "answer_line",
    "claims_detection",
    "found",
    "get_ready",
    "heard",
    "is_courtesy",
    "is_ready",
    "judged",
    "language_of",
    "lettered",
    "proposal",
    "proposed_option",
    "read",
    "resume_code",
    "unproven",
]
