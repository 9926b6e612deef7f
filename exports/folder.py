"""Many files put into a folder together: all of them, or none and the folder as it was."""

import errno
import json
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from models.errors import Trouble

REST = re.compile(r"\.([0-9a-f]{16})-\d+\.(part|old)")
PLAN = re.compile(r"\.([0-9a-f]{16})\.plan")
ABREAST = 8
"""How many files are written at a time."""
UNCHANGED = "Nothing was changed."


class Batch:
    """Files that stand ready under names of no meaning until `keep` gives them their own.

    A plan of what moves lies beside them meanwhile: where the program was ended in the middle, the
    next batch in this folder puts everything back as it was. Files that all belong into a folder
    of the very name of this one lie in it, and in no other inside it.
    """

    def __init__(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._mark = secrets.token_hex(8)
        self._above = already_in(folder, files)
        self._files = {name[len(self._above) :]: blob for name, blob in files.items()}
        self._made: set[Path] = set()
        self.found_broken = False
        """Whether an earlier issue was broken off in this folder, and was put back now."""

    def __enter__(self) -> "Batch":
        self._made = {one for one in (self._folder, *self._folder.parents) if not one.exists()}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.found_broken = tidy(self._folder)
            _write_all(
                (self._beside(number, "part"), blob)
                for number, blob in enumerate(self._files.values())
            )
        except OSError as error:
            self._clear()
            raise _not_ready(error, self._folder) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def keep(self, gone: tuple[str, ...] = ()) -> None:
        """Every file under its own name; those `gone` are taken away with what is overwritten."""
        names = (*self._files, *(one.removeprefix(self._above) for one in gone))
        _check_ways(self._folder, names)
        plan = self._folder / f".{self._mark}.plan"
        at, missing = "", _missing(self._folder, self._files)
        try:
            _write(json.dumps({"names": names, "files": len(self._files)}).encode(), plan)
            for number, name in enumerate(names):
                at = name
                self._put_aside(self._folder / name, number)
            for number, name in enumerate(self._files):
                at = name
                to = self._folder / name
                to.parent.mkdir(parents=True, exist_ok=True)
                self._beside(number, "part").rename(to)
            plan.unlink()
        except OSError as error:
            if not _put_back(self._folder, self._mark):
                raise Trouble(LEFT_OVER) from error
            _remove_empty(missing)
            raise _trouble(error, self._folder, at) from error

    def _put_aside(self, path: Path, number: int) -> None:
        if path.exists():
            path.rename(self._beside(number, "old"))

    def _beside(self, number: int, ending: str) -> Path:
        return self._folder / f".{self._mark}-{number}.{ending}"

    def _clear(self) -> None:
        if not (self._folder / f".{self._mark}.plan").exists():
            with suppress(OSError):
                for path in _rests(self._folder, self._mark):
                    path.unlink(missing_ok=True)
            _remove_empty(self._made)


def already_in(folder: Path, names: Iterable[str]) -> str:
    """What all these names begin with where the folder itself is called so: "recall/", or nothing.

    Folders of one name in other capitals are one on Windows.
    """
    tops = {name.partition("/")[0] if "/" in name else "" for name in names}
    top = tops.pop() if len(tops) == 1 else ""
    return f"{top}/" if top and top.casefold() == folder.resolve().name.casefold() else ""


LEFT_OVER = (
    "The documents could not be written, and those that were there could not all be put back."
    " Close whatever has them open and issue into this folder again: they are put back first."
)


def tidy(folder: Path) -> bool:
    """Puts back what an issue left that was broken off here; True where there was one."""
    plans = [one for one in folder.iterdir() if PLAN.fullmatch(one.name)]
    for plan in plans:
        if not _put_back(folder, plan.name[1:17]):
            raise OSError(errno.EACCES, "what an earlier issue left could not be put back")
    for path in _rests(folder):
        path.unlink(missing_ok=True)
    return bool(plans)


def _put_back(folder: Path, mark: str) -> bool:
    """Every file that a plan moved is where it was; False, with the plan kept, where one is not.

    It takes back step by step what `keep` did, so that it can be done again after any end.
    """
    plan, whole = folder / f".{mark}.plan", True
    names, files = _planned(plan)
    for number, name in enumerate(names):
        path = folder / name
        old, part = folder / f".{mark}-{number}.old", folder / f".{mark}-{number}.part"
        try:
            if number < files and not part.exists() and path.exists():
                path.rename(part)
            if old.exists():
                old.replace(path)
        except OSError:
            whole = False
    if whole:
        plan.unlink(missing_ok=True)
    return whole


def _planned(plan: Path) -> tuple[list[str], int]:
    """The names of a plan, and how many of them are of new files."""
    try:
        whole = json.loads(plan.read_bytes())
        return list(whole["names"]), int(whole["files"])
    except (OSError, ValueError, KeyError, TypeError):
        # No plan, or one that was not written whole: nothing had moved yet.
        return [], 0


def _rests(folder: Path, mark: str = "") -> list[Path]:
    found = [(one, REST.fullmatch(one.name)) for one in folder.iterdir()]
    return [one for one, match in found if match and mark in ("", match[1])]


def _check_ways(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if (folder / name).is_dir():
            raise Trouble(f"A folder called {name} is in the way of the document. {UNCHANGED}")
        for way in _ways(folder, name):
            if way.exists() and not way.is_dir():
                told = way.relative_to(folder)
                raise Trouble(f"A file called {told} is in the way of a folder. {UNCHANGED}")


def _ways(folder: Path, name: str) -> Iterable[Path]:
    """The folders inside this one that a file of this name lies in, the innermost first."""
    return (one for one in (folder / name).parents if folder in one.parents)


def _missing(folder: Path, names: Iterable[str]) -> set[Path]:
    return {one for name in names for one in _ways(folder, name) if not one.exists()}


def _remove_empty(made: Iterable[Path]) -> None:
    for path in sorted(made, reverse=True):
        with suppress(OSError):
            path.rmdir()


def _write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Every file on the disk: they are waited for together, since each by itself waits longest."""
    with ThreadPoolExecutor(ABREAST) as writers:
        for written in [writers.submit(_write, blob, to) for to, blob in files]:
            written.result()


def _write(blob: bytes, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(blob)
        file.flush()
        os.fsync(file.fileno())


def _not_ready(error: OSError, folder: Path) -> Trouble:
    """Why nothing can be put into a folder, by its name."""
    if isinstance(error, FileExistsError | NotADirectoryError):
        return Trouble(f"A file called {folder.name} is in the way of that folder. {UNCHANGED}")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Trouble(
            f"Nothing may be written into the folder {folder.name}: choose another. {UNCHANGED}"
        )
    return _trouble(error)


def _trouble(error: OSError, folder: Path | None = None, at: str = "") -> Trouble:
    """What went wrong; a file that may not be moved in a folder that may be is open somewhere."""
    if isinstance(error, PermissionError) and folder is not None and (folder / at).is_file():
        return Trouble(f"{at} is open in another program; close it and issue again. {UNCHANGED}")
    if error.errno == errno.ENOSPC:
        return Trouble(f"The disk is full: the documents could not be written. {UNCHANGED}")
    return Trouble(f"The documents could not be written: {error.strerror}. {UNCHANGED}")
