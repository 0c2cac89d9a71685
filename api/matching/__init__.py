"""Matching: which groups are able to take a request, in which order, and why."""
