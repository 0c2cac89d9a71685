"""Free words are read at the desk: counted on the queue, shown on request, read many at a time."""

from datetime import timedelta

from api.addresses import service as addresses
from api.texts import service as texts
from api.vocabulary import Channel, Role


async def test_words_that_were_not_understood_wait_on_the_desk_until_somebody_read_them(office):
    """Options and numbers do not."""
    await office.in_the_middle("Mei", "1", "1", "2", "the quiet elm")
    eva = await office.at_the_desk("Eva")
    await eva.follows("Words to read")
    assert "elm" not in eva.answer.text
    seen = await eva.presses("Show the oldest 50")
    assert "the quiet elm" in seen
    assert "You have read them" in await eva.presses("I have read these", id=_ids(eva))
    assert "Everything is read" in eva.text


async def test_what_waits_for_too_long_is_said_on_the_queue_and_counted_without_words(office):
    """In the numbers of the machine, too."""
    await office.in_the_middle("Mei", "the quiet elm")
    office.now += timedelta(minutes=31)
    eva = await office.at_the_desk("Eva")
    assert "late" in eva.text
    counted = (await eva.client.get("/metrics")).text
    late = next(line for line in counted.splitlines() if 'linli_texts{which="overdue"}' in line)
    assert float(late.split()[-1]) >= 1
    assert "elm" not in counted


async def test_three_hundred_are_marked_by_one_press(office):
    """A morning after a night with many."""
    await office.say("Mei", "1")
    person_id = await office.person_id("Mei")
    settings = office.whole.node.settings

    def unit(conn):
        here = addresses.address_for(conn, Channel.TERMINAL, office.address("Mei"), now=office.now)
        for number in range(300):
            texts.keep(
                conn, person_id, here.id, "", f"elm {number}", settings=settings, now=office.now
            )

    await office.write(unit)
    eva = await office.at_the_desk("Eva")
    await eva.opens("/desk/texts")
    await eva.presses("Show the oldest 300")
    ids = _ids(eva)
    assert len(ids) == 300
    await eva.presses("I have read these", id=ids)
    assert "Everything is read" in eva.text


async def test_who_only_greets_and_thanks_need_not_be_read(office):
    """Everybody begins with hello; what else stands beside it is read."""
    await office.in_the_middle("Mei", "thanks", "thank you, the quiet elm")
    eva = await office.at_the_desk("Eva")
    await eva.opens("/desk/texts")
    seen = await eva.presses("Show the oldest 50")
    assert len(_ids(eva)) == 1
    assert "thank you, the quiet elm" in seen


async def test_who_fears_for_somebody_raises_an_alert_from_their_words(office):
    """It opens there, and the words are read by that."""
    await office.in_the_middle("Mei", "1", "1", "2", "the quiet elm")
    eva = await office.at_the_desk("Eva")
    await eva.opens("/desk/texts")
    await eva.presses("Show the oldest 50")
    seen = await eva.presses("In danger: tell the safeguarding lead")
    assert "The safeguarding lead is being told" in seen
    assert "/desk/alerts/" in str(eva.answer.url)
    await eva.opens("/desk/texts")
    assert "Everything is read" in eva.text


async def test_a_text_that_is_not_there_is_no_alert(office):
    """Somebody changed the page, or the words are gone."""
    await office.in_the_middle("Mei", "the quiet elm")
    eva = await office.at_the_desk("Eva")
    await eva.opens("/desk/texts")
    await eva.presses("Show the oldest 50")
    form = next(form for form in eva.page.forms if form.id == "fear")
    for sent in ({"danger": ["../alerts"]}, {}):
        await eva.sends(form, sent)
        assert "The safeguarding lead is being told" not in eva.text


async def test_callers_do_not_read_them(office):
    """A coordinator does."""
    caller = await office.at_the_desk("Tom", Role.CALLER)
    await caller.opens("/desk/texts")
    assert caller.answer.status_code in {403, 404}


def _ids(visitor):
    boxes = next(form.boxes for form in visitor.page.forms if form.boxes)
    return [value for _, value, _ in boxes]
