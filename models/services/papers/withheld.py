"""Lines of a paper that an agency does not share: found by place, and taken out of its content."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.intake.papers import Block, Cell, Content, ReadPaper, ReadRecord, Table
from models.intake.understanding.sharing import read_information, read_sharing
from models.marks import Information, Sharing

TAKEN_OUT = "[not shared: taken out]"
MOST_ANSWER = 80
ROW = re.compile(
    r"^(?P<row>.*row \d+), column \d+$|^(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<number>\d+)"
)


@dataclass(frozen=True)
class Withheld:
    """What is not shared: `lines` how many, `places` the cells, `texts` their words."""

    lines: int
    places: frozenset[str]
    texts: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.lines > 0


def withheld_in(content: Content, paper: ReadPaper) -> Withheld:
    """The cells and paragraphs of a paper that hold what its agency does not share."""
    records = [one for one in paper.records if _held_back(one)]
    if not records:
        return Withheld(0, frozenset(), ())
    texts = {place: text for place, text in _cells(content) if text.strip()}
    shared = {place for one in paper.records if not _held_back(one) for place in _lines(one)}
    own = {place for one in records for place in _lines(one)} & set(texts)
    beside = _beside(own, {row_of(place) for place in shared}, texts)
    places = own | beside
    return Withheld(len(records), frozenset(places), tuple(texts[place] for place in places))


def _held_back(record: ReadRecord) -> bool:
    sharing = record.get("sharing")
    if isinstance(sharing, Sharing) or sharing is None:
        return sharing is Sharing.NOT_SHARED
    return read_sharing(str(sharing)).sharing is Sharing.NOT_SHARED


def _lines(record: ReadRecord) -> set[str]:
    return {field.where for field in record.fields if field.name == "text"}


def _beside(own: set[str], rows_shared: set[str | None], texts: dict[str, str]) -> set[str]:
    """What else stands in the row of such a line and nowhere else in the paper: its source, a name.

    A row that holds a shared line as well keeps the rest; so do words that other rows have too
    (a date, a kind, a child's name).
    """
    rows = {row_of(place) for place in own} - rows_shared - {None}
    found = {place for place in texts if row_of(place) in rows} - own
    said = Counter(_squeezed(text) for place, text in texts.items() if place not in found | own)
    return {
        place
        for place in found
        if _squeezed(texts[place]) not in said and not _is_answer(texts[place])
    }


def _is_answer(text: str) -> bool:
    """True for a cell that only says when, what kind, or with whom."""
    if len(text) > MOST_ANSWER:
        return False
    dated = not any(letter.isalpha() for letter in text)
    kind = read_information(text) is not Information.NOT_STATED
    return dated or kind or read_sharing(text).stated


def row_of(place: str) -> str | None:
    """The row of a cell's place; a paragraph has none."""
    found = ROW.match(place)
    if found is None:
        return None
    return found["row"] or f"{found['sheet']}!{found['number']}"


def _cells(content: Content) -> Iterable[tuple[str, str]]:
    for part in content.parts:
        if isinstance(part, Block):
            yield part.where, part.text
        else:
            yield from ((cell.where, cell.text) for row in part.rows for cell in row)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def without(content: Content, withheld: Withheld) -> Content:
    """The content with the lines that are not shared taken out."""
    parts: list[Block | Table] = []
    for part in content.parts:
        if isinstance(part, Table):
            rows = tuple(tuple(_cleared(cell, withheld) for cell in row) for row in part.rows)
            parts.append(replace(part, rows=rows))
        elif part.where in withheld.places:
            parts.append(replace(part, text=TAKEN_OUT, bold_lead=""))
        else:
            parts.append(part)
    return replace(content, parts=tuple(parts))


def _cleared(cell: Cell, withheld: Withheld) -> Cell:
    if cell.where not in withheld.places:
        return cell
    return replace(cell, text=TAKEN_OUT, bold_lead="")
