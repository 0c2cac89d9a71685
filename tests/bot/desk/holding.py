"""Callers at the desk with the one call there is in their hands."""

import sqlalchemy as sa

from api.database.tables.calls import calls
from api.vocabulary import Role


async def call_id(office):
    """The one call there is."""
    return await office.read(lambda c: c.scalar(sa.select(calls.c.id)))


async def picks_up(office, name="Eva Lind", role=Role.CALLER):
    """Somebody who took the call, with its first page before them."""
    visitor = await office.at_the_desk(name, role)
    await visitor.opens(f"/desk/calls/{await call_id(office)}")
    await visitor.presses("Take this call")
    return visitor


async def takes_the_call(office, name="Eva Lind", role=Role.CALLER):
    """Somebody who took the call and came to its open question."""
    visitor = await picks_up(office, name, role)
    await visitor.opens(f"/desk/calls/{await call_id(office)}")
    return visitor
