"""Every setting of Linli, read from the environment and `linli.toml` and checked at the start."""

from bot.settings.loading import (
    Settings,
    SettingsError,
    deployed,
    is_configured,
    load,
    refuse,
)
from bot.settings.table import DEMO, PREFIX, SETTINGS, Setting

__all__ = [
    "DEMO",
    "PREFIX",
    "SETTINGS",
    "Setting",
    "Settings",
    "SettingsError",
    "deployed",
    "is_configured",
    "load",
    "refuse",
]
