"""Every word a person reads or hears, in each language."""

from locales.catalog import Catalog, MissingWords
from locales.languages import (
    Language,
    LanguageTableError,
    UnknownLanguageError,
    add_directory,
    forget_directory,
    language_asked_for,
    language_of,
    languages,
)
from locales.loading import BrokenWords, catalog, greeting, missing_words, offered

__all__ = [
    "BrokenWords",
    "Catalog",
    "Language",
    "LanguageTableError",
    "MissingWords",
    "UnknownLanguageError",
    "add_directory",
    "catalog",
    "forget_directory",
    "greeting",
    "language_asked_for",
    "language_of",
    "languages",
    "missing_words",
    "offered",
]
