"""What somebody said aloud and only a person understands: heard by who holds the call."""

from __future__ import annotations

from fastapi import Response

from bot.desk.page import HEADERS
from bot.desk.visit import Visit
from bot.ranges import sound
from bot.service import Problem


async def play(visit: Visit) -> Response:
    """The sound of a voice note; the audit keeps that it was heard.

    Whoever does not hold the call any more gets none, and no page where a player expects sound.
    """
    path = visit.path
    try:
        found = await visit.client.recording(path["call_id"], path["recording_id"])
    except Problem as problem:
        return Response(status_code=problem.status, headers=HEADERS)
    answer = sound(found.audio, found.mime, visit.range)
    answer.headers.update(HEADERS)
    return answer
