"""`linli hear`: what is understood of a sound file, as a resident's voice note would be."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessibility.prompt import Heard, Prompt
    from bot.settings import Settings

NO_EARS = (
    "Set LINLI_LISTEN_DIRECTORY to models of your own (docs/voice.md). Until then people listen."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", help="OGG, WebM, MP3, MP4, AAC or WAV")
    parser.add_argument("--language", default="en", help="the language spoken (BCP 47)")
    parser.add_argument("--options", default="", metavar="A,B,C", help="what may be answered")


def run(options: argparse.Namespace) -> int:
    """Print one JSON object; 1 for a mistake or nothing heard, 2 when nothing listens here."""
    import asyncio
    import json
    import os
    import sys

    import locales
    from accessibility.listen.errors import ListenBusyError, ListenError, NoEarsError
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        language = locales.language_asked_for(options.language).code
        prompt = _asked(options.options)
        heard = asyncio.run(_heard(Path(options.file).read_bytes(), language, prompt, settings))
    except SettingsError as error:
        return refuse(error)
    except locales.UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"FILE: {options.file}: {error.strerror}.", file=sys.stderr)
        return 1
    except (NoEarsError, ListenBusyError) as error:
        print(f"{error}\n{NO_EARS}", file=sys.stderr)
        return 2
    except ListenError as error:
        print(f"FILE: {options.file}: {error}", file=sys.stderr)
        return 1
    told = {"text": heard.text, "option": _option(heard, prompt, language)}
    print(json.dumps(told | {"confidence": round(heard.confidence, 3)}, ensure_ascii=False))
    return 0


def _asked(told: str) -> Prompt | None:
    """A question with these options, on as many pages as it needs; None for none."""
    from accessibility.prompt import PAGE, Kind, Option, Prompt

    labels = list(dict.fromkeys(filter(None, (label.strip() for label in told.split(",")))))
    if not labels:
        return None
    shown = tuple(Option(label, label, str(n)) for n, label in enumerate(labels[:PAGE], 1))
    also = tuple(Option(label, label) for label in labels[PAGE:])
    return Prompt("", shown, also, kind=Kind.ONE)


async def _heard(audio: bytes, language: str, prompt: Prompt | None, settings: Settings) -> Heard:
    """The words, heard as a conversation would; nothing is kept."""
    import locales
    from accessibility.listen.expected import expected_of
    from bot.listening import ears_of

    ears = ears_of(settings)
    try:
        return await ears.hear(audio, language, expected_of(prompt, locales.catalog(language)))
    finally:
        await ears.close()


def _option(heard: Heard, prompt: Prompt | None, language: str) -> str | None:
    """The option that was meant, as it was given; None when that is not sure."""
    from accessibility.prompt import ReadingKind
    from accessibility.understand import heard as understood

    reading = understood(heard, prompt, language)
    return reading.codes[0] if reading.kind is ReadingKind.OPTION else None
