"""The watch decides purely: which areas, at which hours, how well covered, what is an alarm."""
