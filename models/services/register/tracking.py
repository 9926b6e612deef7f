"""Cells of the tracker changed: one or a whole sheet of them, as one step."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child, Review
from models.errors import CellConflict, CellRefused, Conflict, Refusal
from models.queries.knowable import NOT_THERE
from models.queries.tracker import tracker
from models.records.tracker import CellChange, TrackedChild, Value
from models.rules.tracker.columns import (
    BY_KEY,
    TrackerColumn,
    Write,
    value_of,
    why_not,
    why_not_so,
)
from models.services.register.adding import put_child
from models.services.register.changing import change_field
from models.services.register.following import put_assessment, put_exploitation
from models.services.register.status import put_status
from models.services.signed_in import Service
from models.storage.lots import lots

SHEET_KEY = "sheet_key"
SOURCE, REASON = "Tracker", "Review by the tracker"
NEEDS = {Write.ASSESSMENT: "add_assessment"}
Tell = Callable[[int, int], object]
NO_DAY = "Enter a day. An assessment is taken back on the child's page."
EARLIER = "An assessment of a later day is on record. Open the child to add an earlier one."
NO_REVIEW = "Enter a day. A child under review keeps one until the record is closed."


class Tracking(Service):
    """What a person writes in the tracker's grid, or in a sheet that comes back."""

    def change_cells(
        self,
        changes: Sequence[CellChange],
        added: Iterable[Mapping[str, Value]] = (),
        tell: Tell = lambda done, of: None,
    ) -> tuple[int, ...]:
        """Change cells, and add children of whom `added` says what by column; gives their ids.

        All or nothing, as one step. Conflict, with the column, where a cell is no longer what was
        seen; Refusal where nobody may write there or the value does not fit. How a child stands
        holds from today; a day under Assessed adds an assessment, with the risk said beside it.
        `tell` hears of how many children it is done.
        """
        self._check("edit_record")
        wanted: dict[int, dict[str, CellChange]] = {}
        for one in changes:
            wanted.setdefault(one.child_id, {})[one.column] = one
        for column in {one.column for one in changes}:
            self._check(NEEDS.get(_column(column).write, "edit_record"))
        new = list(added)
        if new:
            self._check("add_record")
        label = _label(changes, len(new))
        with self._store.work("change_cells", label) as session:
            shown = self._shown(session, set(wanted))
            read = _read_together(session, wanted)
            with session.no_autoflush:
                for done, (child_id, cells) in enumerate(wanted.items()):
                    tell(done, len(wanted))
                    for one in cells.values():
                        with _said_of(one):
                            _check_seen(shown.get(child_id), one)
                    self._write(session, shown[child_id], cells)
                    session.flush()
            read.clear()
            return tuple(self._add(session, dict(one)) for one in new)

    def sheet_key(self) -> str:
        """The secret of this file with which sheets that go out are marked; made once."""
        known = self._store.fact(SHEET_KEY)
        if known is None:
            known = secrets.token_hex(16)
            self._store.note_fact(SHEET_KEY, known)
        return known

    def _shown(self, session: Session, ids: set[int]) -> dict[int, TrackedChild]:
        return {one.id: one for one in tracker(session, self._reader(session), ids)}

    def _write(
        self, session: Session, child: TrackedChild, changes: Mapping[str, CellChange]
    ) -> None:
        status: dict[str, Value] = {}
        assessed = changes.get("assessed_on")
        for one in changes.values():
            with _said_of(one):
                status |= self._one(session, child, one, beside=assessed is not None)
        if status:
            put_status(session, child.id, self._today, {**status, "source": SOURCE})
        if assessed is not None:
            risk = changes["risk"].value if "risk" in changes else child.risk
            with _said_of(assessed):
                self._assess(session, child, assessed.value, risk)

    def _one(
        self, session: Session, child: TrackedChild, one: CellChange, *, beside: bool
    ) -> dict[str, Value]:
        """Write one cell; gives what it says of how the child stands, to be written at once.

        A risk `beside` a day of assessment is the level of that assessment.
        """
        column = _column(one.column)
        if one.column == "risk" and beside:
            return {}
        if why := why_not(column, child) or why_not_so(column, child, one.value):
            raise Refusal(why, one.column)
        if column.write is Write.FIELD:
            self._field(session, child, column, one)
        elif column.write is Write.REVIEW:
            _review(session, child, one.value)
        return {column.written_as: one.value} if column.write is Write.STATUS else {}

    def _field(
        self, session: Session, child: TrackedChild, column: TrackerColumn, one: CellChange
    ) -> None:
        name, day = column.written_as, one.value
        if name == "birth_date" and isinstance(day, date) and day > self._today:
            raise Refusal("The date of birth lies in the future.", column.key)
        change_field(session, self._today, child.id, name, one.value, one.seen)

    def _assess(self, session: Session, child: TrackedChild, day: Value, risk: Value) -> None:
        if not isinstance(day, date):
            raise Refusal(NO_DAY, "assessed_on")
        if child.assessed_on is not None and day < child.assessed_on:
            raise Refusal(EARLIER, "assessed_on")
        said = {"source": f"{SOURCE}, {self._person.name}"}
        put_assessment(session, self._today, child.id, day, str(risk) if risk else None, said)

    def _add(self, session: Session, said: dict[str, Value]) -> int:
        name = str(said.pop("name", None) or "")
        fields: dict[str, Any] = {}
        for key, value in said.items():
            column = _column(key)
            if value is not None and column.write in (Write.FIELD, Write.STATUS):
                fields[column.written_as] = value
        if any(_column(key).write is Write.STATUS for key in said):
            fields["since"] = self._today
        made = put_child(session, self._today, name, fields).id
        for worded in said_types(said.get("types")):
            put_exploitation(session, made, worded, {"since": self._today, "source": SOURCE})
        day, review = said.get("assessed_on"), said.get("next_review")
        if isinstance(day, date):
            level = str(said["risk"]) if said.get("risk") else None
            source = {"source": f"{SOURCE}, {self._person.name}"}
            put_assessment(session, self._today, made, day, level, source)
        if isinstance(review, date):
            session.add(Review(subject_id=made, due_on=review, reason=REASON))
        return made


def said_types(said: Value) -> tuple[str, ...]:
    """The kinds of exploitation that a cell names, as worded: "CSE; County lines"."""
    words = said if isinstance(said, tuple) else str(said or "").replace(",", ";").split(";")
    return tuple(dict.fromkeys(filter(None, (str(one).strip() for one in words))))


def _read_together(session: Session, ids: Iterable[int]) -> list[Child]:
    """The children read at once; as long as they are held nobody reads one of them alone."""
    return [
        child
        for some in lots(sorted(ids))
        for child in session.scalars(select(Child).where(Child.id.in_(some)))
    ]


def _column(key: str) -> TrackerColumn:
    if key not in BY_KEY:
        raise Refusal("There is no such column.", key)
    return BY_KEY[key]


@contextmanager
def _said_of(one: CellChange) -> Iterator[None]:
    """What is refused within is said of this cell."""
    try:
        yield
    except CellRefused:
        raise
    except Refusal as refusal:
        raise CellRefused(refusal.message, one.column, one.child_id) from refusal
    except Conflict as conflict:
        raise CellConflict(one.column, conflict.theirs, one.value, one.child_id) from conflict


def _check_seen(child: TrackedChild | None, one: CellChange) -> None:
    if child is None:
        raise Refusal(NOT_THERE, one.column)
    standing = value_of(child, one.column)
    if (standing or None) not in ((one.seen or None), (one.value or None)):
        raise Conflict(one.column, standing, one.value)


def _review(session: Session, child: TrackedChild, day: Value) -> None:
    if not isinstance(day, date):
        raise Refusal(NO_REVIEW, "next_review")
    row = session.scalars(
        select(Review)
        .where(Review.subject_id == child.id, Review.done_item_id.is_(None))
        .order_by(Review.due_on, Review.id)
    ).first()
    if row is None:
        session.add(Review(subject_id=child.id, due_on=day, reason=REASON))
    else:
        row.due_on = day


def _label(changes: Sequence[CellChange], added: int) -> str:
    columns = {one.column for one in changes}
    if len(changes) == 1 and not added:
        return f"Change {_column(columns.pop()).title} in the tracker"
    parts = [f"change {len(changes):,} cells"] if changes else []
    parts += [f"add {added} {'child' if added == 1 else 'children'}"] if added else []
    return f"{' and '.join(parts).capitalize()} of the tracker"
