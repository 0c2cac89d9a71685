"""Personal columns: sealed so that a value can be read in its own row only, with our key only.

A sealed value is: 1 byte format, 8 bytes key id, 12 bytes nonce, AES-256-GCM ciphertext with its
tag (NIST SP 800-38D). The associated data name table, column, row and key, so that a value
moved to another place does not open.
"""

import hashlib
import hmac
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection

from api.database.keys import KEY_ID_BYTES, Keys, load_keys

__all__ = ["Keys", "UnsealError", "Vault", "load_keys", "vault"]

FORMAT = b"\x01"
NONCE_BYTES = 12
HEAD_BYTES = len(FORMAT) + KEY_ID_BYTES + NONCE_BYTES
VAULT = "vault"


class UnsealError(ValueError):
    """A sealed value cannot be opened: another place, another key file, or damaged."""


class Vault:
    """Seals and unseals with one set of keys; a unit of work finds it by `vault(conn)`."""

    def __init__(self, keys: Keys) -> None:
        self._newest = keys.sealing[-1].id
        self._ciphers = {key.id: AESGCM(key.secret) for key in keys.sealing}
        self._index = keys.index

    def seal(self, table: str, column: str, row_id: str, text: str) -> bytes:
        """The text, readable only from this column of this row."""
        # A lone surrogate is no text, but what somebody sent must not be lost for it.
        return self.seal_bytes(table, column, row_id, text.encode("utf-8", "surrogatepass"))

    def seal_bytes(self, table: str, column: str, row_id: str, plain: bytes) -> bytes:
        """As `seal`, for what is no text."""
        nonce = os.urandom(NONCE_BYTES)
        place = _place(table, column, row_id, self._newest)
        sealed = self._ciphers[self._newest].encrypt(nonce, plain, place)
        return FORMAT + self._newest.encode("ascii") + nonce + sealed

    def unseal(self, table: str, column: str, row_id: str, blob: bytes) -> str:
        """The text that was sealed for this column of this row; UnsealError for any other."""
        return self.unseal_bytes(table, column, row_id, blob).decode("utf-8", "surrogatepass")

    def unseal_bytes(self, table: str, column: str, row_id: str, blob: bytes) -> bytes:
        """As `unseal`, for what is no text."""
        key_id = self._key_id(blob)
        nonce, sealed = blob[HEAD_BYTES - NONCE_BYTES : HEAD_BYTES], blob[HEAD_BYTES:]
        place = _place(table, column, row_id, key_id)
        try:
            return self._ciphers[key_id].decrypt(nonce, sealed, place)
        except InvalidTag as refused:
            raise UnsealError(f"{table}.{column} was not sealed for row {row_id}") from refused

    def blind_index(self, kind: str, text: str) -> str:
        """A keyed digest by which equal texts of one kind are found without being readable."""
        message = f"{kind}\x00{_normal(text)}".encode("utf-8", "surrogatepass")
        return hmac.new(self._index, message, hashlib.sha256).hexdigest()

    def _key_id(self, blob: bytes) -> str:
        if len(blob) <= HEAD_BYTES or not blob.startswith(FORMAT):
            raise UnsealError("this is no sealed value")
        key_id = blob[len(FORMAT) : len(FORMAT) + KEY_ID_BYTES].decode("ascii", "replace")
        if key_id not in self._ciphers:
            raise UnsealError(
                f"a value was sealed with key {key_id}, which is not in the key file; "
                "restore the key file that belongs to this database"
            )
        return key_id


def vault(conn: Connection) -> Vault:
    """The vault that the store gave this connection."""
    found = conn.info[VAULT]
    if not isinstance(found, Vault):
        raise TypeError("this connection was not opened by a store")
    return found


def _place(table: str, column: str, row_id: str, key_id: str) -> bytes:
    return f"{table}|{column}|{row_id}|{key_id}".encode()


def _normal(text: str) -> str:
    """One spelling for one text: width, case and spaces do not matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())
