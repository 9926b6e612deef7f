"""The lock beside a panel's file: held by the operating system, it names the machine it is on."""

import os
import platform
import sys
from pathlib import Path
from types import TracebackType

from models.errors import Trouble

MOST_BYTES = 300

if sys.platform == "win32":
    import msvcrt

    PLACES = range(1 << 20, (1 << 20) + 64)

    def _locked(descriptor: int, at: int, count: int) -> bool:
        os.lseek(descriptor, at, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

    def _only_one(descriptor: int) -> bool:
        """True when nobody held the lock; then it is held alone until `_share`."""
        return _locked(descriptor, PLACES.start, len(PLACES))

    def _share(descriptor: int, alone: bool) -> bool:
        if alone:
            os.lseek(descriptor, PLACES.start, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, len(PLACES))
        return any(_locked(descriptor, at, 1) for at in PLACES)

else:
    import fcntl

    def _flock(descriptor: int, how: int) -> bool:
        try:
            fcntl.flock(descriptor, how | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _only_one(descriptor: int) -> bool:
        """True when nobody held the lock; then it is held alone until `_share`."""
        return _flock(descriptor, fcntl.LOCK_EX)

    def _share(descriptor: int, alone: bool) -> bool:
        return _flock(descriptor, fcntl.LOCK_SH)


class Lock:
    """This machine's hold on a panel's file until released; Trouble if another machine has it.

    Windows of one machine share it, and a killed program lets go. `first` says whether no other
    window had the file open.
    """

    def __init__(self, path: Path, host: str | None = None) -> None:
        self.path = path.with_name(path.name + ".lock")
        self.first = False
        self.host = host or platform.node() or "this machine"
        try:
            self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            raise Trouble("The folder of this panel's file cannot be written to.") from None
        try:
            self._take()
        except Trouble:
            os.close(self._descriptor)
            raise

    @property
    def held(self) -> bool:
        """Whether it has not been let go of."""
        return self._descriptor >= 0

    def alone(self) -> bool:
        """True when no other window has the file open; it is then held alone until `share`."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            self._descriptor = os.open(self.path, os.O_RDWR)
        return _only_one(self._descriptor)

    def share(self, alone: bool = True) -> None:
        """Let other windows of this machine in again."""
        _share(self._descriptor, alone)

    def release(self) -> None:
        """Let go of the file; the lock file stays and means nothing."""
        if self.held:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> "Lock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _take(self) -> None:
        self.first = alone = _only_one(self._descriptor)
        if alone:
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, self.host.encode()[:MOST_BYTES])
        else:
            self._same_machine()
        if not _share(self._descriptor, alone):
            raise Trouble("This panel's file is just being opened or closed. Try again.")

    def _same_machine(self) -> None:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        holder = os.read(self._descriptor, MOST_BYTES).decode(errors="replace")
        if holder != self.host:
            raise Trouble(
                f"This panel's file is open on another machine ({holder}). Close it there first,"
                " or have it handed over."
            )
