"""The everyday run is not the whole: whoever sees it pass is told so, and how to run the rest."""

import os
import sys

import pytest

from tests.tree import run

SOME = ("-k", "wire", "tests/bench/test_peers.py")
"""A few tests of a file that has a slow one as well."""


@pytest.mark.full
@pytest.mark.parametrize("processes", ["0", "1"])
def test_the_everyday_run_says_what_it_left_out_and_how_to_run_it(processes):
    """In one process or in several."""
    everyday = {name: value for name, value in os.environ.items() if name != "LINLI_TESTS"}
    ran = run(sys.executable, "-m", "pytest", "-q", "-n", processes, *SOME, env=everyday)
    assert ran.returncode == 0
    assert "1 tests were left out" in ran.stdout
    assert "LINLI_TESTS=all make test" in ran.stdout
