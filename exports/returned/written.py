"""What minutes said as they were written, line by line with the places of their words."""

import io
import json
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property

from exports.package import MEDIA, STAMP
from exports.sheet import Sheet
from models.errors import Refusal
from models.intake.edited import Cell, EditedParagraph
from models.intake.opening.edited import open_edited
from models.records.places import ITEM, Place

FORMAT = 1
PLACES = "places.json"
BOOKMARK = re.compile(r"_M([0-9a-f]{12})_(\d{1,6})")


@dataclass(frozen=True)
class Span:
    """Words of a line with their place on record; None for the program's own."""

    text: str
    place: Place | None = None


@dataclass(frozen=True)
class WrittenLine:
    """A paragraph as it was written; `numbers` are those of the bookmarks that lie in it."""

    spans: tuple[Span, ...]
    level: int = 0
    cell: Cell | None = None
    numbers: tuple[int, ...] = ()

    @cached_property
    def text(self) -> str:
        """All its words."""
        return "".join(span.text for span in self.spans)

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table."""
        return self.cell is not None

    @property
    def item_id(self) -> int | None:
        """The item that begins with it."""
        found = (span.place for span in self.spans if span.place and span.place.table == ITEM)
        return next((place.row_id for place in found), None)

    @property
    def open(self) -> bool:
        """Whether any of its words may be mended."""
        return any(span.place and span.place.table != ITEM for span in self.spans)


@dataclass(frozen=True)
class Written:
    """A whole writing under the sign that its file carries."""

    sign: str
    lines: tuple[WrittenLine, ...]

    @property
    def item_ids(self) -> frozenset[int]:
        """The items that it speaks of."""
        return frozenset(one.item_id for one in self.lines if one.item_id is not None)

    def words(self) -> dict[Place, str]:
        """The words of each place; those of several paragraphs under each other."""
        found: dict[Place, list[str]] = {}
        for line in self.lines:
            for span in line.spans:
                if span.place is not None and span.place.table != ITEM:
                    found.setdefault(span.place, []).append(span.text.strip())
        return {place: "\n".join(told) for place, told in found.items()}


def written_of(sheet: Sheet) -> Written:
    """What a document says, read from the very file that is written."""
    places = sheet.marks.places if sheet.marks is not None else []
    return _read(sheet.to_bytes(), sheet.sign, places)


def _read(file: bytes, sign: str, places: list[Place]) -> Written:
    lines = (_line(one, places) for one in open_edited(file).paragraphs)
    return Written(sign, tuple(line for line in lines if line.text))


def _line(paragraph: EditedParagraph, places: list[Place]) -> WrittenLine:
    spans, numbers, at = [], [], 0
    for mark in sorted(paragraph.bookmarks, key=lambda one: one.start):
        match = BOOKMARK.fullmatch(mark.name)
        if match is None:
            continue
        number, end = int(match[2]), min(mark.end, len(paragraph.text))
        spans += [Span(paragraph.text[at : mark.start]), Span(paragraph.text[mark.start : end])]
        spans[-1] = Span(spans[-1].text, places[number])
        numbers.append(number)
        at = end
    spans.append(Span(paragraph.text[at:]))
    told = tuple(span for span in spans if span.text)
    return WrittenLine(told, paragraph.level, paragraph.cell, tuple(numbers))


def as_bytes(sheet: Sheet, file: bytes | None = None) -> bytes:
    """A writing as it is kept in the panel's file: its words in Word's form, and their places.

    `file` is what was made of the sheet already; no picture of it is kept.
    """
    places = sheet.marks.places if sheet.marks is not None else []
    whole = {"format": FORMAT, "sign": sheet.sign, "said": sheet.said, "places": places}
    if file is None or MEDIA.encode() in file:
        file = sheet.to_bytes(drawn=False)
    to = io.BytesIO(file)
    with zipfile.ZipFile(to, "a") as kept:
        kept.writestr(_entry(PLACES), json.dumps(whole))
    return to.getvalue()


def from_bytes(kept: bytes) -> Written:
    """A writing as it was kept."""
    with zipfile.ZipFile(io.BytesIO(kept)) as package:
        whole = json.loads(package.read(PLACES))
    if whole["format"] != FORMAT:
        raise Refusal("These minutes were written by a newer MaceDesk.")
    return _read(kept, whole["sign"], [Place(*one) for one in whole["places"]])


def said_in(kept: bytes) -> str | None:
    """The sign of what a writing said but of its version; none of one kept without it."""
    with zipfile.ZipFile(io.BytesIO(kept)) as package:
        said: str | None = json.loads(package.read(PLACES)).get("said")
    return said


def items_of(sheet: Sheet) -> list[int]:
    """The items that a document speaks of."""
    places = sheet.marks.places if sheet.marks is not None else []
    return sorted({one.row_id for one in places if one.table == ITEM})


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
