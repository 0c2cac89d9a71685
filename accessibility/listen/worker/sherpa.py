"""sherpa-onnx: a transducer (encoder, decoder, joiner), SenseVoice or Paraformer, by its files."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from accessibility.listen.worker.engine import HZ, Said
from accessibility.listen.worker.models import Make

if TYPE_CHECKING:
    from accessibility.listen.worker.engine import Samples

UNTOLD = 0.6
"""sherpa-onnx does not say how sure it is; everything heard is read back all the same."""


class Sherpa:
    """One model of sherpa-onnx's, in memory."""

    def __init__(self, folder: Path) -> None:
        made = import_module(Make.SHERPA.module).OfflineRecognizer  # not everybody has it
        tokens = str(folder / "tokens.txt")
        if encoder := _file(folder, "encoder"):
            self._recognizer = made.from_transducer(
                encoder=encoder,
                decoder=_file(folder, "decoder"),
                joiner=_file(folder, "joiner"),
                tokens=tokens,
                num_threads=1,
            )
        elif next(folder.glob("*sense*"), None):
            self._recognizer = made.from_sense_voice(
                model=_file(folder, ""), tokens=tokens, num_threads=1, use_itn=True
            )
        else:
            self._recognizer = made.from_paraformer(
                paraformer=_file(folder, ""), tokens=tokens, num_threads=1
            )

    def hear(self, stretch: Samples, language: str, words: Sequence[str]) -> Said:
        """Its words; it takes no hint that every model of its understands."""
        del language, words
        stream = self._recognizer.create_stream()
        stream.accept_waveform(HZ, stretch)
        self._recognizer.decode_stream(stream)
        return Said(stream.result.text.strip(), UNTOLD)


def _file(folder: Path, part: str) -> str:
    """A file of a model, the one of 8-bit numbers first; "" for none."""
    found = sorted(folder.glob(f"*{part}*.onnx"), key=lambda path: ("int8" not in path.name, path))
    return str(found[0]) if found else ""
