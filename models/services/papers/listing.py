"""Lists of children: trackers and registers of persons, row for row."""

from datetime import date

from sqlalchemy import select

from models.entities import Child, Review
from models.intake.understanding.answers import says_nothing
from models.rules.day_words import in_words
from models.services.papers.assessing import add_assessment
from models.services.papers.children import (
    add_types,
    fill_child,
    meet_child,
)
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.statuses import (
    add_status,
    has_status,
    said_status,
    stands_on_tracker,
)

OPEN_HERE = (
    "closed on {} by this paper, and open here. The child stays open: close the record with a "
    "reason and a second person, or leave it."
)
NO_CLOSED_DAY = "“{}” is no day on which the child has left; it closes nobody."
CLOSED_HERE = "open by this paper, and the record is closed here. It stays so until it is reopened."


def file_tracker(filing: Filing, facts: Facts) -> None:
    """A tracker's row: child, how it stands, assessment, kinds of exploitation, next review.

    At the first import nobody knows since when a child has stood so; later ones date the change
    to the day of filing. A closed day is taken as history alone, where the child stood nowhere
    before: a sheet closes nobody who is open here, and opens no record that was closed here.
    """
    if not _names_anyone(filing, facts):
        return
    met = meet_child(filing, facts)
    fill_child(filing, met.id, facts, filing.today)
    add_types(filing, met.id, facts, None)
    said = said_status(facts)
    said["other_exploitation"] = facts.yes("other_exploitation")
    known, was_on = has_status(filing, met.id), stands_on_tracker(filing, met.id)
    ended = _history_ends(filing, facts, known=known, was_on=was_on)
    if not known or ended is None and not was_on and _may_come_back(filing, facts, met.id):
        said["on_tracker"] = True
    add_status(filing, met.id, filing.today if known else None, said, source(filing))
    if ended is not None and not known:
        add_status(filing, met.id, ended, {"on_tracker": False}, source(filing))
    add_assessment(filing, met.id, facts)
    _review(filing, met.id, facts.day("next_review"))
    filing.leave(facts)


def _history_ends(filing: Filing, facts: Facts, *, known: bool, was_on: bool) -> date | None:
    """The day on which the child left by the paper; None where it says none, or none that counts.

    Whoever is open here is asked about: a closure needs a reason and a second person.
    """
    field, day = facts.field("closed"), facts.day("closed")
    if field is None or says_nothing(field.raw):
        return None
    if day is None or day > filing.today:
        filing.tell(field.where, f"{_who(facts)}: {NO_CLOSED_DAY.format(field.raw.strip())}")
        return None
    if known and was_on:
        filing.tell(field.where, f"{_who(facts)}: {OPEN_HERE.format(in_words(day))}")
        return None
    return day


def _may_come_back(filing: Filing, facts: Facts, child_id: int) -> bool:
    """Whether a child who is off the tracker stands on it again by a row that is open."""
    if filing.get(Child, child_id).closed_on is None:
        return True
    filing.tell(facts.where, f"{_who(facts)}: {CLOSED_HERE}")
    return False


def _who(facts: Facts) -> str:
    return facts.text("name") or facts.text("la_id") or "A child"


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
