"""The index equals brute force, in groups and order: a short run of `make prove`."""

import pytest

from tests.proof.__main__ import prove
from tests.proof.running import Walk

SEARCHES = 40


@pytest.mark.parametrize("world", range(12))
def test_the_index_finds_what_brute_force_finds(world):
    """After any changes, at any moment, at any place; the whole proof draws other worlds."""
    walk = Walk(f"short/{world}")
    assert walk.go(SEARCHES) is None
    assert walk.searches == SEARCHES


@pytest.mark.parametrize("change", ["set_load", "set_paused", "set_asked", "put", "remove"])
def test_an_index_that_loses_a_change_is_found_out(change):
    """Else the proof would prove nothing; each kind of change shows within a few worlds."""
    for world in range(8):
        walk = Walk(f"losing/{world}")
        setattr(walk.index, change, lambda *_: None)
        try:
            failure = walk.go(SEARCHES)
        except KeyError:  # a change of a group that was never put
            return
        if failure:
            assert walk.seed == failure.seed
            return
    pytest.fail(f"nobody noticed that {change} did nothing")


def test_two_walks_of_one_seed_are_the_same():
    """So that what was found is found again."""
    one, other = Walk("again"), Walk("again")
    assert one.go(10) == other.go(10)
    assert one.groups == other.groups
    assert one.changes == other.changes


def test_a_run_tells_its_progress_and_that_nothing_was_wrong(capsys, monkeypatch):
    """The status is for scripts."""
    monkeypatch.setattr("tests.proof.__main__.A_WORLD", 5)
    monkeypatch.setattr("tests.proof.__main__.ProcessPoolExecutor", Here)
    assert prove(7, range(2), 1) == 0
    assert "2/2 worlds, 10 searches" in capsys.readouterr().out


class Here:
    """A pool that does all of it itself."""

    def __init__(self, jobs):
        self.map = map

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None
