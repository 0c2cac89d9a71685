"""Labelled lines, written by hand without sight of the rules that are judged by them."""
