"""`linli api`: the API and its dispatch worker, for a bot that runs apart."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing but the settings."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    import os
    from pathlib import Path

    from bot.app import serve_api
    from bot.settings import SettingsError, load, refuse

    del options
    try:
        return serve_api(load(os.environ, Path.cwd()))
    except SettingsError as error:
        return refuse(error)
