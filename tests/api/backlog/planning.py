"""A crowded district, and a coordinator who plans for it."""

from api.backlog import service as backlog
from api.backlog import worker
from api.backlog.schemas import PlanIn
from api.vocabulary import Leaf, Urgency
from tests.api.district import SETTINGS, group, person, request, volunteer


async def plan_of(store, context, **changed):
    """A plan, proposed and read."""
    plan_id = await backlog.propose(context, PlanIn(**changed))
    return await store.read(lambda conn: backlog.plan_of(conn, plan_id))


async def applied(store, context, plan_id):
    """A plan, once the worker has done all that there is to it."""
    await store.write(lambda conn: backlog.begin(conn, plan_id, context))

    def rounds(conn):
        while worker.next_due(conn, SETTINGS) is not None:
            worker.due(conn, context.now, SETTINGS)
        return backlog.plan_of(conn, plan_id)

    return await store.write(rounds)


def crowded(conn):
    """Two groups with a place each; one of them alone shops. Three wait whom nobody asked yet."""
    both = group(conn, "both", capacity=1, leaves=(Leaf.MEAL, Leaf.GROCERIES))
    cooks = group(conn, "cooks", capacity=1, east_m=600, leaves=(Leaf.MEAL,))
    people = [volunteer(conn, one, f"of {one}") for one in (both, cooks)]
    meals = [
        request(conn, person(conn, f"m{n}"), Leaf.MEAL, urgency=Urgency.WEEK) for n in range(2)
    ]
    shops = request(conn, person(conn, "s"), Leaf.GROCERIES, urgency=Urgency.WEEK)
    return both, cooks, people, meals, shops
