"""Everything that may become of a call with one resident, checked after every step."""

from datetime import timedelta
from functools import partial

import sqlalchemy as sa

from api.addresses import service as addresses
from api.calls import service as calls
from api.calls.schemas import AttemptIn, CloseIn, Filters
from api.calls.service.queueing import way
from api.database.tables.calls import calls as table
from api.errors import Refusal
from api.notices import service as notices
from api.people import service as people
from api.people.schemas import Contact
from api.vocabulary import (
    Accommodation,
    CallBy,
    CallOutcome,
    NoticeCode,
    Role,
)
from tests.api.calls.conftest import DUTY, NOW, SETTINGS, resident, who

BOSS = who(Role.COORDINATOR)
PHONE = "+4930123456"
WRONG = (CallOutcome.WRONG_NUMBER, CallOutcome.NUMBER_DEAD)


class Story:
    """One resident, and everything that may become of a call with them."""

    def __init__(self, conn, number):
        self.conn, self.now, self.number = conn, NOW, number
        self.person_id = resident(conn, f"{number}", phone=PHONE).person_id

    def queued(self, reason, by):
        """They are to be called, as a resident or as a leader; it is queued as the law wants."""
        made = calls.queue(self.conn, self.person_id, reason, by=by, now=self.now, duty=DUTY)
        self._lawful(made.by)
        self._lawful(self._kept(made.call_id))

    def needs(self, needs):
        """What they need in talking, from now on."""
        people.set_accommodations(self.conn, self.person_id, sorted(needs))

    def contact(self, may_call, when):
        """What a caller learned of how to phone safely."""
        people.set_contact(self.conn, self.person_id, Contact(may_call=may_call, when=when))

    def number_given(self, phone):
        """Their number, or that we have none."""
        people.set_phone(self.conn, self.person_id, phone)

    def heard(self, channel):
        """They wrote from somewhere."""
        name = f"{self.number} {channel}"
        found = addresses.address_for(
            self.conn, channel, name, now=self.now, person_id=self.person_id
        )
        addresses.hear(self.conn, found.id, now=self.now)

    def addresses_die(self):
        """Nothing reaches them in writing any more."""
        for one in addresses.addresses_of(self.conn, self.person_id):
            addresses.mark_dead(self.conn, one.id, now=self.now)

    def tried(self, outcome):
        """A caller tries."""
        act = partial(calls.attempt, tried=AttemptIn(outcome=outcome))

        def once(call_id):
            act(self.conn, call_id, actor=BOSS, **self._when)
            if outcome in WRONG:  # whoever cannot be rung there is called another way from now
                self._lawful(self._kept(call_id))
                self._chosen(call_id)

        self._held(once)

    def closed(self, outcome):
        """A caller ends the call."""
        closing = CloseIn(outcome=outcome)
        self._held(lambda call_id: calls.close(self.conn, call_id, closing, BOSS, **self._when))

    def given_back(self):
        """A caller who held it puts it back."""

        def once(call_id):
            calls.release(self.conn, call_id, BOSS, now=self.now)
            self._lawful(self._kept(call_id))

        self._held(once)

    def time_passes(self, hours):
        """So many hours pass, and what is due is done."""
        self.now += timedelta(hours=hours)
        calls.due(self.conn, self.now, SETTINGS)

    @property
    def _when(self):
        return {"settings": SETTINGS, "now": self.now}

    def _held(self, act):
        listed = calls.listed(self.conn, Filters(), BOSS, now=self.now).items
        for mine in [one for one in listed if one.person_id == self.person_id]:
            try:
                calls.claim(self.conn, mine.id, BOSS, **self._when)
                act(mine.id)
            except Refusal:
                continue

    def _chosen(self, call_id):
        """The way is kept as all their needs want it, not only this one."""
        call = calls.get(self.conn, call_id)
        here = addresses.written_to(self.conn, self.person_id)
        if call.handed_on_at is None and here is not None:
            assert self._kept(call_id) is way(people.person(self.conn, self.person_id), here)

    def _kept(self, call_id):
        """The way in the row itself, whatever is made of it when it is read."""
        row = sa.select(table.c.by).where(table.c.id == call_id)
        return self.conn.execute(row).scalar_one()

    def _lawful(self, by):
        assert not (self.refuses and by is CallBy.VOICE)

    @property
    def refuses(self):
        """Whether they need no phone calls, by all that is known now."""
        needs = people.person(self.conn, self.person_id).accommodations
        return Accommodation.NO_PHONE_CALLS in needs

    def check(self):
        """Nothing that is read or told says that they are rung."""
        if not self.refuses:
            return
        listed = calls.listed(self.conn, Filters(), BOSS, now=self.now).items
        theirs = [one for one in listed if one.person_id == self.person_id]
        assert all(one.by is not CallBy.VOICE for one in theirs)
        assert all(calls.get(self.conn, one.id).by is not CallBy.VOICE for one in theirs)
        spoken = calls.listed(self.conn, Filters(by=CallBy.VOICE), BOSS, now=self.now).items
        assert self.person_id not in {one.person_id for one in spoken}
        known = calls.open_of(self.conn, self.person_id)
        assert known is None or known.by is not CallBy.VOICE
        assert all(calls.find(self.conn, one.id).by is not CallBy.VOICE for one in theirs)
        opened = [calls.detail(self.conn, one.id, BOSS, now=self.now) for one in theirs]
        assert all(one.call.by is not CallBy.VOICE for one in opened)

    def promises(self):
        """How they were told that somebody gets in touch, oldest first."""
        codes = {NoticeCode.CALL_QUEUED, NoticeCode.CALL_DELAYED, NoticeCode.CALL_TRIED}
        return [
            notice.id
            for one in addresses.addresses_of(self.conn, self.person_id)
            for notice in notices.waiting(self.conn, one.id)
            if notice.code in codes and notice.values["by"] == CallBy.VOICE
        ]


def follow(story, steps):
    """Lets each step happen, and holds the law after it."""
    for name, *values in steps:
        before = set(story.promises())
        getattr(story, name)(*values)
        story.check()
        if story.refuses:
            assert set(story.promises()) <= before
