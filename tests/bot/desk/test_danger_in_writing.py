"""While a caller writes with somebody, danger is answered first all the same."""

from api.alerts import service as alerts
from api.vocabulary import AlertKind
from tests.bot.desk.holding import takes_the_call


async def kinds(office):
    """Of which kinds the open alerts are."""
    found = await office.read(lambda conn: alerts.open_alerts(conn, flags=True))
    return [one.kind for one in found]


async def test_who_is_in_danger_while_a_caller_writes_gets_the_card_at_once(writing):
    """The program does not wait for the caller; the lead is told."""
    await takes_the_call(writing)
    await writing.say("Ann", "I cannot breathe")
    assert any("Please send a text message to 12110 now" in one for one in writing.heard("Ann"))
    assert await kinds(writing) == [AlertKind.DANGER]


async def test_what_is_hidden_shows_nothing_while_a_caller_writes(writing):
    """Only the lead hears of it."""
    await takes_the_call(writing)
    before = len(writing.heard("Ann"))
    await writing.say("Ann", "my son keeps my bank card and will not let me out")
    assert len(writing.heard("Ann")) == before
    assert await kinds(writing) == [AlertKind.FLAG]
