"""`linli doctor`: what works on this machine, what is missing, and how to get it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessibility.listen.ears import Ears
    from accessibility.listen.listener import Listener
    from accessibility.voice.voices import Voices
    from api.operations import Finding
    from bot.settings import Settings
    from locales import Language

GET_VOICE = (
    "Set LINLI_VOICE_DIRECTORY to a voice of your own (docs/voice.md). Until then: text only."
)
GET_EARS = "Set LINLI_LISTEN_DIRECTORY to models of your own (docs/voice.md)."
WRITE_RULES = "Rely on the question whether somebody is safe (docs/understanding.md)."
OLDEST_PYTHON = (3, 11)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing but the settings."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Print every finding; the exit status is 1 when something is missing."""
    import os

    from api.operations import Level
    from bot.settings import SettingsError, deployed

    del options
    settings: Settings | None = None
    try:
        settings = deployed(os.environ, Path.cwd())
    except SettingsError as error:
        found = list(_of_settings(error.problems))
    else:
        found = list(_of_deployment(settings))
    found = [_python(), *found, _paper(), *_languages(settings)]
    for one in found:
        print(f"{one.level:8} {one.what}" + (f"\n         {one.how}" if one.how else ""))
    return int(any(one.level is Level.MISSING for one in found))


def _python() -> Finding:
    import sys

    from api.operations import Finding, Level

    written = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Finding(Level.MISSING, f"Python {written} is too old.", "Install Python 3.11.")
    return Finding(Level.OK, f"Python {written}.")


def _paper() -> Finding:
    """Whether the script of a call can be had as a PDF."""
    from accessibility.script import lacking
    from api.operations import Finding, Level

    if how := lacking():
        return Finding(Level.NOTE, "No PDF of call scripts: HTML and plain text only.", how)
    return Finding(Level.OK, "PDF of call scripts.")


def _of_settings(problems: Sequence[str]) -> Iterator[Finding]:
    from api.operations import Finding, Level

    for problem in problems:
        yield Finding(Level.MISSING, problem)


def _of_deployment(settings: Settings) -> Iterator[Finding]:
    """What the settings lead to: where things are kept, and which numbers people are told."""
    from api.operations import Deployment, Finding, Level, database, disk_space, key_file

    if settings.practice:
        how = "Set LINLI_REGION and what else docs/running.md lists."
        yield Finding(Level.NOTE, "Nothing is configured: this is the practice district.", how)
    at = Deployment(settings.database, Path(settings.key_file))
    yield from database(at)
    yield key_file(at)
    yield disk_space(at)
    yield from _numbers(settings)
    if not settings.telegram_token:
        how = "Ask BotFather on Telegram for a token and set LINLI_TELEGRAM_TOKEN."
        yield Finding(Level.NOTE, "No Telegram: people reach Linli by the web page only.", how)


def _numbers(settings: Settings) -> Iterator[Finding]:
    """Whether the emergency numbers are known in the region; an unknown one may be right still."""
    import phonenumbers

    from api.operations import Finding, Level

    if settings.practice:
        return
    for name in ("emergency_voice", "emergency_sms", "emergency_relay"):
        for number in settings.listed(name):
            known = phonenumbers.is_emergency_number(number, settings.region)
            what = f"LINLI_{name.upper()}: {number}"
            if known:
                yield Finding(Level.OK, f"{what} is an emergency number in {settings.region}.")
            else:
                how = "It may be right all the same. Ask the local authority, and call it once."
                yield Finding(Level.NOTE, f"{what} is in no list for {settings.region}.", how)


def _languages(settings: Settings | None) -> Iterator[Finding]:
    """What each language has: words, voice, ears, readers."""
    import asyncio

    import locales
    from api.operations import Finding, Level

    voices, ears = asyncio.run(_voices(settings)), asyncio.run(_ears(_listener(settings)))
    if voices.lacks:
        yield Finding(Level.NOTE, f"A voice cannot be used: {voices.lacks}.")
    for lacks in ears.lacks:
        yield Finding(Level.NOTE, f"A model cannot be used: {lacks}.")
    for language in locales.languages():
        lacking = sorted(locales.missing_words(language.code))
        if lacking:
            how = "Lacking: " + ", ".join(lacking[:5]) + (", ..." if len(lacking) > 5 else "")  # noqa: PLR2004 - as many as sliced
            what = f"{language.english_name}: {len(lacking)} words are missing, said in English."
            yield Finding(Level.NOTE, what, how)
        yield _voice(language, voices)
        yield _listening(language, ears)
        yield _understanding(language)
        if language.review_state != "native":
            what = (
                f"{language.english_name}: read by no named native speaker ({language.reviewer})."
            )
            yield Finding(Level.NOTE, what)


def _voice(language: Language, voices: Voices) -> Finding:
    from api.operations import Finding, Level

    voice = voices.of(language.code)
    if not voice:
        return Finding(Level.NOTE, f"{language.english_name}: text only, no voice.", GET_VOICE)
    by = "your own" if voice in voices.own.values() else voices.engine
    return Finding(Level.OK, f"{language.english_name}: voice {voice} ({by}).")


def _listening(language: Language, ears: Ears) -> Finding:
    from api.operations import Finding, Level

    if not (by := ears.by(language.code)):
        what = f"{language.english_name}: people listen to voice notes, nothing else does."
        return Finding(Level.NOTE, what, GET_EARS)
    return Finding(Level.OK, f"{language.english_name}: voice notes understood by {by}.")


def _understanding(language: Language) -> Finding:
    from accessibility.understand import claims_detection
    from accessibility.understand.rulebook import rulebook_of
    from api.operations import Finding, Level

    book, name = rulebook_of(language.code), language.english_name
    if book.problems:
        what = f"{name}: {len(book.problems)} mistakes in rules, which are left out."
        how = f"See: linli understand --check --language {language.code}"
        return Finding(Level.NOTE, what, how)
    if not any(rule.kind == "danger" for rule in book.rules):
        return Finding(Level.NOTE, f"{name}: danger is not detected in words.", WRITE_RULES)
    if not claims_detection(language.code):
        return Finding(Level.NOTE, f"{name}: rules of danger that nobody reviewed.", WRITE_RULES)
    return Finding(Level.OK, f"{name}: {len(book.rules)} rules of understanding, reviewed.")


async def _ears(listener: Listener) -> Ears:
    """What is understood here; nothing where no models are named."""
    from accessibility.listen.ears import Ears
    from accessibility.listen.errors import ListenError

    async with listener:
        try:
            return await listener.ears()
        except ListenError as error:
            return Ears(lacks=(str(error).rstrip("."),))


def _listener(settings: Settings | None) -> Listener:
    from accessibility.listen.listener import Listener

    folder = settings.listen_directory if settings else ""
    return Listener(Path(folder).absolute() if folder else None)


async def _voices(settings: Settings | None) -> Voices:
    """The voices that can be used here; none where there is no voice at all."""
    from accessibility.voice.errors import VoiceError
    from accessibility.voice.speaker import Speaker
    from accessibility.voice.voices import Voices
    from bot.spoken import speaker_of

    async with speaker_of(settings) if settings else Speaker() as speaker:
        try:
            return await speaker.voices()
        except VoiceError as error:
            return Voices(lacks=str(error).rstrip("."))
