"""Key pairs of people: what is sealed to a public half opens with the private half alone.

HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, as `cryptography` implements it. The
purpose goes into HPKE's ``info``, so a key sealed for one group does not open as the key of another.
"""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from legalassist.stores.sealing import FORMAT, KEY_SIZE, Randomness, SealBroken

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A private half (32 bytes, never shown) and its public half (32 bytes)."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def of(cls, private: bytes) -> "KeyPair":
        """Return the pair of a private half."""
        public = X25519PrivateKey.from_private_bytes(private).public_key()
        return cls(private, public.public_bytes(Encoding.Raw, PublicFormat.Raw))

    @classmethod
    def make(cls, randomness: Randomness) -> "KeyPair":
        """Return a new pair."""
        return cls.of(randomness(KEY_SIZE))


def seal_to(public: bytes, content: bytes, purpose: bytes) -> bytes:
    """Return content sealed to a public half for one purpose; HPKE draws its one-time key from the system itself."""
    return bytes([FORMAT]) + _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public), purpose)


def unseal_with(pair: KeyPair, sealed: bytes, purpose: bytes) -> bytes:
    """Return what was sealed to a pair for this purpose; raises SealBroken otherwise."""
    if not sealed or sealed[0] != FORMAT:
        raise SealBroken("not sealed in this format")
    try:
        return _SUITE.decrypt(sealed[1:], X25519PrivateKey.from_private_bytes(pair.private), purpose)
    except (InvalidTag, ValueError):
        raise SealBroken("not sealed to this key for this purpose") from None
