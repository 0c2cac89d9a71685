"""A caller on their own page: a card is answered there, and a link opens the call."""

from __future__ import annotations

import re

import sqlalchemy as sa

from api.database.tables.groups import volunteers
from api.groups import service as groups
from api.groups.schemas import InviteIn
from api.vocabulary import Role
from tests.journeys.in_chat import LINK

ANCHOR = re.compile(r'<a class="option" rel="noreferrer" href="([^"]+)">Open the page of the call')


async def _takes_calls(here, group):
    """The one volunteer there is came by a caller's invite, too."""

    def unit(conn):
        person_id = conn.scalar(sa.select(volunteers.c.person_id))
        made = groups.invite(conn, here.groups[group], InviteIn(role=Role.CALLER), now=here.now)
        groups.take_up_calls(conn, person_id, made.code, ["by_text"], now=here.now)

    await here.write(unit)


async def test_a_caller_takes_a_call_on_their_page_and_opens_it_there(here, new_browser):
    """The link stands in the words and is one to press; it leads to this very site."""
    await here.add_group("Hongmei", 200, ["water"])
    link = await here.volunteer("Ann", "Hongmei")
    await _takes_calls(here, "Hongmei")
    ann = new_browser()
    await ann.opens(f"/me/{link}")
    for said in ("hello", "1", "1", "1", "0", "write to me"):
        await here.say("Mei", said)
    await ann.reads_until("Somebody is waiting for a person.")
    await ann.presses("1 Yes, I take it")
    await ann.reads_until("The call is yours until")
    (path,) = ANCHOR.findall(ann.last.text)
    assert path.startswith("/desk/sign-in/")
    assert [f"/desk/sign-in/{s}/{c}" for s, c in LINK.findall(ann.screen.text)] == [path]
    await ann.opens(path)
    assert "Open your call" in ann.screen.text
