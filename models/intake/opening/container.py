"""An Office file opened as a package of parts, checked before anything inside is read."""

import posixpath
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from models.errors import Refusal
from models.intake.opening import parse
from models.intake.opening.limits import (
    MAX_ENTRIES,
    MAX_PART_BYTES,
    MAX_RATIO,
    MAX_TREE_BYTES,
    MAX_UNPACKED_BYTES,
    SMALL_BYTES,
)

DAMAGED = (
    "This paper is cut short or damaged ({place}). Ask for it to be sent again, "
    "or open it in Word or Excel and save it under a new name."
)
TOO_LARGE = (
    "This paper unpacks to far more than a real one holds ({place}). It was not read; "
    "ask the sender what it is."
)
BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError)


@dataclass(frozen=True)
class Relation:
    """A link from one part to another; `target` is a part's name, or an address if external."""

    kind: str
    target: str
    external: bool
    id: str = ""


class Package:
    """The parts of an Office file, each read within limits and never written anywhere."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (*BROKEN, OverflowError) as error:
            raise Refusal(DAMAGED.format(place="its table of contents")) from error
        entries = self._zip.infolist()
        _check_entries(entries)
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}

    def names(self) -> tuple[str, ...]:
        """Return every part's name in small letters."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name.lower() in self._entries

    def first_bytes(self, name: str) -> bytes:
        """Return how a part begins; nothing where there is none."""
        if not self.has(name):
            return b""
        with self._open(self._entry(name)) as stream:
            return stream.read(200)

    def content(self, name: str) -> bytes:
        """Return a part's bytes; raises Refusal for damage and size."""
        with self._open(self._small_entry(name)) as stream:
            # Piece by piece: read in one go, a part that lies of its size would unpack first.
            return b"".join(iter(lambda: stream.read(parse.CHUNK), b""))

    def tree(self, name: str) -> Element:
        """Return a part's root element; raises Refusal for damage, size, entities, nesting."""
        with self._open(self._small_entry(name)) as stream:
            return parse.tree(stream, name)

    def events(self, name: str) -> Iterator[tuple[str, Element]]:
        """Yield the ("start" | "end", element) events of a part, for parts too long for a tree."""
        entry = self._entry(name)
        with self._open(entry) as stream:
            yield from parse.events(stream, name, entry.file_size)

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """Return the links of a part, or of the package itself."""
        folder, _, base = name.rpartition("/")
        path = f"{folder}/_rels/{base}.rels".lstrip("/")
        if not self.has(path):
            return ()
        return tuple(_relation(each, folder) for each in self.tree(path))

    def main_part(self) -> str | None:
        """Return the name of the document or workbook part, or None if there is none."""
        links = (each for each in self.relations() if each.kind == "officeDocument")
        first = next(links, None)
        return first.target if first and self.has(first.target) else None

    def content_types(self) -> dict[str, str]:
        """Return what each declared part says it is, by its name in small letters."""
        if not self.has("[Content_Types].xml"):
            return {}
        root = self.tree("[Content_Types].xml")
        return {
            (each.get("PartName") or "." + (each.get("Extension") or ""))
            .lstrip("/")
            .lower(): each.get("ContentType") or ""
            for each in root
        }

    def _entry(self, name: str) -> ZipInfo:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refusal(DAMAGED.format(place=f"its part {name} is missing"))
        return entry

    def _small_entry(self, name: str) -> ZipInfo:
        entry = self._entry(name)
        if entry.file_size > MAX_TREE_BYTES:
            raise Refusal(TOO_LARGE.format(place=f"the part {name}"))
        return entry

    def _open(self, entry: ZipInfo) -> IO[bytes]:
        try:
            return _Bounded(self._zip.open(entry), entry)
        except (*BROKEN, OverflowError, RuntimeError) as error:
            raise Refusal(DAMAGED.format(place=f"the part {entry.filename}")) from error


class _Bounded(BytesIO):
    """A part's bytes as they unpack, stopped at the size the part declares of itself."""

    def __init__(self, inner: IO[bytes], entry: ZipInfo) -> None:
        super().__init__()
        self._inner = inner
        self._left = entry.file_size
        self._place = entry.filename

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            chunk = self._inner.read(size if size is not None else -1)
        except BROKEN as error:
            raise Refusal(DAMAGED.format(place=f"the part {self._place}")) from error
        self._left -= len(chunk)
        if self._left < 0:
            raise Refusal(TOO_LARGE.format(place=f"the part {self._place}"))
        return chunk

    def close(self) -> None:
        self._inner.close()
        super().close()


def _check_entries(entries: list[ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise Refusal(TOO_LARGE.format(place=f"{len(entries):,} parts"))
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise Refusal(DAMAGED.format(place="two of its parts have one name"))
    for entry in entries:
        _check_entry(entry)
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if total > MAX_UNPACKED_BYTES or (total > SMALL_BYTES and total > packed * MAX_RATIO):
        raise Refusal(TOO_LARGE.format(place=f"{total // 1024 // 1024:,} MB when unpacked"))


def _check_entry(entry: ZipInfo) -> None:
    if entry.flag_bits & 1:
        raise Refusal(
            "This paper is locked with a password. "
            "Take the password off, save it, and add it again."
        )
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refusal(DAMAGED.format(place=f"the part {entry.filename} is packed in a strange way"))
    if entry.file_size > MAX_PART_BYTES:
        raise Refusal(TOO_LARGE.format(place=f"the part {entry.filename}"))


def _relation(element: Element, folder: str) -> Relation:
    kind = (element.get("Type") or "").rpartition("/")[2]
    target = element.get("Target") or ""
    name = element.get("Id") or ""
    if (element.get("TargetMode") or "").lower() == "external":
        return Relation(kind, target, True, name)
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return Relation(kind, posixpath.normpath(unquote(path)), False, name)
