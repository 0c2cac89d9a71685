"""`linli say`: a text becomes an audio file, as a resident would hear it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings

SPOKEN = ("ogg", "mp3", "wav8k")
"""Voice notes of Telegram, the web, telephones."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("text", metavar="TEXT", help="what to say")
    parser.add_argument("--language", default="en", help="its language (BCP 47)")
    parser.add_argument("--format", default="ogg", choices=SPOKEN)
    parser.add_argument("--output", required=True, help="the file to write")
    parser.add_argument("--slower", action="store_true", help="speak slowly")
    parser.add_argument("--louder", action="store_true", help="speak loudly")


def run(options: argparse.Namespace) -> int:
    """Write the file; 1 for a mistake, 2 when this machine cannot say it."""
    import asyncio
    import os
    import sys

    import locales
    from accessibility.voice.errors import UnspeakableError, VoiceError
    from bot.commands.voice import way_out
    from bot.settings import SettingsError, deployed, refuse

    try:
        settings = deployed(os.environ, Path.cwd())
        _write(Path(options.output), asyncio.run(_said(options, settings)))
    except SettingsError as error:
        return refuse(error)
    except locales.UnknownLanguageError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
    except UnspeakableError as error:
        print(f"TEXT: {error}", file=sys.stderr)
        return 1
    except VoiceError as error:
        print(f"{error}\n{way_out(error)}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"--output: {options.output}: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


async def _said(options: argparse.Namespace, settings: Settings) -> bytes:
    """The audio; nothing of it is kept: whose words these are nobody knows."""
    import locales
    from accessibility.speech import spoken
    from accessibility.voice.sound import Format, Manner
    from bot.spoken import speaker_of

    catalog = locales.catalog(locales.language_asked_for(options.language).code)
    manner = Manner(Format(options.format))
    manner = manner.slower() if options.slower else manner
    manner = manner.louder() if options.louder else manner
    async with speaker_of(settings) as speaker:
        voices = await speaker.voices()
        return await speaker.say(spoken(options.text, catalog, voices.speaks), manner)


def _write(path: Path, audio: bytes) -> None:
    """The file, whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(audio)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
