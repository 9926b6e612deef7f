"""The record of an import: what a paper said, in the form that the command line prints."""

from datetime import date, datetime
from enum import Enum

from models.intake.papers import ReadPaper, ReadRecord

FORMS: dict[str, tuple[str, ...]] = {
    "child": (
        "received", "referrer", "immediate_risk", "mash_ref", "informed_child", "informed_parent",
        "name", "dob", "gender", "ethnicity", "la_id", "nhs", "postcode", "district", "plan",
        "school", "lead", "types", "risk", "assessed", "missing90", "nrm", "indicators",
        "associates", "places", "reason", "ask", "tried", "voice", "parent",
    ),
    "person_of_concern": (
        "name", "alias", "dob", "vehicle", "phone", "children", "grounds", "ask",
    ),
    "location": ("name", "type", "district", "children", "grounds", "ask"),
}  # fmt: skip
FAIRLY, NOT_SURE = 0.75, "not sure"
"""How sure a reading is at least that nobody need look at."""
LISTS = frozenset({"types", "indicators", "associates", "places", "children"})


def records_of(paper: ReadPaper) -> tuple[dict[str, object], ...]:
    """Every record as a dictionary: dates as ISO text, lists as lists, what is absent as None."""
    return tuple(_record(one) for one in paper.records)


def to_look_at(paper: ReadPaper) -> tuple[tuple[str, str], ...]:
    """The notes of a paper, which have no place, and those of its fields, or that one is not sure.

    What a value was read as is told by its record; of several alike each has its own place.
    """
    fields = (field for record in paper.records for field in record.fields)
    doubtful = (one for one in fields if one.note or one.sure < FAIRLY)
    return (
        *(("", note) for note in paper.notes),
        *((one.where, f"{one.name}: {one.note or NOT_SURE}") for one in doubtful),
    )


def _record(record: ReadRecord) -> dict[str, object]:
    form = FORMS.get(record.kind, ())
    read = {one.name: one.value for one in reversed(record.fields)}
    told: dict[str, object] = {name: _plain(read.get(name)) for name in form}
    for name in LISTS.intersection(form):
        told[name] = told[name] or []
    for name, value in sorted(read.items()):
        if name not in told:
            told[name] = _plain(value)
    return told


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    return value
