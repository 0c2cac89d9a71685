"""What a turn asks of the database: each statement costs more than all that is done with it."""

import pytest

from api.turns import service as turns
from tests.api.deliveries.conftest import report
from tests.api.turns.conftest import turn_of
from tests.api.world import NOON, SETTINGS, message

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
RESTS = {"question": "need", "urgency": None}


def counted(found):
    """A unit of work: from now on the driver tells every statement."""
    return lambda conn: conn.connection.driver_connection.set_trace_callback(found.append)


def statements(found):
    """How many there were since the last look, beside the transaction's own."""
    own = [one for one in found if not one.startswith(("BEGIN", "COMMIT"))]
    found.clear()
    return len(own)


async def test_a_turn_of_somebody_known_asks_the_database_little(bot, store, sender):
    """One who asks for nothing yet: what they say is kept and given, answered, and sent."""
    found = []

    async def one(number):
        """The statements of one turn, from what was said to the report of what was sent."""
        said = message(number=str(number)).model_copy(update={"lease_s": 30})
        kept = await store.write(lambda conn: turns.hear(conn, said, settings=SETTINGS, now=NOON))
        heard = statements(found)
        taken = await bot.take(turn_of(kept.work, unfinished=RESTS, send_s=60))
        answered = statements(found)
        await sender.claim(report(taken.notice))
        return heard, answered, statements(found)

    await one(1)
    await store.write(counted(found))
    found.clear()
    heard, answered, sent = await one(2)
    assert heard <= 9
    assert answered <= 12
    assert sent <= 6
