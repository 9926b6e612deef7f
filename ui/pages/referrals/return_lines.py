"""The lines of an agency's return as they were read: each whole, with its kind and readers."""

from collections.abc import Iterable, Sequence

from models.marks import Sharing
from ui.live.ledger import Entry
from ui.pages.referrals.read_fields import Reading, told

RETURN = "return"
NOTHING = "Nothing known."


def entries(rows: Iterable[Reading]) -> list[Entry]:
    """One entry for each line, as mended, by its place in the paper."""
    lines: dict[int, list[Reading]] = {}
    for row in rows:
        lines.setdefault(row.place, []).append(row)
    return [_entry(place, fields) for place, fields in lines.items()]


def _entry(place: int, fields: Sequence[Reading]) -> Entry:
    said = {one.name: one for one in fields}
    values = {name: one.value for name, one in said.items()}
    doubts = sum(one.doubtful for one in fields)
    about = (fields[0].record, values.get("date"), values.get("kind"))
    return Entry(
        place,
        values.get("text") or _without(said),
        soft=" · ".join(part for part in about if part),
        amber=f"{doubts} to look at" if doubts else "",
        right=_readers(said),
        kind="medium" if _unclear(said) else "",
    )


def _without(said: dict[str, Reading]) -> str:
    """What stands for a line that has no words of its own."""
    if "nothing_known" in said and said["nothing_known"].said:
        return NOTHING
    text = said.get("text")
    return f"({text.note})" if text is not None and text.note else "(no text)"


def _readers(said: dict[str, Reading]) -> str:
    sharing = said.get("sharing")
    agencies = told(said["agencies"].said) if "agencies" in said else ""
    if sharing is not None and sharing.said == Sharing.NAMED_AGENCIES and agencies:
        return agencies
    return sharing.value if sharing is not None else ""


def _unclear(said: dict[str, Reading]) -> bool:
    return "sharing" in said and said["sharing"].doubtful
