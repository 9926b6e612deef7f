"""Care of the panel's file: backups, checks, handing over, passphrases and the recovery key."""

from datetime import datetime, timedelta
from pathlib import Path

from models.entities import User
from models.errors import Refusal, Trouble
from models.rules import access
from models.services.signed_in import Service
from models.storage import backup, handover
from models.storage.check import check
from models.storage.keys import Keys
from models.storage.opening import OpenFile
from models.storage.sealing import Cost

IN_MEMORY = "This panel is in memory, for rehearsal: it has no file."


class CareService(Service):
    """What a person does for the file as a whole."""

    @property
    def path(self) -> Path | None:
        """Where the panel's file lies; None in memory."""
        return self._store.file.path if self._store.file is not None else None

    @property
    def backed_up_at(self) -> datetime | None:
        """When the last verified backup was made; None if never."""
        return None if self._store.file is None else backup.backed_up_at(self._store)

    def backups_in(self, folder: Path | None) -> tuple[str, ...]:
        """The names of this file's backups in a folder, the oldest first."""
        path = self.path
        return () if path is None or folder is None else backup.copies_in(folder, path)

    @property
    def backup_age(self) -> timedelta | None:
        """How long ago the last verified backup was made; None if never."""
        return None if self._store.file is None else backup.backup_age(self._store)

    @property
    def backup_is_due(self) -> bool:
        """True when the file has not been backed up today."""
        if self._store.file is None:
            return False
        return backup.is_due(backup.backed_up_at(self._store), self._now)

    @property
    def handed_over(self) -> bool:
        """True when the file was handed over and may only be read."""
        return self._store.file is not None and self._store.handed_over

    @property
    def recovered(self) -> bool:
        """True when the recovery key opened the file, so that no passphrase is known to be good."""
        return self._store.file is not None and self._store.file.keys.slot is None

    @property
    def brought_up(self) -> str | None:
        """What a person is told where opening the file brought it up to this version."""
        return self._store.brought_up.words if self._store.brought_up else None

    def may(self, operation: str) -> bool:
        """Whether the role of whoever is signed in allows it."""
        return access.may(self._person.role, operation)

    def back_up(self, folder: Path) -> str:
        """A verified encrypted backup in this folder, read back; gives its file name."""
        self._check("take_backup")
        return self._back_up(folder)

    def back_up_by_itself(self, folder: Path) -> str:
        """The backup that goes daily and at every close, whoever is signed in."""
        return self._back_up(folder)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, as plain sentences that name no one; none is sound."""
        self._check("check_file")
        return check(self._store).problems

    def hand_over(self, to: Path) -> str:
        """An encrypted copy that may be written to, and this file read only until it returns.

        Gives the copy's file name.
        """
        self._check("hand_over")
        self._file()
        return handover.hand_over(self._store, to).path.name

    def recovery_key(self, passphrase: str) -> str:
        """The recovery key, for whoever types their own passphrase once more."""
        self._check("change_keys")
        keys = self._keys()
        if keys.slot is not None:
            _same_person(keys, passphrase)
        return keys.recovery_key

    def new_recovery_key(self) -> str:
        """The recovery key of a file that was made just now, before anybody uses it."""
        self._check("change_keys")
        return self._keys().recovery_key

    def change_passphrase(self, old: str, new: str, cost: Cost | None = None) -> None:
        """Another passphrase for oneself; after the recovery key there is no old one to give."""
        keys = self._keys()
        if keys.slot is not None:
            _same_person(keys, old)
            keys.change_passphrase(old, new, cost)
            return
        self._check("change_keys")
        slot = keys.add_slot(new, self._person.name, cost)
        before = self._own_slot(slot)
        keys.slot = slot
        if before is not None and before in keys.file.slots:
            keys.remove_slot(before)

    def _own_slot(self, slot: str) -> str | None:
        """Write down the new way in of whoever is signed in; gives the one before."""
        with self._store.work("new_way_in", "Give a new passphrase") as session:
            user = session.get(User, self._person.user_id) if self._person.user_id else None
            if user is None:
                raise Refusal("Nobody is signed in whose passphrase could be set.")
            before, user.slot = user.slot, slot
            return before

    def _back_up(self, folder: Path) -> str:
        self._file()
        if not folder.is_dir():
            raise Trouble("The folder for backups is not there. Is the drive connected?")
        return backup.backup(self._store, folder).path.name

    def _file(self) -> OpenFile:
        if self._store.file is None:
            raise Refusal(IN_MEMORY)
        return self._store.file

    def _keys(self) -> Keys:
        return self._file().keys


def _same_person(keys: Keys, passphrase: str) -> None:
    """Refusal beside the field where the passphrase is not that of who is signed in."""
    try:
        keys.file.private(keys.slot or "", passphrase)
    except Trouble:
        raise Refusal("That is not your present passphrase.", "old") from None
