"""Turns: a lane is claimed with all that its answer needs, and the answer is taken whole."""

from api.turns.service.claiming import claim, hear
from api.turns.service.listening import hold, recording
from api.turns.service.taking import take

__all__ = ["claim", "hear", "hold", "recording", "take"]
