"""`linli understand`: lines of text in, JSON lines of how each is read out."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--language", default="en", help="language of the lines (BCP 47)")
    parser.add_argument("--question", default="", help="the open question, such as ask.need")


def run(options: argparse.Namespace) -> int:
    """Read standard input to its end."""
    from accessibility.understand import read
    from bot.forms import FORMS
    from bot.wording import Wording

    wording = Wording(ZoneInfo("UTC"), options.language)
    prompt = None
    if options.question:
        form, _, name = options.question.partition(".")
        question = FORMS[form].question(name)
        codes = [[code, "", str(key)] for key, code in enumerate(question.options[:5], 1)]
        codes += [[question.other, "", "6"]] if question.other else []
        values = {"options": codes, "question_id": "1"}
        prompt = wording.prompt(options.question, values, options.language, datetime.now(UTC))
    for line in sys.stdin:
        reading = read(line.rstrip("\n"), prompt, options.language)
        told = {"kind": reading.kind, "codes": reading.codes, "text": reading.text}
        print(json.dumps({**told, "command": reading.command}, ensure_ascii=False), flush=True)
    return 0
