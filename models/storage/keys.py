"""The key file beside a panel's file: who can open it, each with a passphrase of their own."""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes, token_hex
from typing import Any

from models.errors import Refusal, Trouble
from models.storage import recovery
from models.storage.replacing import replace_file
from models.storage.sealing import (
    Cost,
    lock_up,
    new_pair,
    passphrase_key,
    same,
    seal_to,
    stamp,
    unlock,
    unseal,
)

FORMAT = 1
MARK = "macedesk keys"
MOST_BYTES = 1_000_000
SHORTEST = 8
WRONG = "That passphrase does not open this file."
DAMAGED = (
    "The key file beside this panel's file is damaged. Put back the one from the last backup,"
    " or open the file with the recovery key."
)
MISSING = (
    "The key file is not beside this panel's file. Put it back, or open with the recovery key."
)
NEWER = "This file was written by a newer MaceDesk. Update the program on this machine."


def key_file_of(path: Path) -> Path:
    """Where the key file of a panel's file lies."""
    return path.with_name(path.name + ".keys")


@dataclass(frozen=True)
class Slot:
    """One person's way in; `who` is a salted hash, so the file names nobody.

    The private half of its key pair is sealed under the person's passphrase, the data key is
    sealed to the public half: so the data key can change without everybody's passphrase.
    """

    who: str
    cost: Cost
    salt: str
    public: str
    private: str

    def written(self) -> dict[str, Any]:
        """The slot as the key file carries it."""
        return {**self.__dict__, "cost": self.cost.written()}


@dataclass
class KeyFile:
    """What the key file holds: the file's salt, slots, and the data key sealed to each slot.

    `boxes` has one generation of sealed data keys, two while the data key is being changed.
    """

    salt: bytes
    slots: dict[str, Slot] = field(default_factory=dict)
    boxes: list[dict[str, str]] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "KeyFile":
        """The key file at this path; Trouble when missing, damaged or from a newer program."""
        try:
            with path.open("rb") as opened:
                body = json.loads(opened.read(MOST_BYTES))
        except FileNotFoundError:
            raise Trouble(MISSING) from None
        except OSError:
            raise Trouble("The key file beside this panel's file cannot be read.") from None
        except ValueError:
            raise Trouble(DAMAGED) from None
        if isinstance(body, dict) and isinstance(body.get(MARK), int) and body[MARK] > FORMAT:
            raise Trouble(NEWER)
        try:
            return cls._parsed(body)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise Trouble(DAMAGED) from None

    @classmethod
    def _parsed(cls, body: dict[str, Any]) -> "KeyFile":
        if body[MARK] != FORMAT or body.pop("check") != _sum(body):
            raise ValueError("the sum does not match")
        slots = {
            name: Slot(**{**found, "cost": Cost.read(found["cost"])})
            for name, found in body["slots"].items()
        }
        return cls(bytes.fromhex(body["salt"]), slots, body["boxes"], body["stamps"])

    def write(self, path: Path) -> None:
        """Put the key file in place, whole or not at all."""
        body = {MARK: FORMAT, **self._body(), "boxes": self.boxes, "stamps": self.stamps}
        text = json.dumps({**body, "check": _sum(body)}, indent=1)
        replace_file(path, text.encode())

    def candidates(self, passphrase: str, who: str | None) -> tuple[str, list[bytes]]:
        """The slot that a passphrase opens, and its data keys, newest first; Trouble if none."""
        wanted = None if who is None else self._hashed(who)
        for name, slot in self.slots.items():
            if wanted not in (None, slot.who):
                continue
            key = passphrase_key(passphrase, bytes.fromhex(slot.salt), slot.cost)
            private = unlock(key, slot.private, self._context(name))
            if private is not None:
                return name, self._opened(name, private)
        raise Trouble(WRONG)

    def add(self, passphrase: str, who: str, cost: Cost) -> str:
        """A new slot, not yet sealed to; its name. Refusal for a passphrase too short to keep."""
        name = token_hex(8)
        private, public = new_pair()
        self.slots[name] = Slot(self._hashed(who), cost, "", public.hex(), "")
        self.set_private(name, private, passphrase, cost)
        return name

    def set_private(self, name: str, private: bytes, passphrase: str, cost: Cost) -> None:
        """Seal a slot's private key under a passphrase."""
        if len(passphrase) < SHORTEST:
            raise Refusal(f"Use at least {SHORTEST} characters; three words will do.", "passphrase")
        salt = token_bytes(16)
        sealed = lock_up(passphrase_key(passphrase, salt, cost), private, self._context(name))
        old = self.slots[name]
        self.slots[name] = Slot(old.who, cost, salt.hex(), old.public, sealed)

    def private(self, name: str, passphrase: str) -> bytes:
        """A slot's private key; Trouble when the passphrase is another."""
        slot = self.slots[name]
        key = passphrase_key(passphrase, bytes.fromhex(slot.salt), slot.cost)
        private = unlock(key, slot.private, self._context(name))
        if private is None:
            raise Trouble(WRONG)
        return private

    def seal(self, *keys: bytes) -> None:
        """Seal these data keys, newest first, to every slot, and stamp the whole with each."""
        self.boxes = [
            {
                name: seal_to(bytes.fromhex(slot.public), key, self._context(name))
                for name, slot in self.slots.items()
            }
            for key in keys
        ]
        self.stamps = [stamp(key, self._stamped()) for key in keys]

    def genuine(self, key: bytes) -> bool:
        """True when the slots were last written by a holder of this data key."""
        return any(same(one, stamp(key, self._stamped())) for one in self.stamps)

    def _opened(self, name: str, private: bytes) -> list[bytes]:
        context = self._context(name)
        found = [unseal(private, box[name], context) for box in self.boxes if name in box]
        keys = [key for key in found if key is not None]
        if not keys:
            raise Trouble(DAMAGED)
        return keys

    def _context(self, name: str) -> bytes:
        return self.salt + name.encode()

    def _hashed(self, who: str) -> str:
        return sha256(self.salt + who.strip().casefold().encode()).hexdigest()

    def _body(self) -> dict[str, Any]:
        slots = {name: slot.written() for name, slot in self.slots.items()}
        return {"salt": self.salt.hex(), "slots": slots}

    def _stamped(self) -> str:
        return json.dumps([self._body(), self.boxes], sort_keys=True)


@dataclass
class Keys:
    """The keys of an open file: changes who can open it, each change written at once."""

    path: Path
    data: bytes
    file: KeyFile
    slot: str | None = None

    @property
    def recovery_key(self) -> str:
        """The recovery key, to be kept away from the machine: it opens the file by itself."""
        return recovery.written(self.data)

    def add_slot(self, passphrase: str, who: str, cost: Cost | None = None) -> str:
        """Let one more person open the file; the slot's name."""
        name = self.file.add(passphrase, who, cost or Cost())
        self.save(self.data)
        return name

    def change_passphrase(self, old: str, new: str, cost: Cost | None = None) -> None:
        """Give one's own slot another passphrase; Trouble when the old one is not right."""
        if self.slot is None:
            raise Refusal("The file was opened with the recovery key: add a person instead.")
        private = self.file.private(self.slot, old)
        self.file.set_private(self.slot, private, new, cost or Cost())
        self.save(self.data)

    def remove_slot(self, name: str) -> None:
        """Shut a slot; follow it with `rekey`, for its holder has known the data key."""
        if name == self.slot or set(self.file.slots) <= {name}:
            raise Refusal("Somebody else must take this person's way in away.")
        self.file.slots.pop(name, None)
        self.save(self.data)

    def save(self, *keys: bytes) -> None:
        """Seal these data keys to every slot and write the key file."""
        self.file.seal(*keys)
        self.file.write(key_file_of(self.path))


def _sum(body: dict[str, Any]) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
