"""The recovery key: a private half as text that is printed once and kept in a safe; no passphrase, no slot.

Thirteen groups of four letters and digits (Crockford's alphabet, base32: no I, L, O, U) carry 256 bits; a fourteenth
group is a checksum, so that a mistyped one is told from a wrong one.
"""

from legalassist.errors import StoreError
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.sealing import KEY_SIZE, digest

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_LETTERS = 52
_CHECK = 4


def recovery_text(pair: KeyPair) -> str:
    """Return the text of a recovery key; it is shown once and stored nowhere."""
    letters = _letters(int.from_bytes(pair.private), _LETTERS) + _checksum(pair.private)
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def read_recovery(text: str) -> KeyPair:
    """Return the key pair that a typed recovery key stands for; StoreError where it was mistyped."""
    letters = "".join(text.upper().split()).replace("-", "").translate(_READ_AS)
    if len(letters) != _LETTERS + _CHECK or any(one not in _ALPHABET for one in letters):
        raise StoreError("this is not a whole recovery key", "it has fourteen groups of four letters and digits")
    number = 0
    for letter in letters[:_LETTERS]:
        number = number * 32 + _ALPHABET.index(letter)
    private = number.to_bytes(33)[-KEY_SIZE:]
    if number >> (8 * KEY_SIZE) or letters[_LETTERS:] != _checksum(private):
        raise StoreError(
            "the recovery key was mistyped: its checksum does not fit", "compare it with the paper, group by group"
        )
    return KeyPair.of(private)


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> (5 * at) & 31] for at in reversed(range(count)))


def _checksum(private: bytes) -> str:
    return _letters(int.from_bytes(digest(b"recovery", private)[:3]) >> 4, _CHECK)
