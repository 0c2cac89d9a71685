"""Calls: the conversations a person must hold, their queue, and who holds which."""
