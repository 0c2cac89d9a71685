"""Sealed columns: readable in their own row, with our keys, and nowhere else."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as some

from api.database.keys import rotate
from api.database.private import UnsealError, Vault, load_keys, vault
from tests.api.database.conftest import jars, put

CANARY = "canary 5550100"
ANY_TEXT = some.text(some.characters())  # lone surrogates too


@pytest.fixture(scope="module")
def safe(keys):
    """A vault."""
    return Vault(keys)


@given(text=ANY_TEXT)
def test_whatever_was_sealed_comes_back(safe, text):
    """Also what is no proper text: it must not be lost for that."""
    blob = safe.seal("people", "name", "1", text)
    assert safe.unseal("people", "name", "1", blob) == text


@pytest.mark.parametrize(
    "place", [("groups", "name", "1"), ("people", "phone", "1"), ("people", "name", "2")]
)
def test_a_value_opens_in_its_own_table_column_and_row_only(safe, place):
    """Whoever can write to the database cannot move a value to where they may read it."""
    blob = safe.seal("people", "name", "1", CANARY)
    with pytest.raises(UnsealError):
        safe.unseal(*place, blob)


def test_one_changed_bit_anywhere_is_refused(safe):
    """Format, key id, nonce, text and tag are all bound."""
    blob = safe.seal("people", "name", "1", CANARY)
    for place in range(len(blob)):
        spoilt = bytearray(blob)
        spoilt[place] ^= 1
        with pytest.raises(UnsealError):
            safe.unseal("people", "name", "1", bytes(spoilt))


@pytest.mark.parametrize("blob", [b"", b"\x01", b"plain words that were never sealed at all"])
def test_what_was_never_sealed_is_refused(safe, blob):
    """Nothing passes for a value by being short."""
    with pytest.raises(UnsealError, match="no sealed value"):
        safe.unseal("people", "name", "1", blob)


def test_equal_texts_are_sealed_differently(safe):
    """So that nobody sees who lives at the same address."""
    assert safe.seal("a", "b", "1", CANARY) != safe.seal("a", "b", "1", CANARY)


def test_after_a_rotation_the_newest_key_seals_and_all_unseal(tmp_path):
    """Old rows stay readable; new ones need the new file."""
    path = tmp_path / "keys.json"
    before = Vault(load_keys(path))
    old = before.seal("people", "name", "1", CANARY)
    rotate(path)
    after = Vault(load_keys(path))
    new = after.seal("people", "name", "1", CANARY)
    assert after.unseal("people", "name", "1", old) == CANARY
    assert after.unseal("people", "name", "1", new) == CANARY
    assert after.blind_index("phone", CANARY) == before.blind_index("phone", CANARY)
    with pytest.raises(UnsealError, match="restore the key file"):
        before.unseal("people", "name", "1", new)


def test_one_person_is_found_however_their_name_is_typed(safe):
    """Width, case and spaces make no other index; kind and key do."""
    index = safe.blind_index("name", "Ann Straße")
    assert safe.blind_index("name", "  ＡＮＮ   STRASSE ") == index
    assert safe.blind_index("name", "Ann Strase") != index
    assert safe.blind_index("phone", "Ann Straße") != index
    assert len(index) == 64


def test_another_key_file_makes_another_index(safe, tmp_path):
    """An index cannot be guessed from the few numbers a town has."""
    other = Vault(load_keys(tmp_path / "keys.json"))
    assert other.blind_index("phone", CANARY) != safe.blind_index("phone", CANARY)


async def test_reading_and_writing_units_of_work_find_the_vault(shelf):
    """A value sealed in one is unsealed in the other."""

    def seal(conn):
        put("1", sealed=vault(conn).seal("jars", "sealed", "1", CANARY))(conn)

    def unseal(conn):
        return vault(conn).unseal("jars", "sealed", "1", conn.scalar(sa.select(jars.c.sealed)))

    await shelf.write(seal)
    assert await shelf.read(unseal) == CANARY


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
async def test_a_sealed_text_is_neither_in_the_file_nor_in_its_log(shelf, store_url):
    """A plain one is, which shows that the search would find it."""

    def seal(conn):
        put("1", sealed=vault(conn).seal("jars", "sealed", "1", CANARY), label="plain 5550199")(
            conn
        )

    await shelf.write(seal)
    path = Path(store_url.removeprefix("sqlite:///"))
    written = b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
    assert b"plain 5550199" in written
    assert CANARY.encode() not in written


async def test_a_database_error_does_not_repeat_what_was_to_be_kept(shelf):
    """Errors are logged; personal data never is."""
    await shelf.write(put("1"))
    with pytest.raises(sa.exc.IntegrityError) as refused:
        await shelf.write(put("1", label=CANARY, contents=[CANARY]))
    assert CANARY not in str(refused.value)
