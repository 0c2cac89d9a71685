"""Which groups are able to take a request, and in which order: pure, exact, explained."""

from api.matching.rules.able import able, is_let_in, talks
from api.matching.rules.continuity import Content, Help, content
from api.matching.rules.lacking import lacking, lacks
from api.matching.rules.match import BAND_M, Chosen, Matches, cover, match, opening
from api.matching.rules.record import Look
from api.matching.rules.relay import ERRANDS, Relay, brought, relays
from api.matching.rules.together import together
from api.matching.rules.wanted import Able, Wanted, primary, speaks

__all__ = [
    "BAND_M",
    "ERRANDS",
    "Able",
    "Chosen",
    "Content",
    "Help",
    "Look",
    "Matches",
    "Relay",
    "Wanted",
    "able",
    "brought",
    "content",
    "cover",
    "is_let_in",
    "lacking",
    "lacks",
    "match",
    "opening",
    "primary",
    "relays",
    "speaks",
    "talks",
    "together",
]
