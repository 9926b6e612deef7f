"""What was read of a paper, as rows: field, value, how sure, place, as the paper has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.intake.papers import ReadField, ReadPaper, ReadRecord
from models.services.papers.mending import doubt
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
    "grounds": "Grounds", "type": "Kind",
}  # fmt: skip
SURE, FAIRLY = 0.9, 0.75
MINE = "mended by you"
Mended = Mapping[tuple[str, int, str], Any]


@dataclass(frozen=True)
class Reading:
    """One field of one record of a paper, as shown."""

    key: tuple[int, int | str]
    record: str
    name: str
    value: str
    sure: float
    where: str
    raw: str
    note: str
    mended: bool

    @property
    def place(self) -> int:
        """The record's place in the paper, which a mending names."""
        return self.key[0]

    @property
    def standing(self) -> str:
        """How sure the reading is, in words."""
        if self.mended and not self.note:
            return MINE
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
    Column[Reading]("From", lambda one: one.where, width=18),
    Column[Reading]("In the paper", lambda one: one.raw, width=24),
    Column[Reading]("Note", lambda one: one.note, width=20),
)


def field_words(name: str) -> str:
    """A field's name as people say it."""
    return WORDS.get(name, name.replace("_", " ").capitalize())


def readings(file: str, paper: ReadPaper, mended: Mended) -> tuple[Reading, ...]:
    """Every field of a paper's records, with what a person mended over it."""
    rows: list[Reading] = []
    for place, record in enumerate(paper.records):
        said = record_words(record, place)
        mine = {key[2]: value for key, value in mended.items() if key[:2] == (file, place)}
        kind = record.kind
        rows += [
            _reading((place, at), said, one, mine, kind) for at, one in enumerate(record.fields)
        ]
        known = {one.name for one in record.fields}
        for name, value in mine.items():
            if name not in known:
                note = doubt(kind, name, value)
                rows.append(Reading((place, name), said, name, told(value), 1, "", "", note, True))
    return tuple(rows)


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
        return "; ".join(told(each) for each in value)
    return written(value)


def _reading(
    key: tuple[int, int], said: str, one: ReadField, mine: Mapping[str, Any], kind: str
) -> Reading:
    mended = one.name in mine
    value = told(mine[one.name] if mended else one.value)
    note = doubt(kind, one.name, mine[one.name]) if mended else one.note
    return Reading(key, said, one.name, value, one.sure, one.where, one.raw, note, mended)
