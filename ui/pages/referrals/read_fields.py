"""What was read of a paper, as rows: field, value, how sure, place, as the paper has it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from models.intake.papers import ReadPaper, ReadRecord
from models.intake.understanding.sheet_day import AS_OF
from models.services.papers.mending import doubt
from models.services.papers.report import FAIRLY
from ui.rows import Column, written

WORDS = {
    "name": "Name", "dob": "Date of birth", "gender": "Gender", "ethnicity": "Ethnicity",
    "la_id": "System id", "nhs": "NHS number", "postcode": "Postcode", "district": "District",
    "plan": "Plan or status", "school": "School", "lead": "Lead professional",
    "types": "Exploitation", "risk": "Risk", "assessed": "Assessed on", "received": "Received",
    "missing90": "Missing in 90 days", "nrm": "NRM", "indicators": "Indicators",
    "associates": "Associates", "places": "Places", "reason": "Reason", "ask": "Ask",
    "tried": "Tried", "voice": "Child's voice", "parent": "Parents' view",
    "referrer": "Referrer", "immediate_risk": "Immediate risk", "mash_ref": "MASH reference",
    "informed_child": "Child informed", "informed_parent": "Parents informed",
    "alias": "Other names", "vehicle": "Vehicle", "phone": "Phone", "children": "Children",
    "grounds": "Grounds", "type": "Kind", "as_of": "Stands so on", "opened": "Came on",
    "learned": "What was learned",
}  # fmt: skip
SURE = 0.9
MINE, EMPTIED = "mended by you", "taken out by you"
Mended = Mapping[tuple[str, int, str], Any]


class Reading(NamedTuple):
    """One field of one record of a paper, as shown; its words are made when they are asked for."""

    key: tuple[int, int | str]
    record: str
    name: str
    said: Any
    sure: float
    where: str
    raw: str
    note: str
    mended: bool

    @property
    def value(self) -> str:
        """What was read, or mended, in words."""
        return told(self.said)

    @property
    def place(self) -> int:
        """The record's place in the paper, which a mending names."""
        return self.key[0]

    @property
    def standing(self) -> str:
        """How sure the reading is, in words."""
        if self.mended and not self.note:
            return EMPTIED if self.said is None else MINE
        if self.note:
            return "look at this"
        return "sure" if self.sure >= SURE else "fairly sure" if self.sure >= FAIRLY else "not sure"

    @property
    def doubtful(self) -> bool:
        """True where a person should look."""
        return bool(self.note) or (not self.mended and self.sure < FAIRLY)


COLUMNS = (
    Column[Reading]("Record", lambda one: one.record, width=18),
    Column[Reading]("Field", lambda one: field_words(one.name), width=17),
    Column[Reading]("Read as", lambda one: one.value, width=26, stretch=True),
    Column[Reading](
        "How sure",
        lambda one: one.standing,
        kind=lambda one: "medium" if one.doubtful else "accent" if one.mended else "",
        tip=lambda one: one.note or f"{one.sure:.0%}",
        width=13,
    ),
    Column[Reading]("Note", lambda one: one.note, width=30),
    Column[Reading]("In the paper", lambda one: one.raw, width=24, spare=True),
    Column[Reading]("From", lambda one: one.where, width=18, spare=True),
)


def field_words(name: str) -> str:
    """A field's name as people say it."""
    return WORDS.get(name, name.replace("_", " ").capitalize())


def readings(file: str, paper: ReadPaper, mended: Mended) -> tuple[Reading, ...]:
    """Every field of a paper's records, with what a person mended over it."""
    mine: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for (of, place, name), value in mended.items():
        if of == file:
            mine[place][name] = value
    rows: list[Reading] = []
    for place, record in enumerate(paper.records):
        own = mine.get(place)
        rows += _with_mended(place, record, own) if own else _as_read(place, record)
    return tuple(_lists_day_once(rows))


def _lists_day_once(rows: list[Reading]) -> Iterator[Reading]:
    """The fields without the day of a list beside each of its rows: the first tells it for all."""
    told: set[str] = set()
    for row in rows:
        if row.name != AS_OF or row.where not in told:
            yield row
        if row.name == AS_OF:
            told.add(row.where)


def _as_read(place: int, record: ReadRecord) -> list[Reading]:
    said = record_words(record, place)
    return [
        Reading((place, at), said, one.name, one.value, one.sure, one.where, one.raw, one.note,
                False)
        for at, one in enumerate(record.fields)
    ]  # fmt: skip


def _with_mended(place: int, record: ReadRecord, mine: Mapping[str, Any]) -> list[Reading]:
    """The record's fields with what was mended in their places, and what was added behind them."""
    said, kind = str(mine.get("name") or record_words(record, place)), record.kind
    rows = [
        _mended(one, mine[one.name], doubt(kind, one.name, mine[one.name]), said)
        if one.name in mine else one._replace(record=said)
        for one in _as_read(place, record)
    ]  # fmt: skip
    known = {one.name for one in record.fields}
    rows += [
        Reading((place, name), said, name, value, 1, "", "", doubt(kind, name, value), True)
        for name, value in mine.items()
        if name not in known
    ]
    return rows


def _mended(read: Reading, value: Any, note: str, record: str) -> Reading:
    return read._replace(record=record, said=value, note=note, mended=True)


def record_words(record: ReadRecord, place: int) -> str:
    """What a record is called in the list: its name, else its number."""
    named = next((record.get(each) for each in ("name", "child", "title", "text", "la_id")
                  if record.get(each)), None)  # fmt: skip
    return told(named) if named else f"Row {place + 1}"


def told(value: Any) -> str:
    """A value in words: lists with commas, what has parts with its parts in brackets."""
    if isinstance(value, Mapping):
        parts = [told(each) for each in value.values() if each not in (None, "", ())]
        return f"{parts[0]} ({', '.join(parts[1:])})" if len(parts) > 1 else "".join(parts)
    if isinstance(value, (tuple, list)):
        return "; ".join(filter(None, (told(each) for each in value)))
    return written(value)
