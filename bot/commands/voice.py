"""`linli voice warm`: the audio of all prompts of a language, made before anybody asks for it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from accessibility.prompt import Prompt
    from accessibility.speech import Speech
    from accessibility.voice.errors import VoiceError
    from accessibility.voice.sound import Manner
    from bot.dialogue.form import Question
    from bot.settings import Settings

BAR = 30
"""Signs of a progress bar."""

NONE_FOR_LANGUAGE = (
    "Text works all the same. Your own voice: LINLI_VOICE_DIRECTORY, docs/voice.md."
)
NONE_AT_ALL = "Text works all the same. `linli doctor` says what is missing."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    from bot.commands.say import SPOKEN

    parser.add_argument("action", choices=["warm"], help="warm: make all prompts ahead")
    parser.add_argument("--language", default="en", help="the language (BCP 47)")
    parser.add_argument("--format", default="ogg", choices=SPOKEN)


def run(options: argparse.Namespace) -> int:
    """Fill the cache; 1 for a mistake, 2 when this machine cannot speak the language."""
    import asyncio
    import os
    import sys

    import locales
    from accessibility.voice.errors import VoiceError
    from accessibility.voice.sound import Format, Manner
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        language = locales.language_asked_for(options.language).code
        manner = Manner(Format(options.format))
        count = asyncio.run(_warm(settings, language, manner))
    except SettingsError as error:
        return refuse(error)
    except locales.UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
    except VoiceError as error:
        print(f"{error}\n{way_out(error)}", file=sys.stderr)
        return 2
    print(f"{count} prompts in {settings.voice_cache}.")
    return 0


def way_out(error: VoiceError) -> str:
    """What can be done where there is no voice."""
    from accessibility.voice.errors import NoVoiceError

    return NONE_FOR_LANGUAGE if isinstance(error, NoVoiceError) else NONE_AT_ALL


async def _warm(settings: Settings, language: str, manner: Manner) -> int:
    """Make each utterance that is not there yet; how many there are."""
    import sys

    import locales
    from bot.app.talking import utc_now, wording_of
    from bot.spoken import speaker_of, speech_of

    practice = wording_of(settings).practice_line(language, utc_now())
    catalog = locales.catalog(language)
    async with speaker_of(settings) as speaker:
        voices = await speaker.voices()
        utterances: dict[Speech, None] = dict.fromkeys(
            said
            for prompt in prompts(settings, language)
            if (said := speech_of(prompt, catalog, voices.speaks, practice))
        )
        for number, speech in enumerate(utterances, 1):
            await speaker.say(speech, manner, keep=True)
            progress(number, len(utterances), sys.stderr)
    return len(utterances)


def prompts(settings: Settings, language: str) -> Iterator[Prompt]:
    """Every question and statement of a language that is the same for everybody."""
    from datetime import UTC, datetime

    import locales
    from bot.app.talking import wording_of

    wording = wording_of(settings)
    for code, values in _codes(settings, language):
        try:
            yield wording.prompt(code, values, language, datetime.now(UTC))
        except locales.MissingWords:  # it needs something of a person
            continue


def _codes(settings: Settings, language: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Prompts as they rest in the outbox: each page of each question, each statement."""
    import locales
    from bot.dialogue.statement import Statement
    from bot.forms import FORMS

    for form in FORMS.values():
        for question in form.questions:
            for told in _pages(question, settings):
                yield f"{form.name}.{question.name}", told
    yield from ((code, {}) for code in Statement)
    keys = sorted(locales.catalog(language).keys())
    yield from ((key, {}) for key in keys if key.startswith("notice-"))


def _pages(question: Question, settings: Settings) -> Iterator[dict[str, object]]:
    """Each page of a question, in its usual and its simple words; none of somebody's own."""
    from accessibility.prompt import Option
    from bot.dialogue.paging import pages, split
    from bot.lookups import offered_in

    if question.options_from not in {"", "languages"}:
        return
    listed = tuple(Option(code, "") for code in question.options)
    if question.options_from:
        listed += offered_in(settings.listed("languages"))
    laid_out = pages(listed, Option(question.other, "") if question.other else None)
    for number in range(len(laid_out)):
        shown, also = (
            [[one.code, one.label, one.key] for one in page] for page in split(laid_out, number)
        )
        for variant in ("", "simple"):
            yield {"options": shown, "also": also, "variant": variant}


def progress(done: int, of: int, out: TextIO) -> None:
    """A bar for who watches; nothing in a log."""
    if not out.isatty():
        return
    filled = BAR * done // of
    end = "\n" if done == of else ""
    print(f"\r[{'#' * filled}{' ' * (BAR - filled)}] {done}/{of}", end=end, file=out, flush=True)
