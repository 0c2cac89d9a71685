"""What espeak-ng makes of texts, in its own phonemes: lines of voice and text in, one each out.

A change to another language, where a voice cannot read a sign, is told as "(en)".
"""

import ctypes
import json
import sys
from pathlib import Path

import espeakng_loader

from accessibility.voice.worker.readings import corrected

SYNCHRONOUS, UTF8, PHONEMES = 2, 1, 0x100


def main():
    """Read lines until there are no more."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(Path(espeakng_loader.get_data_path()).parent).encode()
    assert library.espeak_Initialize(SYNCHRONOUS, 0, data, 0) > 0
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    silent = kind(lambda _samples, _count, _events: 0)
    library.espeak_SetSynthCallback(silent)
    library.espeak_Synth(b"a", 2, 0, 0, 0, UTF8 | PHONEMES, None, None)  # sets how text is read
    chosen = ""
    for line in sys.stdin:
        voice, text, correct = json.loads(line)
        if voice != chosen:
            library.espeak_SetVoiceByName(voice.encode())
            chosen = voice
        text = corrected(voice, text) if correct else text
        print(json.dumps(phonemes(library, text)))  # noqa: T201 - for the test that asked


def phonemes(library, text):
    """Of a whole text."""
    rest, told = ctypes.c_char_p(text.encode()), []
    while rest.value:
        told.append((library.espeak_TextToPhonemes(ctypes.byref(rest), UTF8, 0) or b"").decode())
    return " ".join(told)


if __name__ == "__main__":
    main()
