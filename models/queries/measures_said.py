"""Measures in words for Today: breached lately, running out within 30 days, named by actions."""

from sqlalchemy.orm import Session

from models.entities import Measure
from models.queries.disruption import select_measures
from models.queries.named_measures import named_measures
from models.queries.short_labels import short_label
from models.records.outcomes import MeasureRow
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.measures import EXPIRES_SOON_DAYS, HELD

SECTION = "Waiting"
MOST_NAMED = 3


def of_register(session: Session, reader: Reader) -> list[TodayLine]:
    """Breached ones first, then those that run out."""
    rows = select_measures(session, reader, Measure.status.in_(HELD))
    breached = [one for one in rows if "breached" in one.stands and "expired" not in one.stands]
    soon = sorted(
        (one for one in rows if "expiring" in one.stands),
        key=lambda one: (one.in_force_to or reader.today, one.id),
    )
    return [
        *_lines(session, breached, "breached", "high"),
        *_lines(session, soon, "expiring", "medium"),
    ]


def _lines(session: Session, rows: list[MeasureRow], which: str, urgency: str) -> list[TodayLine]:
    """A line each, by whom it is against; many share one line."""
    if len(rows) > MOST_NAMED:
        words = "breached" if which == "breached" else f"expiring in {EXPIRES_SOON_DAYS} days"
        text = f"{len(rows):,} measures {words}"
        return [TodayLine(urgency, SECTION, text, "", which, None)]
    return [_line(session, one, which, urgency) for one in rows]


def _line(session: Session, one: MeasureRow, which: str, urgency: str) -> TodayLine:
    whom = short_label(session, one.subject_kind or "", one.against or "") if one.subject_id else ""
    until = one.in_force_to
    if which == "expiring" and until is not None:
        text, detail = f"{one.name} ends {in_words(until)}", whom
    else:
        text, detail = f"{one.name} {one.standing}", "; ".join(filter(None, (whom, one.came_of)))
    return TodayLine(urgency, SECTION, text, detail, "measure", one.id, until)


def of_actions(session: Session, reader: Reader) -> list[TodayLine]:
    """That actions name measures which are not on the register."""
    count = len(named_measures(session, reader))
    if not count:
        return []
    one = "action names a measure that is not on the register"
    many = "actions name a measure that is not on the register"
    return [
        TodayLine("plain", SECTION, f"{count:,} {one if count == 1 else many}", "", "named", None)
    ]
