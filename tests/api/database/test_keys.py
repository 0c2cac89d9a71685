"""The key file."""

import json
import stat
import threading

import pytest

from api.database.keys import KeyFileError, load_keys, rotate


@pytest.fixture
def path(tmp_path):
    """Where no key file is yet, nor its folder."""
    return tmp_path / "new" / "keys.json"


def test_the_first_run_makes_a_file_that_only_its_owner_reads(path):
    """And leaves nothing else behind."""
    load_keys(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_the_same_file_gives_the_same_keys(path):
    """A restart reads what was sealed before."""
    assert load_keys(path) == load_keys(path)


def test_two_files_have_nothing_in_common(path, tmp_path):
    """Each deployment has its own keys."""
    one, other = load_keys(path), load_keys(tmp_path / "other.json")
    assert one.index != other.index
    assert one.sealing[0].secret != other.sealing[0].secret


def test_processes_that_start_at_once_agree_on_one_file(path):
    """Nobody seals with keys that another start overwrote."""
    found = []
    start = threading.Barrier(8)

    def run():
        start.wait()
        found.append(load_keys(path))

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [load_keys(path)] * 8
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused_with_the_way_out(path, mode):
    """The message can be typed back."""
    load_keys(path)
    path.chmod(mode)
    with pytest.raises(KeyFileError, match=f"chmod 600 {path}"):
        load_keys(path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"index"', '"other"'),
        lambda text: json.dumps(json.loads(text) | {"sealing": []}),
        lambda text: json.dumps(json.loads(text) | {"index": "c2hvcnQ="}),
        lambda text: "[]",
        lambda text: "é",
    ],
)
def test_a_damaged_file_is_refused_and_never_made_anew(path, spoil):
    """With new keys everything sealed would be lost."""
    load_keys(path)
    damaged = spoil(path.read_text(encoding="utf-8"))
    path.write_text(damaged, encoding="utf-8")
    with pytest.raises(KeyFileError, match="backup"):
        load_keys(path)
    assert path.read_text(encoding="utf-8") == damaged


def test_a_rotation_adds_a_key_and_keeps_the_file_closed(path):
    """The older keys stay, in their order."""
    before = load_keys(path)
    rotate(path)
    after = load_keys(path)
    assert after.sealing[:-1] == before.sealing
    assert after.index == before.index
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_keys_do_not_show_their_secrets_when_printed(path):
    """A log line or a traceback gives nothing away."""
    keys = load_keys(path)
    assert repr(keys.index)[2:-1] not in repr(keys)
    assert repr(keys.sealing[0].secret)[2:-1] not in repr(keys)
