"""A prompt as words that a voice can say: no digits in a row, no sign, no address of the web.

What comes out are segments: words of one language each, and the silence after them. No markup
reaches a voice; the silences are made by whoever speaks the segments.
"""

from accessibility.speech.prompts import as_speech, spoken
from accessibility.speech.segment import Segment, Speech

__all__ = ["Segment", "Speech", "as_speech", "spoken"]
