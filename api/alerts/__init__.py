"""Alerts: somebody may be in danger, and a person must hear of it."""
