"""Lists of children: trackers and registers of persons, row for row."""

from datetime import date

from sqlalchemy import select

from models.entities import Child, Review
from models.services.papers.assessing import add_assessment
from models.services.papers.children import (
    add_types,
    fill_child,
    meet_child,
    source,
)
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.statuses import add_status, has_status, said_status


def file_tracker(filing: Filing, facts: Facts) -> None:
    """A tracker's row: child, how it stands, assessment, kinds of exploitation, next review.

    At the first import nobody knows since when a child has stood so; later ones date the change
    to the day of filing.
    """
    if not _names_anyone(filing, facts):
        return
    met = meet_child(filing, facts)
    fill_child(filing, met.id, facts, filing.today)
    add_types(filing, met.id, facts, None)
    said = said_status(facts)
    said["other_exploitation"] = facts.yes("other_exploitation")
    said["on_tracker"] = True
    since = filing.today if has_status(filing, met.id) else None
    add_status(filing, met.id, since, said, source(filing))
    closed = facts.day("closed")
    if closed is not None and closed <= filing.today:
        add_status(filing, met.id, closed, {"on_tracker": False}, source(filing))
    add_assessment(filing, met.id, facts)
    _review(filing, met.id, facts.day("next_review"))
    filing.leave(facts)


def _review(filing: Filing, child_id: int, due: date | None) -> None:
    """A review still to come, once; what lies behind is history."""
    if due is None or due < filing.today:
        return
    standing = select(Review.id).where(Review.subject_id == child_id, Review.due_on == due)
    if filing.is_new(Child, child_id) or filing.session.scalar(standing) is None:
        filing.add(Review(subject_id=child_id, due_on=due, reason="Review by the tracker"))


def file_register_row(filing: Filing, facts: Facts) -> None:
    """A register's row: a record of its own, unless its number is on record already."""
    if not _names_anyone(filing, facts):
        return
    met = meet_child(filing, facts, row_for_row=True)
    fill_child(filing, met.id, facts, filing.today)
    district = facts.text("district")
    if district and has_status(filing, met.id):
        add_status(filing, met.id, filing.today, {"district": district}, source(filing))
    elif district:
        said: dict[str, object] = {"district": district, "on_tracker": False}
        add_status(filing, met.id, None, said, source(filing))
    filing.leave(facts)


def _names_anyone(filing: Filing, facts: Facts) -> bool:
    """True if the row says who it is about; else it is kept as text."""
    if facts.text("name") or facts.text("la_id") or facts.text("nhs"):
        return True
    filing.leave(facts)
    return False
