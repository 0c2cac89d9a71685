"""Somebody goes on at another address: they get a code for it, or come here with one."""

from __future__ import annotations

from api.arrivals import service as arrivals
from api.notices import service as notices
from api.notices.schemas import Nothing, ResumeCode
from api.sessions import service as sessions
from api.turns import schemas as wanted
from api.turns.service.effects.doing import Doing
from api.vocabulary import NoticeCode


def give_code(doing: Doing, _effect: wanted.GiveCode) -> None:
    """A code to say aloud elsewhere; told where the conversation is, or to the caller alone."""
    code = sessions.new_code(doing.conn, doing.address_id, settings=doing.settings, now=doing.now)
    days = doing.settings.resume_code_lifetime.days
    values = notices.values_of(NoticeCode.RESUME_CODE, ResumeCode(code=code, days=days))
    notices.put(
        doing.conn,
        doing.address_id,
        NoticeCode.RESUME_CODE,
        values,
        now=doing.now,
        quiet=doing.quiet,
    )


def go_on(doing: Doing, effect: wanted.GoOn) -> bool:
    """The conversation of the code goes on here, and its open question is put again.

    A code that is not good, and one given where somebody is needed, are refused in the same
    words.
    """
    done = arrivals.resume(
        doing.conn,
        effect.code,
        doing.address_id,
        actor=doing.actor,
        now=doing.now,
        call_id=doing.heard.call_id if doing.heard else None,
    )
    if not done:
        code = NoticeCode.GO_ON_REFUSED
        notices.tell(doing.conn, doing.person_id, code, Nothing(), **doing.here)
    return done
