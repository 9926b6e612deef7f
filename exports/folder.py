"""Many files put into a folder together: all of them, or none and the folder as it was."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from models.errors import Trouble


class Batch:
    """Files that stand ready under names of no meaning until `keep` gives them their own."""

    def __init__(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._mark = secrets.token_hex(8)
        self._files = dict(files)
        self._ready: dict[str, Path] = {}
        self._aside: dict[Path, Path] = {}
        self._kept: list[Path] = []

    def __enter__(self) -> "Batch":
        try:
            for number, (name, blob) in enumerate(self._files.items()):
                beside = self._folder / f".{self._mark}-{number}.part"
                self._ready[name] = beside
                _write(blob, beside)
        except OSError as error:
            self._clear()
            raise _trouble(error) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def keep(self, gone: tuple[str, ...] = ()) -> None:
        """Every file under its own name; those `gone` are taken away with what is overwritten."""
        try:
            for number, name in enumerate((*self._files, *gone)):
                self._put_aside(self._folder / name, number)
            for name, beside in list(self._ready.items()):
                to = self._folder / name
                to.parent.mkdir(parents=True, exist_ok=True)
                beside.rename(to)
                self._kept.append(to)
        except OSError as error:
            self._put_back()
            raise _trouble(error) from error
        for old in self._aside.values():
            old.unlink(missing_ok=True)
        self._aside.clear()

    def _put_aside(self, path: Path, number: int) -> None:
        if path.exists():
            aside = self._folder / f".{self._mark}-{number}.old"
            path.rename(aside)
            self._aside[path] = aside

    def _put_back(self) -> None:
        for path in self._kept:
            path.unlink(missing_ok=True)
        for path, aside in self._aside.items():
            aside.replace(path)
        self._aside.clear()

    def _clear(self) -> None:
        for beside in self._ready.values():
            beside.unlink(missing_ok=True)


def _write(blob: bytes, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(blob)
        file.flush()
        os.fsync(file.fileno())


def _trouble(error: OSError) -> Trouble:
    return Trouble(f"The documents could not be written: {error.strerror}. Nothing was changed.")
