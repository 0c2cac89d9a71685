"""Mirrors `accessibility/listen`."""
