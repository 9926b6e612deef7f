"""Making and opening a panel's file: every reason not to is found before anything is touched."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import DeclarativeBase

from models.errors import Damage, Trouble
from models.storage import recovery
from models.storage.engine import STILL, DriverError, connect, file_engine, make_tables
from models.storage.keys import NEWER, KeyFile, Keys, key_file_of
from models.storage.lock import Lock
from models.storage.place import refuse_shared_place
from models.storage.replacing import clear_parts, part_of, put_in_place
from models.storage.schema import APPLICATION, SCHEMA
from models.storage.sealing import Cost
from models.storage.staying import stay
from models.storage.troubles import told_plainly

PAGE = 4096
PLAIN = b"SQLite format 3\0"
FOREIGN = "This is not a MaceDesk file."
DAMAGED = "This panel's file is damaged, or is not a MaceDesk file. Restore the last backup."
OTHER_PAIR = "The key file lies beside another panel's file: these two do not belong together."
ALTERED = "The key file was altered by another program. Put back the one from the last backup."


@dataclass
class OpenFile:
    """An encrypted file held open: where it is, its keys, its lock, its engine, its version."""

    path: Path
    engine: Engine
    keys: Keys
    lock: Lock
    version: int = SCHEMA

    def connect(self) -> Any:
        """One more driver connection to the file, the caller's own to close."""
        return connect(self.path, self.keys.data, self.keys.file.salt)

    def close(self) -> None:
        """Let go of the file; its log goes only where no other window has it open."""
        if self.lock.held:
            with suppress(DriverError):
                self._leave_log(self.lock.alone())
        self.engine.dispose()
        self.lock.release()

    def _leave_log(self, last: bool) -> None:
        """Have all that is kept in the file itself where this is the last window."""
        connection = self.connect()
        if last:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
        else:
            stay(connection)


def make_file(
    path: Path, passphrase: str, who: str, cost: Cost, base: type[DeclarativeBase]
) -> OpenFile:
    """A new empty panel's file with one slot; Trouble when it cannot or must not lie there."""
    refuse_shared_place(path)
    _refuse_occupied(path)
    keys = Keys(path, token_bytes(32), KeyFile(token_bytes(16)))
    keys.slot = keys.file.add(passphrase, who, cost)
    part = part_of(path)
    with told_plainly():
        raw = connect(part, keys.data, keys.file.salt, mode="rwc")
        try:
            part.chmod(0o600)
            make_tables(raw, base)
        finally:
            raw.close()
    keys.save(keys.data)
    put_in_place(part, path)
    return OpenFile(path, file_engine(path, keys.data, keys.file.salt), keys, Lock(path))


def open_file(
    path: Path, *, passphrase: str | None, recovery_key: str | None, who: str | None
) -> OpenFile:
    """The panel's file, unlocked by a passphrase or the recovery key.

    Raises Trouble for a missing, foreign, damaged, newer, read-only or shared file, one open on
    another machine, a key file that is missing, damaged or another's, and a wrong passphrase.
    """
    refuse_shared_place(path)
    salt = file_salt(path)
    _refuse_read_only(path)
    keys, candidates = candidate_keys(path, salt, passphrase, recovery_key, who)
    lock = Lock(path)
    try:
        version = _unlock(keys, candidates, recovered=recovery_key is not None)
        if len(keys.file.boxes) > 1:
            keys.save(keys.data)
        if lock.first:
            clear_parts(path)
    except Trouble:
        lock.release()
        raise
    opened = OpenFile(path, file_engine(path, keys.data, salt), keys, lock, version)
    if not lock.first:
        stay(opened.connect())
    return opened


def file_salt(path: Path) -> bytes:
    """The salt at the head of an encrypted file; Trouble when this cannot be one."""
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            start = opened.read(16)
    except FileNotFoundError:
        raise Trouble(f"There is no file {path.name} in that folder.") from None
    except OSError:
        raise Trouble("This file cannot be read. Check its permissions.") from None
    if start == PLAIN:
        raise Trouble(FOREIGN)
    if size < PAGE or size % PAGE:
        raise Damage(DAMAGED)
    return start


def candidate_keys(
    path: Path, salt: bytes, passphrase: str | None, recovery_key: str | None, who: str | None
) -> tuple[Keys, list[bytes]]:
    """The keys that a passphrase or the recovery key stands for, newest data key first."""
    if recovery_key is not None:
        return _by_recovery_key(path, salt, recovery_key)
    return _by_passphrase(path, salt, passphrase or "", who)


def _refuse_occupied(path: Path) -> None:
    if not path.parent.is_dir():
        raise Trouble("The folder chosen for the panel's file is not there.")
    if not os.access(path.parent, os.W_OK):
        raise Trouble("The folder chosen for the panel's file may not be written to.")
    for taken in (path, key_file_of(path)):
        if taken.exists():
            raise Trouble(f"There is already a file {taken.name}. Choose another name.")


def _refuse_read_only(path: Path) -> None:
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise Trouble("This file, or its folder, is read only. Check its permissions.")


def _by_recovery_key(path: Path, salt: bytes, text: str) -> tuple[Keys, list[bytes]]:
    """The key file is not needed; one that this key did not write is not trusted."""
    data = recovery.read(text)
    try:
        file = KeyFile.read(key_file_of(path))
    except Trouble:
        file = KeyFile(salt)
    if file.salt != salt or not file.genuine(data):
        file = KeyFile(salt)
    return Keys(path, data, file), [data]


def _by_passphrase(
    path: Path, salt: bytes, passphrase: str, who: str | None
) -> tuple[Keys, list[bytes]]:
    file = KeyFile.read(key_file_of(path))
    if file.salt != salt:
        raise Trouble(OTHER_PAIR)
    slot, candidates = file.candidates(passphrase, who)
    return Keys(path, candidates[0], file, slot), candidates


def _unlock(keys: Keys, candidates: list[bytes], *, recovered: bool) -> int:
    """Find the data key that the file answers to and look at what the file says of itself; its
    version."""
    for data in candidates:
        marks = file_marks(keys.path, data, keys.file.salt)
        if marks is not None:
            break
    else:
        raise (
            Trouble("This is not the recovery key of this file.") if recovered else Damage(DAMAGED)
        )
    refuse_strange(marks)
    if not recovered and not keys.file.genuine(data):
        raise Damage(ALTERED)
    keys.data = data
    return marks[1]


def refuse_strange(marks: tuple[int, int]) -> None:
    """Raise Trouble for another program's file, or one of a version that is not known here."""
    if marks[0] != APPLICATION:
        raise Trouble(FOREIGN)
    if marks[1] > SCHEMA:
        raise Trouble(NEWER)


def file_marks(path: Path, key: bytes, salt: bytes) -> tuple[int, int] | None:
    """The file's application and schema numbers, read without touching it; None for a wrong key."""
    still = not path.with_name(path.name + "-wal").exists()
    try:
        raw = connect(path, key, salt, mode=STILL if still else "ro")
    except DriverError:
        return None
    try:
        application = raw.execute("PRAGMA application_id").fetchone()[0]
        return int(application), int(raw.execute("PRAGMA user_version").fetchone()[0])
    except DriverError as error:
        if "not a database" in str(error):
            return None
        raise Damage(DAMAGED) from None
    finally:
        raw.close()
