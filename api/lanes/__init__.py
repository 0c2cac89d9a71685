"""Lanes: everything to and from one address goes in order, one worker at a time."""
