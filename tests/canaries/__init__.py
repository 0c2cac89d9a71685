"""Canaries: words planted in every personal field, then looked for wherever anybody could read."""
