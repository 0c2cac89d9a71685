"""Mirrors `accessibility/voice`."""
