"""`linli understand`: lines of text in, JSON lines of how each is understood out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.commands.understand.lines import Texts
    from bot.commands.understand.questions import Asked


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--language", default="en", help="language of the lines (BCP 47)")
    parser.add_argument(
        "--question",
        default="",
        help="what is asked: FORM.QUESTION such as ask.need, or yes_no, choice5, when, language",
    )
    parser.add_argument("--tsv", metavar="FILE", help="read the column `text` of a file")
    parser.add_argument(
        "--report",
        metavar="FILE",
        help="print precision and recall against the labels of a file (.tsv)",
    )
    parser.add_argument(
        "--check", action="store_true", help="test the rules of the language by their examples"
    )


def run(options: argparse.Namespace) -> int:
    """Read lines to their end; 1 for a question nobody asks, a file or a language not there."""
    import locales
    from bot.commands.understand import labels, lines, questions
    from bot.commands.understand.report import report

    try:
        language = locales.language_asked_for(options.language).code
        asked = questions.asked(options.question, language) if options.question else None
        if options.check:
            return _check(language)
        if options.report:
            print(report(lines.rows(Path(options.report)), language, asked))
            return 0
        texts = lines.texts(Path(options.tsv)) if options.tsv else lines.typed(sys.stdin)
        return _told(texts, language, asked)
    except locales.UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
    except labels.UnknownLabelError as error:
        print(f"{options.report}: {error}", file=sys.stderr)
    except (lines.UnreadableError, questions.UnknownQuestionError) as error:
        print(error, file=sys.stderr)
    return 1


def _told(texts: Texts, language: str, asked: Asked | None) -> int:
    """One JSON object for each line, in the same order; what was odd is said beside it."""
    from accessibility.understand import claims_detection
    from bot.commands.understand.understood import understood

    if not claims_detection(language):
        print(f"{language}: nobody reviewed rules of danger; rely on none.", file=sys.stderr)
    for number, (text, oddity) in enumerate(texts, 1):
        if oddity:
            print(f"line {number}: {oddity}", file=sys.stderr)
        print(json.dumps(understood(text, language, asked), ensure_ascii=False), flush=True)
    return 0


def _check(language: str) -> int:
    """Every rule that does not do what its examples say; 1 if there is any."""
    from accessibility.understand import unproven
    from accessibility.understand.rulebook import rulebook_of

    wrong = list(unproven(language))
    print("\n".join(wrong) or f"All {len(rulebook_of(language).rules)} rules do as they say.")
    return 1 if wrong else 0
