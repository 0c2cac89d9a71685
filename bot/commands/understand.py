"""`linli understand`: lines of text in, JSON lines of how each is read out."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from accessibility.prompt import Prompt

SHOWN = 5
"""As many options as one menu has; the others are answered by name."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--language", default="en", help="language of the lines (BCP 47)")
    parser.add_argument("--question", default="", help="the open question, such as ask.need")


def run(options: argparse.Namespace) -> int:
    """Read standard input to its end; 1 for a question nobody asks or a language without words."""
    import locales
    from accessibility.understand import read

    try:
        language = locales.language_asked_for(options.language).code
    except locales.UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
    known = _questions()
    if options.question and options.question not in known:
        print(f"No form asks {options.question}. Choose from: {' '.join(known)}", file=sys.stderr)
        return 1
    prompt = _asked(options.question, language) if options.question else None
    for line in sys.stdin:
        reading = read(line.rstrip("\n"), prompt, language)
        told = {"kind": reading.kind, "codes": reading.codes, "text": reading.text}
        print(json.dumps({**told, "command": reading.command}, ensure_ascii=False), flush=True)
    return 0


def _questions() -> list[str]:
    from bot.forms import FORMS

    return [f"{form.name}.{one.name}" for form in FORMS.values() for one in form.questions]


def _asked(code: str, language: str) -> Prompt:
    """The question as it is put, without the words that depend on what was said before."""
    from accessibility.prompt import OTHER_KEY, Option, Prompt
    from bot.forms import FORMS
    from bot.wording import Wording

    form, name = code.split(".")
    question = FORMS[form].question(name)
    words = Wording(ZoneInfo("UTC"), language).words(language, datetime.now(UTC))
    listed = [(one, str(key)) for key, one in enumerate(question.options[:SHOWN], 1)]
    listed += [(question.other, OTHER_KEY)] if question.other else []
    also = tuple(Option(one, words.option(code, one)) for one in question.options[SHOWN:])
    options = tuple(Option(one, words.option(code, one), key) for one, key in listed)
    return Prompt("", options, also, question.kind, "1", question.optional, code=code)
