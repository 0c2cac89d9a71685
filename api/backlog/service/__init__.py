"""The backlog: who waits in which order, a plan for it, and what comes of applying one."""

from api.backlog.service.applying import PlanExpired, begin, go_on
from api.backlog.service.proposing import propose
from api.backlog.service.reading import backlog, plan_of
from api.backlog.service.solving import PlanTooSlow

__all__ = ["PlanExpired", "PlanTooSlow", "backlog", "begin", "go_on", "plan_of", "propose"]
