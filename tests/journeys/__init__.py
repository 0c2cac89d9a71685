"""Whole stories in plain words, each a text file that must go exactly so."""
