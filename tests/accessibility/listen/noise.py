"""Voice notes as a street sends them: noise of a given loudness over speech, packed as Opus."""

import io

import numpy as np
import soundfile
import soxr

HZ = 24000
SILENT_S = 0.3
"""Before and after words: nobody speaks at once."""


def samples(wav):
    """The samples of a sound file, one channel, at its own rate, and that rate."""
    read, hz = soundfile.read(io.BytesIO(wav), dtype="float32", always_2d=True)
    return read.mean(axis=1), hz


def noisy(wav, decibels, seed, kind="OGG"):
    """The sound of a file with noise so much quieter than its speech; None is no noise.

    Half of the seeds hiss, half rumble as traffic does.
    """
    spoken, hz = samples(wav)
    around = np.zeros(int(SILENT_S * hz), np.float32)
    sound = np.concatenate([around, spoken, around])
    if decibels is not None:
        loud = np.sqrt((spoken[np.abs(spoken) > 0.01] ** 2).mean())
        sound = sound + noise(len(sound), seed) * loud * 10 ** (-decibels / 20)
    return packed(sound, hz, kind)


def noise(length, seed):
    """Noise whose root of the mean square is 1."""
    chance = np.random.default_rng(seed)
    made = chance.standard_normal(length)
    if seed % 2:
        made = np.cumsum(made)
        made -= np.convolve(made, np.ones(400) / 400, "same")
    return made / made.std()


def tones(seconds, seed):
    """Something like music: chords that change twice a second, with a beat."""
    chance = np.random.default_rng(seed)
    at = np.arange(int(seconds * HZ)) / HZ
    sound = np.zeros_like(at)
    for half in range(int(seconds * 2)):
        now = (at >= half / 2) & (at < (half + 1) / 2)
        for step in chance.choice([0, 4, 7, 9, 12, 16], 3, replace=False):
            sound += now * np.sin(2 * np.pi * 220 * 2 ** (step / 12) * at)
    beat = np.exp(-8 * (at % 0.5)) * chance.standard_normal(len(at))
    return packed((sound * 0.15 + beat * 0.1).clip(-1, 1), HZ, "OGG")


def packed(sound, hz, kind="OGG"):
    """A whole file; Opus in Ogg as Telegram sends it, or 16-bit WAV."""
    file = io.BytesIO()
    how = {"OGG": "OPUS", "WAV": "PCM_16", "MP3": "MPEG_LAYER_III", "FLAC": "PCM_16"}[kind]
    if kind == "OGG" and hz != HZ:
        sound, hz = soxr.resample(sound.astype(np.float32), hz, HZ), HZ
    soundfile.write(file, sound.clip(-1, 1).astype(np.float32), hz, format=kind, subtype=how)
    return file.getvalue()
