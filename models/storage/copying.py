"""Whole copies of a panel's file: made on this machine, carried over, read back and looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from models.errors import Refusal, Trouble
from models.storage.chain import Head, head
from models.storage.check import CheckReport, check_engine
from models.storage.engine import STILL, file_engine, inspecting
from models.storage.keys import Keys, key_file_of
from models.storage.opening import (
    OpenFile,
    candidate_keys,
    file_marks,
    file_salt,
    refuse_strange,
)
from models.storage.replacing import copy_whole, part_of, put_in_place, replace_file
from models.storage.store import Store
from models.storage.troubles import told_plainly

UNLIKE = "The copy does not read back as it was written. Nothing was replaced; try another place."


@dataclass(frozen=True)
class Copy:
    """A copy that was read back and is sound: where it lies, the chain's end in it."""

    path: Path
    head: Head | None
    report: CheckReport


def copy_store(store: Store, to: Path, prepare: Callable[[Path], None] | None = None) -> Copy:
    """Write a verified encrypted copy of a store's file; as `copy_file`."""
    return copy_file(file_of(store), to, prepare)


def copy_file(file: OpenFile, to: Path, prepare: Callable[[Path], None] | None = None) -> Copy:
    """Write a verified encrypted copy with its key file; `prepare` may work on it before it goes.

    Nothing is written unencrypted, nothing half-written stays. Trouble when the place does not
    take it, Refusal when another file lies there.
    """
    _refuse_other_file(file, to)
    with told_plainly(), inspecting(file.engine.connect()) as connection:
        before = head(connection)
    local = part_of(file.path)
    part = part_of(to)
    try:
        with told_plainly():
            raw = file.connect()
            try:
                raw.execute("VACUUM INTO ?", (str(local),))
            finally:
                raw.close()
            local.chmod(0o600)
            if prepare is not None:
                prepare(local)
        return _carried(file, local, part, to, before)
    except OSError as error:
        raise Trouble(f"The copy could not be written: {error.strerror}.") from None
    finally:
        for left in (local, part):
            left.unlink(missing_ok=True)


def verify(path: Path, keys: Keys, continues: Head | None = None) -> Copy:
    """Look a closed file over with these keys; Trouble when it does not open or is not sound.

    With `continues`, its journal must hold that operation.
    """
    if file_marks(path, keys.data, keys.file.salt) is None:
        raise Trouble(UNLIKE)
    engine = file_engine(path, keys.data, keys.file.salt, STILL)
    try:
        report = check_engine(engine, () if continues is None else (continues,))
        if not report.sound:
            raise Trouble(f"The copy is not sound. {report.problems[0]}")
        with told_plainly(), inspecting(engine.connect()) as connection:
            return Copy(path, head(connection), report)
    finally:
        engine.dispose()


def unlock_copy(
    path: Path, *, passphrase: str | None, recovery_key: str | None, who: str | None
) -> Keys:
    """The keys of a closed file that was copied or carried here; Trouble as for opening, a file
    of a newer version among it."""
    salt = file_salt(path)
    keys, candidates = candidate_keys(path, salt, passphrase, recovery_key, who)
    for data in candidates:
        marks = file_marks(path, data, salt)
        if marks is not None:
            refuse_strange(marks)
            keys.data = data
            return keys
    raise Trouble(UNLIKE)


def same_content(one: Path, other: Path) -> bool:
    """True when both files hold the same bytes."""
    with one.open("rb") as first, other.open("rb") as second:
        return file_digest(first, "sha256").digest() == file_digest(second, "sha256").digest()


def file_of(store: Store) -> OpenFile:
    """The file that a store has open; RuntimeError for a panel in memory."""
    if store.file is None:
        raise RuntimeError("a panel in memory has no file")
    return store.file


def carry_keys(source: Path, to: Path) -> None:
    """Put the source's key file beside the copy; a file may have none but its recovery key."""
    if key_file_of(source).exists():
        replace_file(key_file_of(to), key_file_of(source).read_bytes())


def _carried(file: OpenFile, local: Path, part: Path, to: Path, before: Head | None) -> Copy:
    copy_whole(local, part)
    if not same_content(local, part):
        raise Trouble(UNLIKE)
    found = verify(part, file.keys, before)
    carry_keys(file.path, to)
    put_in_place(part, to)
    return Copy(to, found.head, found.report)


def _refuse_other_file(file: OpenFile, to: Path) -> None:
    if not to.parent.is_dir():
        raise Trouble("The folder for the copy is not there. Is the drive connected?")
    if to.exists() and (to.samefile(file.path) or file_salt(to) != file.keys.file.salt):
        raise Refusal(f"{to.name} is another file. Choose another name.", "to")
