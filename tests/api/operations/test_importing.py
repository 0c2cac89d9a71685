"""A file of groups: each mistake by its line and field, nothing taken with one, twice as once."""

import asyncio
import csv

import pytest

from api.groups import service as groups
from api.operations import Failed, load_groups
from tests.api.operations.conftest import node_of

HEADER = "ref,name,latitude,longitude,radius_m,services,languages,able,hours,phone_only,capacity"
ELM = "1,Elm,31.2,121.4,800,groceries:in_person|medicine:remote,en|zh-Hans,no_stairs,,no,5"
OAK = "2,Oak,31.3,121.5,,water,en,,Mon-Fri 09:00-17:00; Sat 10:00-12:00,yes,3"


def written(tmp_path, *lines, name="groups.csv"):
    """A file of these lines."""
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def kept(at):
    """The groups of a deployment at rest, by their refs."""

    async def read():
        node = node_of(at)
        await node.open()
        try:
            return await node.store.read(groups.open_groups)
        finally:
            await node.close()

    return {one.ref: one for one in asyncio.run(read())}


@pytest.fixture(params=["at rest", "beside its server"])
def deployment(request, at):
    """Where the groups go: into the file itself, or through the server that has it."""
    if request.param == "beside its server":
        request.getfixturevalue("serving")
    return at


def test_a_table_is_taken_in_and_again_changes_nothing(deployment, tmp_path):
    """Over HTTP as in the database itself; the bar goes up to the whole."""
    path = written(tmp_path, HEADER, ELM, "", OAK)
    seen = []
    first = load_groups(deployment, path, progress=lambda done, of: seen.append((done, of)))
    again = load_groups(deployment, path)
    assert (first.new, first.changed, first.unchanged) == (2, 0, 0)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    assert seen == [(2, 2)]


def test_what_a_table_says_is_kept(at, tmp_path):
    """Each cell in its field; an empty one is what it is without."""
    load_groups(at, written(tmp_path, HEADER, ELM, OAK))
    elm, oak = kept(at)["1"], kept(at)["2"]
    assert (elm.name, elm.latitude, elm.longitude, elm.radius_m) == ("Elm", 31.2, 121.4, 800)
    assert elm.services == {("groceries", "in_person"), ("medicine", "remote")}
    assert (elm.languages, elm.able, elm.hours) == (["en", "zh-Hans"], ["no_stairs"], [])
    assert oak.services == {("water", "in_person")}
    assert (oak.phone_only, oak.radius_m) == (True, 0)
    assert [tuple(span) for span in oak.hours] == [
        *((day, 540, 1020) for day in range(5)),
        (5, 600, 720),
    ]


MISTAKES = [
    ("1,Elm,31.2,121.4,800,cooking,en,,,no,5", "line 2: services.0.leaf:"),
    ("1,Elm,north,121.4,800,water,en,,,no,5", "line 2: latitude: a number"),
    ("1,Elm,91,121.4,800,water,en,,,no,5", "line 2: latitude:"),
    ("1,Elm,31.2,121.4,800,water,,,,no,5", "line 2: languages:"),
    ("1,Elm,31.2,121.4,800,water,en,,always,no,5", "line 2: hours: hours such as Mon-Fri"),
    ("1,Elm,31.2,121.4,800,water,en,,Mon 09:00,no,5", "line 2: hours: hours such as"),
    ("1,Elm,31.2,121.4,800,water,en,,Mon 25:00-26:00,no,5", "line 2: hours.0"),
    ("1,Elm,31.2,121.4,800,water,en,,,maybe,5", "line 2: phone_only: yes or no"),
    ("1,Elm,31.2,121.4,800,water,en,,,no", "line 2: cells: 11 cells"),
    ("1,,31.2,121.4,800,water,en,,,no,5", "line 2: name:"),
    (f"{ELM}\n{ELM}", "line 3: ref: each group once; see line 2"),
]


@pytest.mark.parametrize(("lines", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_field_and_nothing_is_taken(at, tmp_path, lines, told):
    """Also not the lines without one."""
    with pytest.raises(Failed) as failed:
        load_groups(at, written(tmp_path, HEADER, lines, OAK))
    assert str(failed.value).startswith("Nothing was taken: one group has a mistake.\n")
    assert f"\n  {told}" in str(failed.value)
    assert not at.key_file.exists()


def test_the_others_are_taken_if_that_is_wanted(at, tmp_path):
    """With the mistakes told all the same."""
    wrong = MISTAKES[0][0].replace("1,Elm", "3,Ash")
    loaded = load_groups(at, written(tmp_path, HEADER, ELM, wrong), skip_mistakes=True)
    assert (loaded.new, loaded.left_out, len(loaded.mistakes)) == (1, 1, 1)
    assert list(kept(at)) == ["1"]


def test_a_dry_run_takes_nothing(at, tmp_path):
    """And counts what it would take."""
    loaded = load_groups(at, written(tmp_path, HEADER, ELM, OAK), dry_run=True)
    assert (loaded.new, kept(at)) == (2, {})


def test_an_unknown_leader_is_told_by_its_line_before_anything_is_taken(at, tmp_path):
    """Only the database knows whom it knows, so it is asked first."""
    nobody = "00000000-0000-7000-8000-00000000dead"
    path = written(tmp_path, f"{HEADER},leader_id", f"{ELM},", f"{OAK},{nobody}")
    with pytest.raises(Failed, match="line 3: leader_id: the id of a person who is known here"):
        load_groups(at, path)
    assert kept(at) == {}


MANY = 1000
"""Several batches; a hundred thousand are taken in by `import_1e5_seconds`."""


def test_many_groups_are_taken_in(at, tmp_path):
    """All of them, with a bar that never goes back."""
    path = tmp_path / "groups.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER.split(","))
        elm = ELM.split(",")
        for number in range(MANY):
            place = [f"{31 + number / 1e6:.6f}", f"{121 + number / 1e6:.6f}"]
            rows.writerow([number, f"Elm {number}", *place, *elm[4:]])
    seen = []
    loaded = load_groups(at, path, progress=lambda done, of: seen.append((done, of)))
    assert (loaded.new, seen[-1]) == (MANY, (MANY, MANY))
    assert seen == sorted(seen)
