"""Which groups are able to take a request, and in which order: pure, exact, explained."""

from api.matching.rules.able import able, talks
from api.matching.rules.match import BAND_M, Chosen, Matches, cover, match, opening
from api.matching.rules.wanted import Able, Wanted, primary

__all__ = [
    "BAND_M",
    "Able",
    "Chosen",
    "Matches",
    "Wanted",
    "able",
    "cover",
    "match",
    "opening",
    "primary",
    "talks",
]
