"""Read and change a store's file without the program: only SQLite, the standard library and docs/store-format.md.

Written anew from the format's description, on purpose: it would notice a format that the description does not tell.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

TABLES = ("store", "slots", "people", "groups", "members", "locks", "headers", "heads", "records", "chunks", "gone")
KINDS = ("answers", "meetings", "overrides", "releases", "approvals", "print log", "pipeline", "firms", "audit")
Row = tuple[bytes, bytes, bytes]


def rows(path: Path, table: str) -> list[Row]:
    """Return the rows of a table as they lie there."""
    with closing(sqlite3.connect(path)) as database:
        return list(database.execute(f"SELECT owner, row, sealed FROM {table}"))  # noqa: S608 -- one of our names


def change(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change rows behind the program's back."""
    with closing(sqlite3.connect(path)) as database:
        for statement, values in statements:
            database.execute(statement, values)
        database.commit()


def put_rows(path: Path, table: str, saved: list[Row]) -> None:
    """Put a table's rows back to what they were."""
    change(path, (f"DELETE FROM {table}", ()), *((f"INSERT INTO {table} VALUES (?, ?, ?)", row) for row in saved))  # noqa: S608 -- as above


def derived(key: bytes, purpose: str) -> bytes:
    return hashlib.blake2b(purpose.encode(), digest_size=32, key=key, person=b"key").digest()


def named(key: bytes, purpose: str, number: int = 0) -> bytes:
    return hashlib.blake2b(f"{purpose} {number}".encode(), digest_size=16, key=key, person=b"name").digest()


def opened(key: bytes, table: str, row: Row, number: int = 0) -> bytes | None:
    """Return a sealed row's content, or None where the key does not open it there."""
    owner, name, sealed = row
    bound = b"\x01" + owner + name + number.to_bytes(8) + table.encode()
    try:
        padded = AESGCM(key).decrypt(sealed[1:13], sealed[13:], bound)
    except InvalidTag:
        return None
    return padded[4 : 4 + int.from_bytes(padded[:4])]


def private_half(path: Path, passphrase: str) -> tuple[bytes, bytes]:
    """Return the person whose slot the passphrase opens, and their private half."""
    for person, _, slot in rows(path, "slots"):
        memory, passes, lanes = int.from_bytes(slot[1:5]), int.from_bytes(slot[5:7]), slot[7]
        argon = Argon2id(salt=slot[8:24], length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        key = derived(argon.derive(passphrase.encode()), "slot")
        try:
            return person, AESGCM(key).decrypt(slot[24:36], slot[36:], slot[:24] + person)
        except InvalidTag:
            continue
    raise AssertionError("no slot opens")


def keys_of(path: Path, passphrase: str) -> Iterator[bytes]:
    """Yield every key somebody can reach from their passphrase: groups, shelves, cases, and all that is derived."""
    person, private = private_half(path, passphrase)
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    for group, whose, sealed in rows(path, "members"):
        try:
            purpose = b"legalassist group key" + group + whose
            key = suite.decrypt(sealed[1:], X25519PrivateKey.from_private_bytes(private), purpose)
        except (InvalidTag, ValueError):
            continue
        assert whose == person
        yield from (key, derived(key, "headers"))
        for row in rows(path, "locks"):
            if row[1] != group or (row_of_keys := opened(key, "locks", row)) is None:
                continue
            for data in (row_of_keys[at : at + 32] for at in range(0, len(row_of_keys), 32)):
                yield data
                streams = (
                    "answers",
                    "meetings",
                    "overrides",
                    "releases",
                    "approvals",
                    "print log",
                    "pipeline",
                    "firms",
                    "audit",
                )
                for stream in (derived(data, f"stream {kind}") for kind in streams):
                    yield from (stream, derived(stream, "head"))
                yield from (derived(data, purpose) for purpose in ("people", "gone", "store", "marks"))
                yield derived(derived(data, "store"), "store head")


def what_opens(path: Path, passphrase: str, *, copy: Path | None = None) -> dict[str, list[dict[str, object]]]:
    """Return everything of a store that a passphrase opens, table by table; records as their JSON.

    With `copy`, an older copy of the file, what somebody opens with the keys that copy gives them.
    """
    keys = list(dict.fromkeys(keys_of(copy or path, passphrase)))
    numbers = {named(key, "record", n): n for key in keys for n in range(1, 60)}
    found: dict[str, list[dict[str, object]]] = {table: [] for table in TABLES}
    for table in ("groups", "people", "headers", "heads", "records", "gone", "locks", "store"):
        for row in rows(path, table):
            for key in keys:
                content = opened(key, table, row, numbers.get(row[1], 0) if table == "records" else 0)
                if content is not None:
                    said = content[1:] if table in {"records", "headers"} else content
                    keys_only = table in {"locks", "heads", "store"}
                    found[table].append({"bytes": content.hex()} if keys_only else json.loads(said))
    return found
