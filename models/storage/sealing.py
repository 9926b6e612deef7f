"""Sealing of keys: Argon2id from a passphrase, X25519 to a slot, AES-GCM round both."""

import hmac
import unicodedata
from dataclasses import asdict, dataclass
from hashlib import sha256
from secrets import token_bytes
from typing import Self

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MOST_MEMORY = 1024 * 1024
MOST_PASSES = 20
MOST_LANES = 16


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, passes, lanes (RFC 9106)."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @classmethod
    def read(cls, found: dict[str, int]) -> Self:
        """The cost written in a key file; ValueError when it is absurd."""
        cost = cls(int(found["memory"]), int(found["passes"]), int(found["lanes"]))
        sane = 1 <= cost.lanes <= MOST_LANES and 1 <= cost.passes <= MOST_PASSES
        if not sane or not 8 * cost.lanes <= cost.memory <= MOST_MEMORY:
            raise ValueError("absurd Argon2 parameters")
        return cost

    def written(self) -> dict[str, int]:
        """The cost as a key file carries it."""
        return asdict(self)


def passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 256-bit key that a passphrase makes; the same however accents were typed."""
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)


def lock_up(key: bytes, secret: bytes, context: bytes) -> str:
    """The secret sealed under a key, as hexadecimal; the context must be the same to open it."""
    nonce = token_bytes(12)
    return (nonce + AESGCM(key).encrypt(nonce, secret, context)).hex()


def unlock(key: bytes, sealed: str, context: bytes) -> bytes | None:
    """The secret that was sealed; None when key or context is another."""
    raw = bytes.fromhex(sealed)
    try:
        return AESGCM(key).decrypt(raw[:12], raw[12:], context)
    except InvalidTag:
        return None


def new_pair() -> tuple[bytes, bytes]:
    """A new private key and its public key."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_to(public: bytes, secret: bytes, context: bytes) -> str:
    """The secret sealed so that only the holder of the private key can open it."""
    ephemeral = X25519PrivateKey.generate()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    mine = ephemeral.public_key().public_bytes_raw()
    return mine.hex() + lock_up(_derived(shared, mine + public), secret, context)


def unseal(private: bytes, sealed: str, context: bytes) -> bytes | None:
    """The secret sealed to this private key; None when it was sealed to another."""
    theirs = bytes.fromhex(sealed[:64])
    own = X25519PrivateKey.from_private_bytes(private)
    shared = own.exchange(X25519PublicKey.from_public_bytes(theirs))
    key = _derived(shared, theirs + own.public_key().public_bytes_raw())
    return unlock(key, sealed[64:], context)


def stamp(key: bytes, text: str) -> str:
    """A seal over a text that only a holder of the data key can make."""
    return hmac.new(_derived(key, b"key file"), text.encode(), sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """True when both are equal, in constant time."""
    return hmac.compare_digest(one, other)


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"macedesk " + purpose).derive(secret)
