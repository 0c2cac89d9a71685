"""What a caller has on paper is kept before anything else, once, in the lane of its call."""

from datetime import timedelta

import pytest

from api.audit import service as audit
from api.calls import service as calls
from api.calls.schemas import CodeIn, LineIn, OpenIn, PaperIn
from api.calls.service.paper import CODES, CODES_COUNT_FOR
from api.idempotency.service import IdempotencyMismatch
from api.inbound import service as inbound
from api.people import service as people
from api.vocabulary import CallReason, Channel, InboundKind, Role
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident, who

LINE = '1=1 4=13 9="Garden Road 5" c=7'
AT = {"settings": SETTINGS, "now": NOW}


@pytest.fixture
def eva():
    """A caller."""
    return who(Role.CALLER)


def held(conn, actor):
    """A call with a resident, held by the caller."""
    someone = resident(conn)
    call_id = queue(conn, someone).call_id
    return calls.claim(conn, call_id, actor, **AT), someone


async def test_a_line_is_kept_as_it_was_typed_in_the_lane_of_the_call(store, eva):
    """Nothing of it is read here: the conversation takes it up."""

    def unit(conn):
        call, someone = held(conn, eva)
        kept = calls.type_in(conn, call.id, LineIn(line=LINE, key="a"), eva, **AT)
        again = calls.type_in(conn, call.id, LineIn(line=LINE, key="a"), eva, **AT)
        head = inbound.head(conn, someone.address_id)
        entries = audit.entries(conn, subject_id=call.id, before=None, limit=10)
        return call, kept, again, head, [entry.action for entry in entries]

    call, kept, again, head, actions = await store.write(unit)
    assert (head.id, head.kind) == (kept.inbound_id, InboundKind.ANSWER_LINE)
    assert (head.body.text, head.call_id) == (LINE, call.id)
    assert (again.inbound_id, again.again) == (kept.inbound_id, True)
    assert "answer_line" in actions


async def test_only_who_holds_the_call_types_in_it(store, eva):
    """Neither a line nor a code."""

    def unit(conn):
        call, _ = held(conn, eva)
        tom = who(Role.CALLER)
        with pytest.raises(calls.CallNotHeld):
            calls.type_in(conn, call.id, LineIn(line=LINE), tom, **AT)
        with pytest.raises(calls.CallNotHeld):
            calls.go_on(conn, call.id, CodeIn(code="482915736"), tom, **AT)

    await store.write(unit)


async def test_a_paper_without_a_call_begins_one_with_its_line(store, eva):
    """Somebody new, held by who typed it; first the form begins, then the line comes."""

    def unit(conn):
        call = calls.open_with(conn, PaperIn(language="zh-Hans", line=LINE), eva, **AT)
        first = inbound.head(conn, call.address_id)
        inbound.settle(conn, first.id, call.address_id, now=NOW)
        person = people.person(conn, call.person_id)
        return call, first, inbound.head(conn, call.address_id), person

    call, first, second, person = await store.write(unit)
    assert (call.reason, call.channel) == (CallReason.ASKED, Channel.PHONE)
    assert calls.is_held_by(call, eva, NOW)
    assert (person.language, person.name, person.phone) == ("zh-Hans", "", "")
    assert [first.kind, second.kind] == [InboundKind.START, InboundKind.ANSWER_LINE]
    assert second.body.text == LINE


async def test_a_paper_sent_twice_opens_one_call(store, eva):
    """Two clicks are one call; another paper under the same key is a mistake."""

    def unit(conn):
        paper = PaperIn(language="en", line=LINE, key="k")
        first, second = (calls.open_with(conn, paper, eva, **AT) for _ in range(2))
        other = PaperIn(language="en", line="1=2", key="k")
        with pytest.raises(IdempotencyMismatch):
            calls.open_with(conn, other, eva, **AT)
        new = calls.open_with(conn, PaperIn(language="en", line=LINE), eva, **AT)
        return first.id, second.id, new.id

    first, second, new = await store.write(unit)
    assert first == second != new


async def test_a_code_is_put_to_the_conversation_whatever_question_is_open(store, eva):
    """As a link is, so that nine digits are never taken for an answer."""

    def unit(conn):
        call, someone = held(conn, eva)
        calls.go_on(conn, call.id, CodeIn(code="482915736"), eva, **AT)
        return call, inbound.head(conn, someone.address_id)

    call, head = await store.write(unit)
    assert (head.kind, head.body.link, head.call_id) == (
        InboundKind.START,
        "482915736",
        call.id,
    )


async def test_one_caller_tries_only_so_many_codes_an_hour(store, eva):
    """In whichever calls: each new one would have tries of its own."""

    def unit(conn):
        for _ in range(CODES):
            call, _ = held(conn, eva)
            calls.go_on(conn, call.id, CodeIn(code="482915736"), eva, **AT)
        call, _ = held(conn, eva)
        with pytest.raises(calls.TooManyCodes):
            calls.go_on(conn, call.id, CodeIn(code="482915736"), eva, **AT)
        later = {"settings": SETTINGS, "now": NOW + CODES_COUNT_FOR + timedelta(seconds=1)}
        calls.claim(conn, call.id, eva, **later)
        calls.go_on(conn, call.id, CodeIn(code="482915736"), eva, **later)

    await store.write(unit)


async def test_a_call_turns_out_to_be_with_somebody_we_know(store, eva):
    """Who reads the code of their conversation is who the call is with from then on."""

    def unit(conn):
        someone = resident(conn)
        call = calls.open_for(conn, OpenIn(phone="", language="en"), eva, **AT)
        calls.is_with(conn, call.id, someone.person_id)
        return someone, call, calls.get(conn, call.id)

    someone, before, after = await store.write(unit)
    assert before.person_id != someone.person_id == after.person_id
    assert after.address_id == before.address_id
