"""Measurements against peers, in one run on one machine: `make bench`.

A ratio means the same on a fast and on a slow machine; a time alone does not.
"""
