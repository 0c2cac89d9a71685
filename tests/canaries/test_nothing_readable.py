"""What is personal is sealed: no file, row, log, address, count or offer tells it."""

from api.database.personal import PERSONAL
from tests.canaries.planted import CANARIES, WORDS, sealed_columns
from tests.canaries.searched import found_in, written
from tests.canaries.story import CALLER


def test_every_personal_column_has_a_canary():
    """A new one without a canary fails here, so nobody forgets to look for it."""
    assert set(CANARIES) == sealed_columns() == {(one.table, one.column) for one in PERSONAL}


def test_a_canary_is_found_however_it_is_written_down():
    """Else this file would prove nothing."""
    for word in WORDS:
        for form in written(word):
            assert word in found_in(b"before " + form + b" after")
    assert found_in("something else altogether") == set()


def test_the_story_fills_every_personal_column(evidence):
    """The key of this deployment opens each, and finds its canary."""
    assert [column for column, there in evidence.planted.items() if not there] == []


def test_no_file_of_the_database_can_be_read(evidence):
    """Neither the database nor its log nor anything beside it, while open and when closed."""
    assert any(evidence.left.values())
    assert {name: found for name, data in evidence.left.items() if (found := found_in(data))} == {}


def test_no_row_of_any_table_can_be_read(evidence):
    """As somebody sees them who has the database and no key."""
    assert evidence.rows
    assert found_in(evidence.rows) == set()


def test_no_logger_says_anything_of_anybody(evidence):
    """Of all loggers, ours and the libraries', at their most talkative."""
    assert "the last line of the log" in evidence.logs
    assert found_in(evidence.logs) == set()


def test_no_address_of_a_call_says_anything_of_anybody(evidence):
    """Addresses end up in logs of proxies; so does what answers point to."""
    assert any("/v1/requests" in path for path in evidence.paths)
    assert found_in("\n".join(evidence.paths)) == set()


def test_metrics_count_and_name_nobody(evidence):
    """Operations and how they ended."""
    assert "linli_operations_total" in evidence.metrics
    assert found_in(evidence.metrics) == set()


def test_an_offer_says_nothing_of_the_resident(evidence):
    """In what volunteers are sent, and in what their token reads."""
    assert "a cooked meal" in evidence.offered
    assert '"leaves":["meal"]' in evidence.offered
    assert found_in(evidence.offered) == set()


def test_a_call_card_says_nothing_of_the_resident(evidence):
    """Neither who needs a person, nor what for."""
    heard = evidence.heard[CALLER]
    assert "Somebody needs a person now." in heard
    assert "How: in writing, on a page." in heard
    assert found_in(heard) == set()


def test_a_refusal_repeats_nothing(evidence):
    """Whatever was sent, and to whomever."""
    assert '"code":"token_refused"' in evidence.refusals
    assert '"code":"invalid"' in evidence.refusals
    assert found_in(evidence.refusals) == set()
