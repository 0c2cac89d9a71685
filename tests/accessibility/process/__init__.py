"""Mirrors `accessibility/process`."""
