"""The script of a call as a document: a page for screen and print, a PDF, or plain text.

Pure renderers over words already chosen; they know no form and no service.
"""

from accessibility.script.document import Box, Part, Row, Said, Script, Sheets, Try
from accessibility.script.page import as_page, style
from accessibility.script.pdf import NoPdf, as_pdf, lacking
from accessibility.script.plain import as_plain

__all__ = [
    "Box",
    "NoPdf",
    "Part",
    "Row",
    "Said",
    "Script",
    "Sheets",
    "Try",
    "as_page",
    "as_pdf",
    "as_plain",
    "lacking",
    "style",
]
