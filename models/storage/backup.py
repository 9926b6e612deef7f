"""Backups: verified copies in a folder named at set-up, and how old the last one is."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from models.storage.copying import Copy, copy_store, file_of
from models.storage.facts import BACKUP
from models.storage.store import Store


def backup(store: Store, to: Path) -> Copy:
    """A verified encrypted backup with its key file: in this folder under a dated name, or at
    this very path; a network share will do. Trouble when it could not be made or read back."""
    at = store.clock.now()
    made = copy_store(store, to / backup_name(file_of(store).path, at) if to.is_dir() else to)
    store.note_fact(BACKUP, at.isoformat())
    return made


def backup_name(path: Path, at: datetime) -> str:
    """The name of a backup made at this time, so that names sort by age."""
    return f"{path.stem} {at:%Y-%m-%d %H%M%S}{path.suffix}"


def backed_up_at(store: Store) -> datetime | None:
    """When the last verified backup was made; None if never."""
    known = store.fact(BACKUP)
    return datetime.fromisoformat(known) if known else None


def backup_age(store: Store) -> timedelta | None:
    """How long ago the last verified backup was made; None if never."""
    at = backed_up_at(store)
    return None if at is None else store.clock.now() - at


def is_due(last: datetime | None, now: datetime) -> bool:
    """True when no backup was made today: one goes daily, and one at every close."""
    return last is None or last.date() != now.date()


def copies_in(folder: Path, path: Path) -> tuple[str, ...]:
    """The names of this file's backups that lie in a folder, the oldest first."""
    if not folder.is_dir():
        return ()
    found = (one.name for one in folder.glob(f"*{path.suffix}") if one.is_file())
    dated = re.compile(re.escape(path.stem) + r" \d{4}-\d\d-\d\d \d{6}" + re.escape(path.suffix))
    return tuple(sorted(name for name in found if dated.fullmatch(name)))
