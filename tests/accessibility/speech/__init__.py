"""Mirrors `accessibility/speech`."""
