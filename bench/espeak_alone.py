"""A process that does nothing but speak with espeak-ng's library: a line of text in, a count out.

`python -m bench.espeak_alone` says "ready" first. Nothing of ours, and nothing of pyttsx3.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import espeakng_loader

SYNCHRONOUS, UTF8 = 2, 1
USUAL_RATE, RATE = 160, 1
CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def main() -> None:
    """Speak each line, and say how many samples it has."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(Path(espeakng_loader.get_data_path()).parent).encode()
    if library.espeak_Initialize(SYNCHRONOUS, 0, data, 0) <= 0:
        raise SystemExit("espeak-ng has no data")
    pieces: list[bytes] = []

    def take(samples: int, count: int, _events: int) -> int:
        if samples and count > 0:
            pieces.append(ctypes.string_at(samples, 2 * count))
        return 0

    callback = CALLBACK(take)
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetVoiceByName(b"gmw/en")
    library.espeak_SetParameter(RATE, USUAL_RATE, 0)
    tell("ready")
    for line in sys.stdin:
        text = line.strip().encode()
        library.espeak_Synth(text, len(text) + 1, 0, 0, 0, UTF8, None, None)
        tell(str(len(b"".join(pieces)) // 2))
        pieces.clear()


def tell(line: str) -> None:
    """Say one line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
