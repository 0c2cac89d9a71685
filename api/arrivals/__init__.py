"""Arrivals: a conversation goes on at another address of the same person."""
