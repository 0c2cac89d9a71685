"""The gazetteer in memory: named places, found by how they are written, said or abbreviated."""

from api.places.index.near import Found, Index, Spot

__all__ = ["Found", "Index", "Spot"]
