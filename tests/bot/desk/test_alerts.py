"""The page of an alert: danger is seen at once, its words only by who asks for them."""

import pytest
import sqlalchemy as sa

from api.alerts import service as alerts_service
from api.database.tables.people import alerts
from api.vocabulary import AlertKind, DangerClass, Role
from tests.bot.desk.office import PHONE

WORDS = "I am in danger, he is at 12 Elm Road"
WHY = alerts_service.Why()


@pytest.fixture
async def danger(office):
    """Mei, whose number is known, wrote at the first question that she is in danger."""
    await office.in_the_middle("Mei")
    await office.give_phone("Mei")
    await office.say("Mei", WORDS)
    return office


async def the_alert(office):
    """The id of the newest alert."""
    return await office.read(
        lambda c: c.scalar(sa.select(alerts.c.id).order_by(alerts.c.id.desc()))
    )


async def flag(office, why=WHY):
    """Somebody who may be reading along gave a sign of abuse; the path of the alert's page."""
    person_id = await office.person_id("Mei")
    settings = office.whole.node.settings
    alert_id = await office.write(
        lambda c: alerts_service.raise_alert(
            c, AlertKind.FLAG, person_id, None, "he counts the money",
            why=why, settings=settings, now=office.now,
        )
    )  # fmt: skip
    return f"/desk/alerts/{alert_id}"


async def looks_at_it(office, role=Role.COORDINATOR):
    """Somebody at the desk who followed the first alert of the queue."""
    visitor = await office.at_the_desk("Eva", role)
    await visitor.opens(f"/desk/alerts/{await the_alert(office)}")
    return visitor


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CALLER])
async def test_it_says_that_somebody_is_in_danger_and_nothing_of_who(danger, role):
    """Whoever looks over the shoulder learns nothing; every role at the desk sees it."""
    eva = await looks_at_it(danger, role)
    assert "danger" in eva.text
    assert "A lead was told" in eva.text
    for secret in (WORDS, "Elm", PHONE, PHONE[-4:]):
        assert secret not in eva.answer.text


async def test_the_words_the_name_and_the_number_are_shown_to_who_asks_and_that_is_kept(danger):
    """On that one page: the next look hides them again."""
    eva = await looks_at_it(danger)
    seen = await eva.presses("Show what they said")
    assert WORDS in seen
    assert f'href="tel:{PHONE}"' in eva.answer.text
    assert "reveal" in " ".join(await danger.actions(await the_alert(danger)))
    assert WORDS not in await eva.opens(f"/desk/alerts/{await the_alert(danger)}")


async def test_it_leads_to_the_call_with_that_person(danger):
    """What has to be done next is one press away."""
    await danger.say("Mei", "0")
    await danger.say("Mei", "3")
    eva = await looks_at_it(danger)
    assert "Take this call" in await eva.follows("Go to their call")


async def test_who_has_seen_to_it_closes_it_and_it_is_gone(danger):
    """From the queue, and for everybody; a second press changes nothing."""
    eva, tom = await looks_at_it(danger), await looks_at_it(danger)
    path = f"/desk/alerts/{await the_alert(danger)}"
    assert "Nobody has said that they are in danger" in await eva.presses("I have seen to this")
    assert "There is nothing here" in await tom.opens(path)
    assert tom.answer.status_code == 404
    assert "close" in " ".join(await danger.actions(await the_alert(danger)))


@pytest.mark.parametrize("button", ["Show what they said", "I have seen to this"])
async def test_a_page_that_was_open_while_somebody_else_closed_it_says_so(danger, button):
    """Neither a crash, nor the words, nor a second closing."""
    eva, tom = await looks_at_it(danger), await looks_at_it(danger)
    await eva.presses("I have seen to this")
    before = await danger.actions(await the_alert(danger))
    await tom.presses(button)
    assert tom.answer.status_code in {200, 404}
    assert WORDS not in tom.answer.text
    assert await danger.actions(await the_alert(danger)) == before


async def test_a_sign_of_abuse_is_never_written_about_to_the_person(danger):
    """The page says so; nothing of it is on their channel, nor are its words on the page."""
    before = danger.heard("Mei")
    path = await flag(danger)
    eva = await danger.at_the_desk("Eva")
    assert "Never write about this to them" in await eva.opens(path)
    assert "money" not in eva.text
    await danger.settle()
    assert danger.heard("Mei") == before


async def test_a_caller_does_not_see_signs_of_abuse(danger):
    """A coordinator decides who needs to know."""
    path = await flag(danger)
    caller = await danger.at_the_desk("Tom", Role.CALLER)
    await caller.opens(path)
    assert caller.answer.status_code == 404
    assert "money" not in caller.answer.text


async def test_who_has_it_is_shown_to_all_and_no_further_lead_is_told(danger):
    """One press, on a page and on the queue; the audit says who."""
    eva, tom = await looks_at_it(danger), await looks_at_it(danger)
    assert "It is yours now" in await eva.presses("I have it")
    assert "I have it" not in eva.text
    assert "Eva" in await tom.opens("/desk")
    assert "acknowledge" in " ".join(await danger.actions(await the_alert(danger)))


async def test_a_note_is_kept_for_whoever_goes_on_with_it_and_shown_with_the_words(danger):
    """Not on the page that anybody sees over the shoulder; an empty one is none."""
    eva = await looks_at_it(danger)
    assert "Saved" in await eva.presses("Keep the note", note=["Rang the door, nobody came"])
    assert "nobody came" not in eva.answer.text
    assert "nobody came" in await eva.presses("Show what they said")
    assert "That did not work" in await eva.presses("Keep the note", note=[""])


async def test_the_page_says_of_which_danger_and_by_which_rule_once_the_words_are_shown(danger):
    """A coordinator sees what a program took the words for."""
    path = await flag(danger, alerts_service.Why(DangerClass.ABUSE, ("en:abuse.money",)))
    eva = await danger.at_the_desk("Eva")
    assert "en:abuse.money" not in await eva.opens(path)
    seen = await eva.presses("Show what they said")
    assert "en:abuse.money" in seen
    assert "abuse or control" in seen
