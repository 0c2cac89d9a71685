"""The SQL of forgetting: what is over, whose it is, and how it is emptied."""

from api.retention.store.emptying import DEEDS
from api.retention.store.held import has_something_open
from api.retention.store.over import OVER, Over
from api.retention.store.theirs import THEIRS

__all__ = ["DEEDS", "OVER", "THEIRS", "Over", "has_something_open"]
