"""The tracker's grid: every child with all that is known, and whom a change touched."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.entities import Child, ChildStatus
from models.queries.children import COLUMNS, FIXED, KEYS, reviews, row_values
from models.queries.joined import filled
from models.queries.knowable import families, knowable, leads
from models.queries.off_tracker import off_tracker
from models.queries.standing import ChildStanding, standings
from models.records.reader import Reader
from models.records.tracker import TrackedChild
from models.rules.risk_bands import band_of, rank_of
from models.storage.lots import lots

MORE = (
    "nhs_number", "pronouns", "ethnicity", "first_language", "disability", "postcode",
    "placement", "school", "team", "iro_or_cp_chair", "upn", "police_reference",
)  # fmt: skip
CLOSED = KEYS.index("closed_on")
"""Where a row says when the record was closed."""
ASKED = (*COLUMNS, *(getattr(Child, name) for name in MORE))


def tracked_count(session: Session, reader: Reader) -> int:
    """How many children the reader may know of."""
    return session.scalar(select(func.count(Child.id)).where(knowable(reader, Child.id))) or 0


def tracker(
    session: Session, reader: Reader, only: Collection[int] | None = None
) -> tuple[TrackedChild, ...]:
    """Every child the reader may know of as they stand today, by name; or these of them alone."""
    lead, day = leads(session), reader.today
    ids = None if only is None else tuple(families(session, tuple(only)))
    rows = _rows(session, reader, ids)
    known = filled((tuple(row) for row in rows), lead, FIXED)
    shown = [row[0] for row in known]
    held = standings(session, reader, None if only is None else shown, day)
    due, since = reviews(session, ids, lead), _since(session, ids, lead)
    apart = [row[0] for row in known if not held[row[0]].on_tracker and row[CLOSED] is None]
    off = off_tracker(session, lead, apart)
    return tuple(
        _row(row, held[row[0]], due.get(row[0]), since.get(row[0]), off.get(row[0], ""), day)
        for row in known
    )


def _row(
    row: tuple[Any, ...],
    held: ChildStanding,
    due: date | None,
    since: date | None,
    off: str,
    day: date,
) -> TrackedChild:
    width = len(COLUMNS)
    more: dict[str, Any] = dict(zip(MORE, row[width:], strict=True))
    more |= {
        "legal_status": held.legal_status,
        "due_on": held.in_date_until,
        "since": since,
        "risk_rank": rank_of(held.risk, held.risk_scheme),
        "risk_band": band_of(held.risk, held.risk_scheme),
        "risk_stands": held.risk_stands,
        "off_tracker": off,
    }
    return TrackedChild(*row_values(row[:width], held, due, day), **more)


def _rows(session: Session, reader: Reader, ids: tuple[int, ...] | None) -> Iterable[Any]:
    asked = select(*ASKED).where(knowable(reader, Child.id)).order_by(Child.label, Child.id)
    if ids is None:
        return session.execute(asked)
    return [row for some in lots(ids) for row in session.execute(asked.where(Child.id.in_(some)))]


def _since(
    session: Session, ids: tuple[int, ...] | None, lead: Mapping[int, int]
) -> dict[int, date]:
    """The first day on which each child stands anywhere, where every such day is known."""
    asked: Select[*tuple[Any, ...]] = select(
        ChildStatus.child_id,
        func.min(ChildStatus.since),
        func.count(ChildStatus.id) - func.count(ChildStatus.since),
    ).group_by(ChildStatus.child_id)
    parts = (None,) if ids is None else lots(ids)
    found: dict[int, date] = {}
    before: set[int] = set()
    for some in parts:
        here = asked if some is None else asked.where(ChildStatus.child_id.in_(some))
        for child_id, first, unsaid in session.execute(here):
            stands = lead.get(child_id, child_id)
            if unsaid:
                before.add(stands)
            elif first is not None:
                found[stands] = min(first, found.get(stands, first))
    return {one: day for one, day in found.items() if one not in before}
