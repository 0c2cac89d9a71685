"""A form as an XLSForm workbook, in the words of this deployment: for ODK, Kobo and their like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import locales
from accessibility.prompt import Option
from bot.dialogue.statement import CALL
from bot.dialogue.xlsform import Row, Sheets, Wanted, as_xlsform
from bot.forms import FORMS
from bot.forms.person import PERSON
from bot.wording import Wording
from locales import Catalog

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FRONT = ("list_name", "type", "name", "label", "hint", "required", "required_message", "relevant")
"""The columns somebody who reads the sheet looks for first; the others follow."""

NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates know no time zone
"""When every workbook was made, so that the same form is the same file."""

WIDE = 40


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of one language, with what every message of a deployment may use."""

    catalog: Catalog
    always: Mapping[str, str]

    @property
    def column(self) -> str:
        """What ODK calls the language; it knows no script or region of one, only "zh"."""
        language = locales.language_of(self.catalog.language)
        return f"{language.native_name} ({language.code.partition('-')[0]})"

    def say(self, key: str, attribute: str | None = None, **values: str) -> str:
        """A message, or an attribute of it."""
        return self.catalog.say(key, attribute, **{**self.always, **values})

    def has(self, key: str, attribute: str | None = None) -> bool:
        """Whether there are words for a key."""
        return self.catalog.has(key, attribute)

    def option(self, question: str, code: str) -> str:
        """The label of an option, its own or the shared one, as a person reads it out."""
        own = f"{question.replace('.', '-')}-{code}"
        key = own if self.has(own) else f"option-{code}"
        return self.say(key, CALL if self.has(key, CALL) else None)

    def needs(self, key: str, attribute: str | None = None) -> frozenset[str]:
        """The values without which the words cannot be said, and that nobody knows yet."""
        catalog = self.catalog
        needed = catalog.variables(key, attribute) - catalog.optional(key, attribute)
        return needed - self.always.keys()


def workbook_of(
    wording: Wording, form: str, languages: Sequence[str], offered: tuple[Option, ...]
) -> bytes:
    """The workbook of a form in these languages, the first of which is shown first.

    The same form in the same words is the same file, byte for byte.
    """
    codes = dict.fromkeys(locales.language_of(language).code for language in languages)
    words = [Spoken(locales.catalog(code), wording.always) for code in codes]
    looked_up = {"languages": offered}
    wanted = Wanted(FORMS[form], PERSON, words, looked_up, practice=wording.practice)
    return written(as_xlsform(wanted))


def written(sheets: Sheets) -> bytes:
    """The sheets as an .xlsx file; every cell is text and none a formula."""
    file = BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    import xlsxwriter  # noqa: PLC0415 - memory of small machines

    with xlsxwriter.Workbook(file, safe) as workbook:
        workbook.set_properties({"created": NO_DATE})
        for name, rows in (
            ("survey", sheets.survey),
            ("choices", sheets.choices),
            ("settings", sheets.settings),
        ):
            _sheet(workbook.add_worksheet(name), rows)
    return file.getvalue()


def _sheet(sheet: Worksheet, rows: tuple[Row, ...]) -> None:
    columns = _columns(rows)
    sheet.set_column(0, len(columns) - 1, WIDE)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, columns)
    for at, cells in enumerate(rows, 1):
        sheet.write_row(at, 0, [cells.get(column, "") for column in columns])


def _columns(rows: tuple[Row, ...]) -> list[str]:
    """Every column that some row fills, those in front that people look for first."""
    filled = list(dict.fromkeys(column for cells in rows for column in cells))
    wanted = [f for front in FRONT for f in filled if f.partition("::")[0] == front]
    return [*wanted, *(column for column in filled if column not in wanted)]
