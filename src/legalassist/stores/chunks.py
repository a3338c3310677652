"""Long content in sealed chunks: exhibits, built documents, backups, exports. Never more than one chunk in memory.

Every chunk is 64 KiB of plaintext, filled up with zeros; its number, and whether it is the last, are bound into its
seal (as in STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, Crypto 2015). So chunks cannot be swapped, dropped or added,
and a file that was cut off at a chunk's end is not mistaken for a whole one. Each content has a key of its own.
"""

import struct
from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from legalassist.stores.sealing import FORMAT, NONCE_SIZE, OVERHEAD, Randomness, SealBroken, pad, unpad

CHUNK = 64 * 1024
CAPACITY = CHUNK - 4
SEALED = CHUNK + OVERHEAD
"""Bytes of a sealed chunk; all have the same."""


def _bound(place: bytes, number: int, *, last: bool) -> bytes:
    return struct.pack(">BQ?", FORMAT, number, last) + place


def cut(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield content in blocks of one chunk's capacity, and whether each is the last; nothing is one empty block."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > CAPACITY:  # not ">=": a block is let go only once something follows it
            yield bytes(waiting[:CAPACITY]), False
            del waiting[:CAPACITY]
    yield bytes(waiting), True


def seal_chunks(key: bytes, pieces: Iterable[bytes], place: bytes, randomness: Randomness) -> Iterator[bytes]:
    """Yield the sealed chunks of a content, bound to a place."""
    cipher = AESGCM(key)
    for number, (block, last) in enumerate(cut(pieces)):
        nonce = randomness(NONCE_SIZE)
        bound = _bound(place, number, last=last)
        yield bytes([FORMAT]) + nonce + cipher.encrypt(nonce, pad(block, CHUNK), bound)


def unseal_chunks(key: bytes, chunks: Iterable[bytes], place: bytes) -> Iterator[bytes]:
    """Yield the blocks of a content; SealBroken where a chunk is damaged, missing, moved, or the last is not there."""
    cipher = AESGCM(key)
    before: bytes | None = None
    number = -1
    for number, chunk in enumerate(chunks):
        if before is not None:
            yield _unseal(cipher, before, _bound(place, number - 1, last=False))
        before = chunk
    if before is None:
        raise SealBroken("there is no chunk")
    yield _unseal(cipher, before, _bound(place, number, last=True))


def _unseal(cipher: AESGCM, chunk: bytes, bound: bytes) -> bytes:
    if len(chunk) != SEALED or chunk[0] != FORMAT:
        raise SealBroken("not a chunk of ours")
    try:
        return unpad(cipher.decrypt(chunk[1 : 1 + NONCE_SIZE], chunk[1 + NONCE_SIZE :], bound))
    except InvalidTag:
        raise SealBroken("a chunk does not open") from None
