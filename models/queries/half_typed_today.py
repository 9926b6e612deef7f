"""Assessments that were begun and not kept, as lines of Today: no stop makes them forgotten."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child
from models.queries.knowable import knowable
from models.queries.labels import lead_labels
from models.queries.short_labels import short_label
from models.records.reader import Reader
from models.records.today import TodayLine

KEY = "assessment "
"""How the key of a half-typed assessment begins; the child's id follows, and what is corrected."""
GOES_ON = "Open it to go on where it was left, or discard it there."


def half_typed(session: Session, reader: Reader, keys: Collection[str]) -> tuple[TodayLine, ...]:
    """One line for each child of whom an assessment waits, of the keys of the user's own texts."""
    begun = {int(key.split()[1]) for key in keys if key.startswith(KEY)}
    if not begun:
        return ()
    rows = session.execute(
        select(Child.id, Child.label)
        .where(Child.id.in_(begun), knowable(reader, Child.id))
        .order_by(Child.id)
    ).all()
    called = lead_labels(session)
    return tuple(
        TodayLine(
            "medium",
            "Waiting",
            "An assessment is half-typed: "
            f"{short_label(session, 'child', called.get(child_id, label))}",
            GOES_ON,
            "assessments",
            child_id,
        )
        for child_id, label in rows
    )
