"""What `make bench` prints and keeps, from measurements that are made up."""

import json

import pytest

import bench.__main__ as program
from bench.measure import Measure, Measured

COMMIT = "0a1b2c3"


def measure(value, **options):
    """A measurement of one known value, or one that fails with an error."""

    async def take(rounds, size):
        if isinstance(value, Exception):
            raise value
        return [value] * rounds

    return Measure("made_up_ratio", "ratio", "one round trip", take, size=1, **options)


@pytest.fixture(autouse=True)
def results(monkeypatch, tmp_path):
    """A file of results of this test alone, and a commit that is known."""
    path = tmp_path / "results.jsonl"
    monkeypatch.setattr(program, "RESULTS", path)
    monkeypatch.setattr(program, "commit_of_tree", lambda: COMMIT)
    return path


async def test_a_result_is_one_line_of_json_with_its_commit(results):
    """Lines are added: what was measured before stays."""
    await program.measure([measure(1.5), measure(2.5)], 3)
    first, second = map(json.loads, results.read_text("utf-8").splitlines())
    assert first == {
        "name": "made_up_ratio",
        "value": 1.5,
        "unit": "ratio",
        "against": "one round trip",
        "rounds": 3,
        "spread": 0.0,
        "commit": COMMIT,
    }
    assert second["value"] == 2.5


@pytest.mark.parametrize(
    ("value", "goal", "told", "status"),
    [
        (4, {"goal": 5}, "<= 5 ", 0),
        (6, {"goal": 5}, "<= 5 MISSED", 1),
        (0.1, {"goal": 0.15, "more_is_better": True}, ">= 0.15 MISSED", 1),
        (6, {}, "", 0),
    ],
)
async def test_a_goal_that_is_missed_is_told_and_decides_the_status(
    capsys, value, goal, told, status
):
    """A script can stop there."""
    assert await program.measure([measure(value, **goal)], 3) == status
    line = capsys.readouterr().out.splitlines()[1]
    assert told in line
    assert ("MISSED" in line) is bool(status)


@pytest.mark.parametrize("error", [RuntimeError("ended before it was ready"), TimeoutError()])
async def test_a_measurement_that_fails_is_told_and_the_next_is_taken(capsys, results, error):
    """Nothing is written for it: a number that was not measured is no number."""
    assert await program.measure([measure(error), measure(2)], 3) == 1
    _, failed, measured = capsys.readouterr().out.splitlines()
    assert failed.startswith(f"made_up_ratio: not measured: {type(error).__name__}")
    assert "2.000" in measured
    assert len(results.read_text("utf-8").splitlines()) == 1


def test_the_columns_of_every_line_stand_under_their_names():
    """The longest name and a goal that was missed still fit."""
    head = program.row("name", "value", "unit", "spread", "goal", "against")
    for one in program.MEASURES:
        found = Measured(one.name, 12.3456, one.unit, one.against, 7, 0.5)
        line = program.as_row(one, found)
        assert line.index(one.against) == head.index("against")
        assert line.index(f" {one.unit} ") == head.index(" unit ")


def test_every_measurement_is_named_once():
    """A name on the command line chooses one."""
    names = [one.name for one in program.MEASURES]
    assert len(set(names)) == len(names)
    assert all(one.size > 0 for one in program.MEASURES)
