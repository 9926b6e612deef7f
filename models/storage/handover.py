"""Handing the panel's file over to another machine: only one of the two can be written to."""

from pathlib import Path
from uuid import uuid4

from models.errors import Refusal, Trouble
from models.storage.copying import Copy, copy_store, file_of
from models.storage.facts import EPOCH
from models.storage.store import Store
from models.storage.units import HANDED_OVER, READ_ONLY


def hand_over(store: Store, to: Path) -> Copy:
    """Write an encrypted copy that can be written to and leave this file read only until
    `return_copy` brings it back. If the copy cannot be made, this file stays as it was."""
    if store.handed_over:
        raise Refusal(READ_ONLY)
    store.mark(HANDED_OVER, "Hand over")
    try:
        return copy_store(store, to, lambda local: _take_over(store, local))
    except (Trouble, Refusal):
        store.mark("keep_here", "Keep the file here")
        raise


def _take_over(store: Store, local: Path) -> None:
    """Begin a new epoch in the copy, so that it may be written to where it goes."""
    copy = Store.on_copy(local, file_of(store).keys, store.clock, store.base)
    copy.actor = store.actor
    try:
        copy.mark("take_over", "Take over")
        copy.note_fact(EPOCH, uuid4().hex)
    finally:
        copy.close()
