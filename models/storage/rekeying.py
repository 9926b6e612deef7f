"""A new data key for the file, for when somebody leaves who could open it."""

from secrets import token_bytes

from models.errors import Refusal, Trouble
from models.storage.copying import file_of
from models.storage.engine import connect, file_engine
from models.storage.opening import OpenFile, file_marks
from models.storage.store import Store
from models.storage.troubles import told_plainly


def rekey(store: Store) -> str:
    """Encrypt the file anew under a fresh key; the new recovery key.

    Slots keep their passphrases. Until the file has changed, the key file carries both keys, so
    a power cut at any moment leaves a file that opens. Older backups keep the old key. Refusal
    when another window has the file open.
    """
    file = file_of(store)
    if not file.lock.alone():
        file.lock.share(alone=False)
        raise Refusal("Close the other windows of this panel first.")
    try:
        with store.resting():
            _rekey(file)
    finally:
        file.lock.share()
    return file.keys.recovery_key


def _rekey(file: OpenFile) -> None:
    old, new, salt = file.keys.data, token_bytes(32), file.keys.file.salt
    file.keys.save(new, old)
    with told_plainly():
        raw = connect(file.path, old, salt)
        try:
            raw.execute(f"PRAGMA rekey=\"x'{new.hex()}{salt.hex()}'\"")
        finally:
            raw.close()
    current = new if file_marks(file.path, new, salt) else old
    file.keys.data = current
    file.keys.save(current)
    file.engine = file_engine(file.path, current, salt)
    if current is old:
        raise Trouble("The key of this panel's file could not be changed. Nothing was lost.")
