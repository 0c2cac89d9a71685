"""A form goes on in a call: answers are typed for the resident, sentences go out to them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.audit import service as audit
from api.calls import service as calls
from api.calls.schemas import AnswerIn, CloseIn, MessageIn, OpenIn
from api.errors import Invalid
from api.inbound import service as inbound
from api.notices import service as notices
from api.people import service as people
from api.people.schemas import Contact
from api.vocabulary import CallBy, CallOutcome, Channel, InboundKind, Role
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident, told, who


@pytest.fixture
def boss():
    """A coordinator, who acts in any call."""
    return who(Role.COORDINATOR)


async def test_an_answer_enters_the_residents_lane_under_the_call(store, boss):
    """The engine takes it as if the resident had said it; it does not count as a sign of life."""

    def unit(conn):
        someone = resident(conn, heard=False)
        call_id = queue(conn, someone).call_id
        said = AnswerIn(text="2")
        kept = calls.answer(conn, call_id, said, boss, settings=SETTINGS, now=NOW)
        address = addresses.address_of(conn, someone.address_id)
        return call_id, kept, inbound.head(conn, someone.address_id), address.heard_at

    call_id, kept, head, heard_at = await store.write(unit)
    assert (head.id, head.body.text, head.call_id) == (kept.inbound_id, "2", call_id)
    assert heard_at is None


async def test_a_page_sent_twice_answers_once(store, boss):
    """One key, one answer; answers without a key are all kept."""

    def unit(conn):
        call_id = queue(conn, resident(conn)).call_id
        said = [AnswerIn(text="2", key=key) for key in ("a", "a", "b", "", "")]
        return [
            calls.answer(conn, call_id, each, boss, settings=SETTINGS, now=NOW) for each in said
        ]

    kept = await store.write(unit)
    assert [each.again for each in kept] == [False, True, False, False, False]
    assert len({each.inbound_id for each in kept}) == 4


async def test_a_sentence_goes_out_with_the_callers_first_name(store):
    """Only the first name: of the caller the resident learns no more."""

    def unit(conn):
        someone = resident(conn)
        caller = resident(conn, "2")
        people.set_name(conn, caller.person_id, "Jonas Feld")
        actor = replace(who(Role.COORDINATOR), person_id=caller.person_id)
        call_id = queue(conn, someone, quiet=True).call_id
        calls.message(
            conn, call_id, MessageIn(text="I am here."), actor, settings=SETTINGS, now=NOW
        )
        (notice,) = notices.waiting(conn, someone.address_id)
        return notice

    notice = await store.write(unit)
    assert notice.code == "call_message"
    assert notice.values == {"name": "Jonas", "text": "I am here."}


async def test_a_sentence_without_anybodys_name_is_refused(store, boss):
    """Nobody writes to a resident as nobody."""

    def unit(conn, name):
        call_id = queue(conn, resident(conn)).call_id
        said = MessageIn(text="Hello", name=name, key="1")
        return calls.message(conn, call_id, said, boss, settings=SETTINGS, now=NOW)

    with pytest.raises(Invalid):
        await store.write(lambda conn: unit(conn, "  "))
    first = await store.write(lambda conn: unit(conn, "Eva"))
    assert await store.write(lambda conn: unit(conn, "Eva")) == first


async def test_no_words_are_sent_in_a_spoken_call_or_where_it_is_not_safe(store, boss):
    """Another may hold the phone that an SMS goes to."""

    def spoken(conn):
        return queue(conn, resident(conn, phone="+4930123456"), by=CallBy.VOICE)

    def unsafe(conn):
        return queue(conn, resident(conn, "+4930123457", Channel.SMS, heard=False))

    for made in (spoken, unsafe):
        call_id = (await store.write(made)).call_id
        with pytest.raises(calls.NotInWriting):
            await store.write(
                lambda conn, call_id=call_id: calls.message(
                    conn,
                    call_id,
                    MessageIn(text="Hello", name="Eva"),
                    boss,
                    settings=SETTINGS,
                    now=NOW,
                )
            )


async def test_nothing_is_said_in_a_closed_call(store, boss):
    """Neither by the resident nor to them."""
    call_id = (await store.write(lambda conn: queue(conn, resident(conn)))).call_id
    closing = CloseIn(outcome=CallOutcome.COMPLETED)
    await store.write(
        lambda conn: calls.close(conn, call_id, closing, boss, settings=SETTINGS, now=NOW)
    )
    for act, said in (
        (calls.answer, AnswerIn(text="1")),
        (calls.message, MessageIn(text="Hello", name="Eva")),
    ):
        with pytest.raises(calls.CallClosed):
            await store.write(
                lambda conn, act=act, said=said: act(
                    conn, call_id, said, boss, settings=SETTINGS, now=NOW
                )
            )


async def test_who_phones_in_has_a_conversation_and_their_call_is_held(store, boss):
    """The form begins in their language; nothing is sent anywhere."""

    def unit(conn):
        caller = OpenIn(phone="+8613812345678", language="zh-Hans", name="王")
        call = calls.open_for(conn, caller, boss, settings=SETTINGS, now=NOW)
        head = inbound.head(conn, call.address_id)
        return call, head, told(conn, call), people.person(conn, call.person_id)

    call, head, said, person = await store.write(unit)
    assert (call.by, call.claimed_by, call.channel) == (CallBy.VOICE, boss.id, Channel.PHONE)
    assert (head.kind, head.call_id) == (InboundKind.START, call.id)
    assert (person.language, person.phone, person.name) == ("zh-Hans", "+8613812345678", "王")
    assert said == []


async def test_two_who_phone_from_one_number_stay_two_people(store, boss):
    """Families share phones, and some withhold their number."""

    def unit(conn):
        made = [
            calls.open_for(
                conn, OpenIn(phone=phone, language="en"), boss, settings=SETTINGS, now=NOW
            )
            for phone in ("+4930123456", "+4930123456", "", "")
        ]
        return {call.person_id for call in made}

    assert len(await store.write(unit)) == 4


async def test_the_conversation_is_read_by_the_holder_only_and_in_the_audit(store, ann, boss):
    """It holds everything said at the address."""

    def unit(conn):
        someone = resident(conn)
        call_id = queue(conn, someone).call_id
        calls.answer(conn, call_id, AnswerIn(text="medicine"), boss, settings=SETTINGS, now=NOW)
        history = calls.conversation(conn, call_id, boss, now=NOW)
        seen = audit.entries(conn, subject_id=someone.address_id, before=None, limit=5)
        return call_id, history, seen

    call_id, history, seen = await store.write(unit)
    lines = [(item.by, item.code or item.text) for item in history.items]
    assert sorted(lines) == [("caller", "medicine"), ("linli", "call_queued")]
    assert [entry.action for entry in seen] == ["reveal"]
    with pytest.raises(calls.CallNotHeld):
        await store.write(lambda conn: calls.conversation(conn, call_id, ann, now=NOW))


async def test_a_holder_sees_what_is_safe(store, boss):
    """Whether words, and whether a message on a voicemail, may be left."""

    def unit(conn):
        someone = resident(conn)
        call_id = queue(conn, someone).call_id
        before = calls.detail(conn, call_id, boss, now=NOW)
        people.set_contact(conn, someone.person_id, Contact(leave_message=True))
        return before, calls.detail(conn, call_id, boss, now=NOW)

    before, after = await store.write(unit)
    assert (before.may_write, before.may_leave_message) == (True, False)
    assert after.may_leave_message


async def test_whoever_talks_goes_on_holding_the_call(store):
    """No clock runs against a slow answer: each one holds the call as long again."""
    eva, later = who(), NOW + timedelta(minutes=20)

    def unit(conn):
        call_id = queue(conn, resident(conn)).call_id
        calls.claim(conn, call_id, eva, settings=SETTINGS, now=NOW)
        calls.answer(conn, call_id, AnswerIn(text="2"), eva, settings=SETTINGS, now=later)
        return calls.get(conn, call_id).claimed_until

    assert await store.write(unit) == later + SETTINGS.claim_lasts
