"""Every reply in the tables of rows means what the table says, and nothing else."""

import tomllib
from pathlib import Path

import pytest

from tests.accessibility.understand.questions import REGIONS, told

FOLDER = Path(__file__).parent / "rows"


def rows():
    """Every row of every table: language, kind of question, reply, reading."""
    for language in REGIONS:
        tables = tomllib.loads(
            (FOLDER / f"{language or 'unchosen'}.toml").read_text(encoding="utf-8")
        )
        for question, replies in tables.items():
            for reply, reading in replies.items():
                yield pytest.param(
                    language,
                    question,
                    reply,
                    reading,
                    id=f"{language or 'unchosen'}-{question}-{reply!a}",
                )


@pytest.mark.parametrize(("language", "question", "reply", "reading"), list(rows()))
def test_a_reply_means_what_the_table_says(language, question, reply, reading):
    """One row of the specification."""
    assert told(reply, question, language) == reading
