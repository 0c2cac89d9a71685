"""Addresses: a person's name on a wire; a person is not an address."""
