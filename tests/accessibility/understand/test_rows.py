"""Every reply in the tables of rows means what the table says, and nothing else."""

import tomllib
from pathlib import Path

from tests.accessibility.understand.questions import REGIONS, told

FOLDER = Path(__file__).parent / "rows"


def rows():
    """Every row of every table: language, kind of question, reply, reading."""
    for language in REGIONS:
        table = FOLDER / f"{language or 'unchosen'}.toml"
        for question, replies in tomllib.loads(table.read_text(encoding="utf-8")).items():
            for reply, reading in replies.items():
                yield language, question, reply, reading


def test_a_reply_means_what_the_table_says():
    """One row of the specification each; all that are read otherwise are named together."""
    wrong = [
        f"{language or 'unchosen'} {question} {reply!r}: {read}, should be {reading}"
        for language, question, reply, reading in rows()
        if (read := told(reply, question, language)) != reading
    ]
    assert not wrong, "\n".join(["", *wrong])
