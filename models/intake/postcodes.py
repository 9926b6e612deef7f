"""Where postcodes lie: read row by row from Code-Point Open or the ONS Postcode Directory."""

import csv
import io
import zipfile
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from models.errors import Refusal, Trouble
from models.rules.addresses import POSTCODE, postcode_key
from models.rules.positions import EAST, NORTH

Progress = Callable[[int, int, str], object]
Opener = Callable[[], AbstractContextManager[BinaryIO]]
LONGEST, MOST_ROWS, MOST_FILES, EVERY = 8192, 6_000_000, 4000, 50_000
"""Bytes of a line, rows and files that are read at most, and rows between two reports."""
CODES = ("pcds", "pcd", "pcd7", "pcd8", "pcd2", "postcode")
EASTINGS = ("oseast1m", "east1m", "eastings", "easting")
NORTHINGS = ("osnrth1m", "north1m", "northings", "northing")
OPEN_COLUMNS = (0, 2, 3)
"""Code-Point Open has no head: postcode, quality, eastings, northings."""
NOT_ONE = (
    "This is no file of postcodes. Give Code-Point Open (its folder or zip) or the ONS Postcode "
    "Directory (its CSV or zip)."
)
TOO_MUCH = "This file is larger than any directory of postcodes. Nothing was taken from it."
UNREADABLE = "The file could not be read. Nothing was taken from it."
STOPPED = "Stopped. Nothing was taken from the file."


@dataclass
class Postcodes:
    """The postcodes that were wanted and found, in metres of the grid, and how many rows were read.

    A postcode that its file gives no position is not among them.
    """

    found: dict[str, tuple[float, float]] = field(default_factory=dict)
    rows: int = 0


class _Watch:
    """How far the reading is, in bytes, and whether to stop."""

    def __init__(
        self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self.done, self._total = 0, total
        self._progress, self._cancelled = progress, cancelled

    def tell(self, rows: int) -> None:
        """Report; Refusal where the person asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Refusal(STOPPED)
        if self._progress is not None:
            self._progress(min(self.done, self._total), self._total, f"{rows:,} postcodes read")


def read_postcodes(
    path: Path,
    wanted: Collection[str],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Postcodes:
    """Those of the wanted postcodes that a CSV, a zip or a folder of CSVs holds.

    Nothing else is kept of it, in memory or elsewhere. Raises Refusal for what is no such file.
    """
    made, keys = Postcodes(), {postcode_key(one).encode() for one in wanted}
    try:
        parts = list(_parts(path))
        if not parts or len(parts) > MOST_FILES:
            raise Refusal(NOT_ONE if not parts else TOO_MUCH)
        watch = _Watch(sum(size for size, _ in parts), progress, cancelled)
        for _, opened in parts:
            with opened() as lines:
                _read(lines, keys, made, watch)
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise Trouble(UNREADABLE) from error
    if not made.rows:
        raise Refusal(NOT_ONE)
    return made


def _parts(path: Path) -> Iterator[tuple[int, Opener]]:
    """The CSV files of a path, each with its size and a way to open it."""
    if path.is_dir():
        for one in sorted(path.rglob("*.csv")):
            if one.is_file() and not one.is_symlink():
                yield one.stat().st_size, partial(_file, one)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as held:
            inside = [one for one in held.infolist() if one.filename.lower().endswith(".csv")]
        whole = [one for one in inside if "multi_csv" not in one.filename.lower()]
        for each in _of_data(whole or inside):
            yield each.file_size, partial(_member, path, each)
    else:
        yield path.stat().st_size, partial(_file, path)


def _of_data(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Those in a folder of data, where there is one: documents and look-ups lie beside it."""
    data = [one for one in members if "data/" in one.filename.lower()]
    return data or members


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as lines:
        yield lines


@contextmanager
def _member(path: Path, member: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    with zipfile.ZipFile(path) as held, held.open(member) as raw:
        yield io.BufferedReader(raw, 1 << 20)  # type: ignore[type-var]


def _read(lines: BinaryIO, keys: set[bytes], made: Postcodes, watch: _Watch) -> None:
    """One CSV; a file whose first line is neither a known head nor a row is passed over."""
    first = lines.readline(LONGEST)
    columns = _columns(first)
    if columns is None:
        watch.done += len(first)
        return
    at = columns[0]
    line = first if columns == OPEN_COLUMNS and _is_row(first) else lines.readline(LONGEST)
    while line:
        made.rows += 1
        watch.done += len(line)
        if len(line) >= LONGEST or made.rows > MOST_ROWS:
            raise Refusal(TOO_MUCH)
        key = line.split(b",", at + 1)[at].strip(b'" \r\n').replace(b" ", b"").upper()
        if key in keys:
            _take(line, columns, made)
        if not made.rows % EVERY:
            watch.tell(made.rows)
        line = lines.readline(LONGEST)
    watch.tell(made.rows)


def _columns(first: bytes) -> tuple[int, int, int] | None:
    """Where postcode, eastings and northings stand, by the head or as Code-Point Open has them."""
    cells = [one.strip().lower() for one in _cells(first)]
    found = tuple(
        next((cells.index(name) for name in names if name in cells), -1)
        for names in (CODES, EASTINGS, NORTHINGS)
    )
    if -1 not in found:
        return found[0], found[1], found[2]
    return OPEN_COLUMNS if _is_row(first) else None


def _is_row(line: bytes) -> bool:
    cells = _cells(line)
    return (
        len(cells) >= len(OPEN_COLUMNS) + 1
        and POSTCODE.fullmatch(cells[0].strip()) is not None
        and cells[2].isdigit()
        and cells[3].isdigit()
    )


def _cells(line: bytes) -> list[str]:
    try:
        return next(csv.reader([line.decode("utf-8-sig").strip()]), [])
    except (UnicodeDecodeError, csv.Error):
        return []


def _take(line: bytes, columns: tuple[int, int, int], made: Postcodes) -> None:
    cells = _cells(line)
    if len(cells) <= max(columns):
        return
    code, east, north = (cells[at].strip() for at in columns)
    if not (east.isdigit() and north.isdigit()):
        return
    where = float(east), float(north)
    if any(where) and where[0] < EAST and where[1] < NORTH:
        made.found[postcode_key(code)] = where
