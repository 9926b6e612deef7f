"""How a child's standing is said in tags."""

from models.records.subjects import ChildRecord, ChildRow
from models.rules.interviews import Stage
from models.rules.missing_told import missing_in_words
from models.rules.nrm import tags as nrm_tags
from models.rules.risk_bands import tint_of

ARROWS = {"increased": "▲", "decreased": "▼", "the same": "●", "rising": "▲", "falling": "▼"}
Tags = list[tuple[str, str] | str]


def tags_of(record: ChildRecord) -> Tags:
    """What the head of a child's page says: plan, exploitation, risk, missing, interviews, NRM."""
    row = record.row
    tags: Tags = []
    if record.closed_on is not None:
        tags.append(("Closed", "plain"))
    if record.deceased:
        tags.append(("Deceased", "high"))
    if record.do_not_write:
        tags.append(("Do not write", "high"))
    tags.append(row.plan or "No plan recorded")
    tags += [(one, "accent") for one in (row.category, *row.types) if one]
    tags.append(_risk(row))
    tags += _standing(row)
    if row.missing_90_days is not None:
        tags.append(missing_in_words(row.missing_90_days, row.missing_told))
    if row.interviews_late:
        tags.append((f"{row.interviews_late} RHI past 72 h", "high"))
    tags += _running(record)
    tags += nrm_tags(row.nrm, record.flags, "not recorded")
    return tags


def _risk(row: ChildRow) -> tuple[str, str]:
    if not row.risk:
        return ("Risk: not recorded", "medium")
    direction = (row.direction or "").lower()
    arrow = ARROWS.get(direction, "")
    said = f", {direction} {arrow}".rstrip() if direction else ""
    return (f"Risk: {row.risk.lower()}{said}", tint_of(row.risk))


def _standing(row: ChildRow) -> Tags:
    if row.closed_on is not None:
        return []
    if row.assessed_on is None:
        return [("Never assessed", "high")]
    return [("Assessment overdue", "high")] if row.assessment_overdue else []


def _running(record: ChildRecord) -> Tags:
    """That the child is missing now, and how long there is for an interview that is to come."""
    latest = record.episodes[0] if record.episodes else None
    tags: Tags = []
    if latest is not None and latest.stage == Stage.MISSING and record.closed_on is None:
        tags.append(("No return recorded", "high"))
    due = [one for one in record.episodes if one.stage in (Stage.RUNNING, Stage.SOON)]
    for one in due:
        tint = "medium" if one.stage == Stage.SOON else "plain"
        tags.append((f"RHI: {one.clock.partition(',')[0]}", tint))
    return tags
