"""Seal one row: AES-256-GCM, bound to its place, padded so that its length tells little.

A sealed row is ``format version (1 byte) | nonce (12) | ciphertext and tag``. The plaintext is a length (4 bytes), the
content, and zeros up to the next step. The associated data is the row's identity, so a ciphertext that is moved to
another row, stream, table or store format does not open.

Nonces are random, 96 bits. The key that seals most is the store head's, once per save: at a thousand saves a day,
2**32 seals (NIST SP 800-38D, 8.3) take eleven thousand years. A counter would need to survive restored backups.
"""

import hashlib
import struct
from collections.abc import Callable
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
KEY_SIZE = 32
ID_SIZE = 16
NONCE_SIZE = 12
OVERHEAD = 1 + NONCE_SIZE + 16
"""Bytes a sealed row is longer than its padded plaintext: version, nonce, tag."""

_STEPS = (64, 256, 1024, 4096)
_LENGTH = struct.Struct(">I")

Randomness = Callable[[int], bytes]
"""Gives that many bytes nobody can guess; a door passes the operating system's, nothing else makes any."""


class SealBroken(Exception):  # noqa: N818 -- named for what happened to the row, like a seal on a letter
    """A row did not open: another key, another place, or changed bytes. Who knows the row makes a StoreError of it."""


class Identity(NamedTuple):
    """The place a row is bound to: its table, whose it is, which one, and its number in a stream (0 outside)."""

    table: str
    owner: bytes
    row: bytes
    number: int = 0

    @property
    def bound(self) -> bytes:
        """The associated data: every part has a fixed length or stands last, so no two places look alike."""
        return b"%c%b%b%b%b" % (FORMAT, self.owner, self.row, self.number.to_bytes(8), self.table.encode())


def padded_length(size: int) -> int:
    """Return the plaintext length, in bytes, that content of this size gets: 64, 256, 1 k, 4 k, then steps of 4 k."""
    needed = size + _LENGTH.size
    return next((step for step in _STEPS if needed <= step), -(-needed // 4096) * 4096)


def pad(content: bytes, length: int | None = None) -> bytes:
    """Return content with its length before it and zeros after it, up to its step or the given length."""
    return (_LENGTH.pack(len(content)) + content).ljust(length or padded_length(len(content)), b"\0")


def unpad(padded: bytes) -> bytes:
    """Return the content of a padded plaintext; SealBroken where its length cannot be right."""
    end = _LENGTH.size + int.from_bytes(padded[: _LENGTH.size])
    if end > len(padded):
        raise SealBroken("the padding is not ours")
    return padded[_LENGTH.size : end]


def seal(key: bytes, content: bytes, identity: Identity, randomness: Randomness) -> bytes:
    """Return the sealed row for a content at its place."""
    nonce = randomness(NONCE_SIZE)
    return bytes([FORMAT]) + nonce + AESGCM(key).encrypt(nonce, pad(content), identity.bound)


def unseal(key: bytes, sealed: bytes, identity: Identity) -> bytes:
    """Return the content of a sealed row; raises SealBroken unless key, place and every byte are right."""
    return unsealer(key)(sealed, identity)


def unsealer(key: bytes) -> Callable[[bytes, Identity], bytes]:
    """Return `unseal` for one key: the cipher is made once, which counts where ten thousand rows are opened."""
    decrypt = AESGCM(key).decrypt

    def opened(sealed: bytes, identity: Identity) -> bytes:
        if len(sealed) < OVERHEAD + _LENGTH.size or sealed[0] != FORMAT:
            raise SealBroken("not a sealed row of this format")
        try:
            return unpad(decrypt(sealed[1 : 1 + NONCE_SIZE], sealed[1 + NONCE_SIZE :], identity.bound))
        except InvalidTag:
            raise SealBroken("the seal does not match") from None

    return opened


def derive(key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose, from a uniformly random key: keyed BLAKE2b as a PRF (RFC 7693 2.9)."""
    return hashlib.blake2b(purpose.encode(), digest_size=KEY_SIZE, key=key, person=b"key").digest()


def name_of(key: bytes, purpose: str, number: int = 0) -> bytes:
    """Return a 16-byte id that only the key's holders can compute, and that tells others nothing: keyed BLAKE2b."""
    return hashlib.blake2b(f"{purpose} {number}".encode(), digest_size=ID_SIZE, key=key, person=b"name").digest()


def digest(*parts: bytes) -> bytes:
    """Return the SHA-256 of the parts, one after the other."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part)
    return total.digest()
