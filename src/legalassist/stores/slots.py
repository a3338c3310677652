"""A slot: the private half of a person's key pair, sealed by a passphrase through Argon2id (RFC 9106).

In clear are the costs and the salt, which opening needs first. Both are bound into the seal: a slot whose costs were
lowered does not open. All slots made at one time share salt and cost, so that unlocking computes Argon2id once and then
tries each person's slot; a person need not say who they are, and no name has to stand in the clear. It lets a thief try
one guess against all people at once, which takes log2(people) bits off a passphrase of seventy or more.
"""

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from legalassist.errors import StoreError
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.passphrases import same_spelling
from legalassist.stores.sealing import FORMAT, ID_SIZE, KEY_SIZE, NONCE_SIZE, Randomness, SealBroken, derive

_SLOT = struct.Struct(">BIHB16s")
_SANE = (1 << 22, 1000, 64)
"""No slot asks for more than 4 GiB, a thousand passes, 64 lanes: a flipped bit must not freeze the machine."""


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What one guess of a passphrase costs: memory in KiB, passes over it, lanes that may run side by side."""

    memory: int = 256 * 1024
    passes: int = 1
    lanes: int = 4

    @property
    def enough(self) -> bool:
        """Whether a store may be set up with it: at least 256 MiB. Tests use less, and have to say so."""
        return self.memory >= Cost().memory


CHEAP = Cost(memory=64, passes=1, lanes=1)
"""For tests only: milliseconds. `create` refuses it unless it is told ``cheap=True``, which no door does."""


def tuned(seconds: Callable[[Cost], float], wanted: float = 0.5) -> Cost:
    """Return the cost at which one guess takes at least so many seconds here; `seconds` (a door's) measures one."""
    cost = Cost()
    while (taken := seconds(cost)) < wanted and cost.passes < _SANE[1]:
        more = max(cost.passes + 1, min(cost.passes * 4, round(cost.passes * wanted / max(taken, 0.001))))
        cost = Cost(cost.memory, more, cost.lanes)
    return cost


@dataclass(frozen=True, slots=True)
class Stretch:
    """How a passphrase becomes a key: the cost, and the salt of the slots made at that time."""

    cost: Cost
    salt: bytes

    def key(self, passphrase: str) -> bytes:
        """Return the key Argon2id makes of a passphrase; slow on purpose."""
        cost = self.cost
        argon = Argon2id(
            salt=self.salt, length=KEY_SIZE, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
        )
        return derive(argon.derive(same_spelling(passphrase).encode()), "slot")


@dataclass(frozen=True, slots=True)
class Slot:
    """One person's sealed private half with what opening it takes."""

    person: bytes
    how: Stretch
    sealed: bytes

    @property
    def head(self) -> bytes:
        """The clear part: version, cost, salt."""
        cost = self.how.cost
        return _SLOT.pack(FORMAT, cost.memory, cost.passes, cost.lanes, self.how.salt)

    @property
    def written(self) -> bytes:
        """The whole slot as bytes."""
        return self.head + self.sealed

    @classmethod
    def read(cls, person: bytes, written: bytes) -> "Slot":
        """Read a slot; StoreError where its head makes no sense."""
        if len(written) != _SLOT.size + NONCE_SIZE + KEY_SIZE + 16:
            raise _damaged_slot()
        version, memory, passes, lanes, salt = _SLOT.unpack_from(written)
        sane = 8 * lanes <= memory <= _SANE[0] and 0 < passes <= _SANE[1] and 0 < lanes <= _SANE[2]
        if version != FORMAT or not sane:
            raise _damaged_slot()
        return cls(person, Stretch(Cost(memory, passes, lanes), salt), written[_SLOT.size :])


def _damaged_slot() -> StoreError:
    return StoreError("the place that holds a person's key is damaged", "use the recovery key, or restore a backup")


def make_slot(person: bytes, pair: KeyPair, passphrase: str, how: Stretch, randomness: Randomness) -> Slot:
    """Return a slot that opens with the passphrase."""
    empty = Slot(person, how, b"")
    nonce = randomness(NONCE_SIZE)
    box = AESGCM(how.key(passphrase)).encrypt(nonce, pair.private, empty.head + person)
    return Slot(person, how, nonce + box)


def open_slot(slots: Iterable[Slot], passphrase: str) -> tuple[bytes, KeyPair]:
    """Return whose slot opens with the passphrase, and their pair; SealBroken where none does."""
    keys: dict[Stretch, bytes] = {}
    for slot in slots:
        if slot.how not in keys:
            keys[slot.how] = slot.how.key(passphrase)
        nonce, box = slot.sealed[:NONCE_SIZE], slot.sealed[NONCE_SIZE:]
        try:
            return slot.person, KeyPair.of(AESGCM(keys[slot.how]).decrypt(nonce, box, slot.head + slot.person))
        except InvalidTag:
            continue
    raise SealBroken("no slot opens")


def new_stretch(cost: Cost, randomness: Randomness) -> Stretch:
    """Return a cost with a new salt, for the slots made from now on."""
    return Stretch(cost, randomness(ID_SIZE))
