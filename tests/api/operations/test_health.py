"""The doctor tells what works, what is missing, and how to get it."""

from types import SimpleNamespace

import pytest

from api.operations import Deployment, Level, database, disk_space, health, key_file


def test_nothing_is_missing_before_the_first_start(at):
    """Database and keys are made by it; the doctor makes none."""
    levels = [one.level for one in (*database(at), key_file(at), disk_space(at))]
    assert set(levels) == {Level.OK}
    assert not at.key_file.parent.exists()


def test_a_database_at_rest_and_one_that_is_served_are_told_apart(at, person_id, request):
    """With the process that has it."""
    assert "no server has it now" in database(at)[-1].what
    request.getfixturevalue("serving")
    assert "is served by process" in database(at)[-1].what


def test_keys_that_others_can_read_are_a_fault(at, person_id):
    """With the command that closes them."""
    at.key_file.chmod(0o644)
    found = key_file(at)
    assert found.level is Level.MISSING
    assert f"chmod 600 {at.key_file}" in found.what


@pytest.mark.parametrize(
    ("version", "level"),
    [((3, 36, 0), Level.MISSING), ((3, 40, 1), Level.OK), ((3, 51, 3), Level.OK)],
)
def test_an_sqlite_that_is_too_old_is_a_fault(at, monkeypatch, version, level):
    """One with a flaw that cannot hurt us is not, and is named."""
    monkeypatch.setattr(health.sqlite3, "sqlite_version_info", version)
    found = database(at)[0]
    assert found.level is level
    assert ".".join(map(str, version)) in found.what


@pytest.mark.parametrize(("free", "level"), [(10 * 2**20, Level.MISSING), (2**30, Level.OK)])
def test_a_disk_that_is_almost_full_is_a_fault(at, monkeypatch, free, level):
    """A full disk stops everything."""
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    assert disk_space(at).level is level


def test_a_postgresql_that_does_not_answer_is_named_without_its_password(tmp_path):
    """With what to check."""
    word = "secret"
    at = Deployment("postgresql://linli:" + word + "@127.0.0.1:9/linli", tmp_path / "keys.json")
    (found,) = database(at)
    assert found.level is Level.MISSING
    assert "127.0.0.1" in found.what
    assert word not in found.what + found.how


@pytest.mark.full
def test_a_postgresql_that_answers_is_named_with_its_version(postgresql, tmp_path):
    """So it can be used."""
    (found,) = database(Deployment(postgresql.url("postgres"), tmp_path / "keys.json"))
    assert found.level is Level.OK
    assert "version" in found.what
