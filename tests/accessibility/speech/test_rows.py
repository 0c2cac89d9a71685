"""Everything in the table of rows is said as the table says."""

import tomllib
from pathlib import Path

import pytest

import locales
from accessibility.speech import spoken

TABLES = tomllib.loads(Path(__file__).with_name("rows.toml").read_text(encoding="utf-8"))


def rows():
    """Every row: language, what is written, what is said."""
    for language, table in TABLES.items():
        for written, said in table.items():
            yield pytest.param(language, written, said, id=f"{language}-{written!a}")


def as_row(speech, language):
    """An utterance as the table writes it."""
    told, current = [], language
    for segment in speech:
        if segment.language != current:
            told.append(f"[{segment.language}]")
        current = segment.language
        told.append(segment.text)
    return " ".join(told)


@pytest.mark.parametrize(("language", "written", "said"), list(rows()))
def test_what_is_written_is_said_as_the_table_says(language, written, said):
    """One row of the specification."""
    assert as_row(spoken(written, locales.catalog(language)), language) == said


def test_every_language_that_is_offered_has_rows():
    """Nobody hears a language before somebody wrote down how it sounds."""
    assert {language.code for language in locales.offered()} <= TABLES.keys()
