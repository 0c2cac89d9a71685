"""Dispatch: offers, tasks, and what happens when time passes."""
