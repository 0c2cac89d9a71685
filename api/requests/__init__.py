"""Requests for help: created, changed, cancelled, confirmed; never dispatched from here."""
