"""espeak-ng's library: the one of the wheel, and where that cannot be had the machine's.

pyttsx3 looks for the machine's library by its name. On Linux a library that is loaded already is
found under its name first, so loading the wheel's is all it takes.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from types import ModuleType

MISSING = "espeak-ng is missing: pip install espeakng-loader, or install espeak-ng"
NAME = "pyttsx3.drivers._espeak"


def bindings(*, wheel: bool = True) -> tuple[ModuleType, bytes | None]:
    """pyttsx3's bindings to espeak-ng, and the folder of its data (None for its own).

    Raises OSError when there is no library. `wheel` may be left out, for the machine's own.
    """
    data = _from_wheel() if wheel else None
    sys.modules.pop(NAME, None)
    try:
        from pyttsx3.drivers import _espeak  # noqa: PLC0415
    except RuntimeError as error:
        raise OSError(MISSING) from error
    return _espeak, data


def version_of(espeak: ModuleType) -> str:
    """The version, such as "1.52.0"."""
    told = espeak.dll.espeak_Info
    told.restype, told.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    return (told(None) or b"").decode("ascii", "replace").split(" ")[0]


def _from_wheel() -> bytes | None:
    """Load the library of the wheel; the folder that holds its data, None if it cannot be had."""
    try:
        import espeakng_loader  # noqa: PLC0415

        ctypes.CDLL(espeakng_loader.get_library_path())
        return str(Path(espeakng_loader.get_data_path()).parent).encode()
    except (ImportError, OSError, RuntimeError):
        return None
