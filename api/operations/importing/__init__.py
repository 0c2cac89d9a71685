"""Groups from a file: read twice, first for its mistakes, then taken in by batches."""

from api.operations.importing.files import Unreadable
from api.operations.importing.loading import Loaded, Mistakes, load_groups

__all__ = ["Loaded", "Mistakes", "Unreadable", "load_groups"]
