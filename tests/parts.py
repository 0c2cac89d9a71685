"""What a test needs of the machine: found, or said loudly with the way to get it."""

import os

import pytest

EVERYTHING = os.environ.get("LINLI_TESTS") == "all"  # read before tests lose sight of LINLI_*


def need(part, how, *, found):
    """Goes on if the part was found; otherwise skips, or fails in the full run."""
    if found:
        return
    message = f"{part} is missing; to get it: {how}"
    if EVERYTHING:
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
