"""A child's status from a day on: what changes, what stays, and how it is coded."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import ChildStatus
from models.errors import Refusal
from models.services.register.fields import put

CARRIED = (
    "plan",
    "plan_code",
    "legal_status",
    "district",
    "category",
    "other_exploitation",
    "risk",
    "on_tracker",
    "on_panel",
)
STATUS = frozenset({"since", "source", "source_date", *CARRIED})


def put_status(
    session: Session, child_id: int, since: date | None, fields: dict[str, Any]
) -> ChildStatus:
    """The child's status from a day on: what is not named stays as it stood on that day.

    A status already there for the very day is changed; later ones stay as they were recorded.
    """
    if strange := fields.keys() - STATUS:
        raise Refusal(f"A status has no field called {min(strange)}.", min(strange))
    return _put(session, _on(session, child_id, since), child_id, since, fields)


def put_new_status(session: Session, child_id: int, since: date, fields: dict[str, Any]) -> None:
    """The same where any of these fields says something new; one that stands so already goes on."""
    row = _on(session, child_id, since)
    if row is None or any(getattr(row, name) != value for name, value in fields.items()):
        _put(session, row, child_id, since, fields)


def _put(
    session: Session,
    row: ChildStatus | None,
    child_id: int,
    since: date | None,
    fields: dict[str, Any],
) -> ChildStatus:
    if row is None or row.since != since:
        before, row = row, ChildStatus(child_id=child_id, since=since)
        for name in CARRIED if before is not None else ():
            setattr(row, name, getattr(before, name))
        session.add(row)
    put(row, fields)
    if "plan" in fields and "plan_code" not in fields:
        _code_plan(row)
    if "category" in fields:
        _code_category(row)
    session.flush()
    return row


def _on(session: Session, child_id: int, day: date | None) -> ChildStatus | None:
    """The status that holds on a day; no day is before records began."""
    by_then: list[ColumnElement[bool]] = [ChildStatus.since.is_(None)]
    if day is not None:
        by_then.append(ChildStatus.since <= day)
    return session.scalars(
        select(ChildStatus)
        .where(ChildStatus.child_id == child_id, or_(*by_then))
        .order_by(ChildStatus.since.is_(None), ChildStatus.since.desc(), ChildStatus.id.desc())
    ).first()


def _code_plan(row: ChildStatus) -> None:
    """A plan that the panel's list knows is kept by the tracker's word for it."""
    plan = codes.recognise("plans", row.plan)
    row.plan_code = plan.code if plan else None
    row.plan = codes.plan_word(row.plan) if row.plan else row.plan


def _code_category(row: ChildStatus) -> None:
    """A category that the panel's list knows is kept by its label; "other" is marked as well."""
    known = codes.recognise("categories", row.category)
    if known is not None:
        row.category = known.label
        row.other_exploitation = row.other_exploitation or known.code == "OTHER"
