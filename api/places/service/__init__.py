"""What is done with the gazetteer: read from files, kept, searched, and asked for a name."""

from api.places.service.finding import add, nearest_name, replace, search
from api.places.service.gazetteer import GazetteerRefused, read

__all__ = ["GazetteerRefused", "add", "nearest_name", "read", "replace", "search"]
