"""Matches: what a request wants, who is able, best first, with the reasons."""

from api.matching.service.explaining import Explained, Share, as_json, explain, keep, match_of
from api.matching.service.seeing import Seen, able_of, best, everybody, seen_by
from api.matching.service.wanting import wanted_of, wants_of

__all__ = [
    "Explained",
    "Seen",
    "Share",
    "able_of",
    "as_json",
    "best",
    "everybody",
    "explain",
    "keep",
    "match_of",
    "seen_by",
    "wanted_of",
    "wants_of",
]
