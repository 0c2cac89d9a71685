"""Intake: areas in which new requests wait until a date, save urgent ones."""
