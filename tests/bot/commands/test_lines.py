"""`linli lines`: a table of submissions in, one answer line each out."""

import pytest

from accessibility.understand.answer_line import answer_line

CENTRAL = "\ufeffSubmissionDate,known,purpose,arrived,remark,KEY\n"
ROW = "2026-03-01T12:00:00Z,purpose_arrived,,{},{},uuid:1\n"


@pytest.fixture
def table(tmp_path):
    """Writes a table and gives its path."""
    path = tmp_path / "answers.csv"

    def write(text):
        path.write_bytes(text.encode())
        return str(path)

    return write


def test_each_submission_is_a_line_in_the_order_of_the_table(shell, table):
    """With its check digit, ready to be typed in at the desk."""
    path = table(CENTRAL + ROW.format("yes", "") + ROW.format("no", '"no milk,\nno bread"'))
    assert shell.types("lines", "follow_up", path) == 0
    lines = [answer_line(line) for line in shell.out.splitlines()]
    assert [[pair.said for pair in line.pairs] for line in lines] == [
        ["1"],
        ["3", "no milk, no bread"],
    ]
    assert {line.form for line in lines} == {"follow_up"}


def test_a_table_of_kobo_is_parted_by_semicolons(shell, table):
    """As its export writes it when nobody changes that."""
    path = table('"known";"arrived"\n"purpose_arrived";"partly"\n')
    assert shell.types("lines", "follow_up", path) == 0
    assert answer_line(shell.out.strip()).pairs[0].said == "2"


def test_what_cannot_be_read_is_said_with_what_to_do(shell, table, tmp_path):
    """No such form, no such table, a table in another encoding."""
    assert shell.types("lines", "asks", "x.csv") == 1
    assert "Choose from: ask" in shell.err
    assert shell.types("lines", "ask", str(tmp_path / "none.csv")) == 1
    (tmp_path / "other.csv").write_bytes("need,where\nfood,Straße".encode("cp1252"))
    assert shell.types("lines", "ask", str(tmp_path / "other.csv")) == 1
    assert "CSV in UTF-8" in shell.err
