"""Idempotency keys: a call sent twice is done once."""
