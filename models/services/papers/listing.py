"""Lists of children: trackers and registers of persons, row for row."""

from datetime import date, timedelta

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
from models.services.papers.notes import add_note
from models.services.papers.standing import add_standing
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
NEAR_TEAM = "the team “{}” is nearly “{}”: is it the same? It was kept as it is written."
NEAR_DISTRICT = "the district “{}” is nearly “{}”, and is counted as another."
DOUBTED = ("plan", "category_note", "nrm", "missing90", "missing12")
QUOTED = "“"
"""A note that tells what was read quotes it; others only say how."""
EVE = timedelta(days=1)
HISTORY = "Had left by the tracker that was taken in"
"""Why a record is closed that nobody closed here: the child may come back by another sheet."""
CLOSED_HERE = "open by this paper, and the record is closed here. It stays so until it is reopened."


def file_tracker(filing: Filing, facts: Facts) -> None:
    """A tracker's row: child, how it stands, assessment, kinds of exploitation, next review.

    The row tells how the child stands on the day of its list; only what has a day of its own in
    the row is known of a time before. A closed day is taken as history alone, where the child stood
    nowhere before: a sheet closes nobody who is open here, and opens no record closed here.
    """
    if not _names_anyone(filing, facts):
        return
    as_of = min(facts.day("as_of") or filing.today, filing.today)
    met = meet_child(filing, facts)
    known, was_on = has_status(filing, met.id), stands_on_tracker(filing, met.id, as_of)
    ended = _history_ends(filing, facts, met.id, known=known)
    until = ended - EVE if ended is not None and not known else as_of
    fill_child(filing, met.id, facts, as_of)
    add_note(filing, met.id, facts)
    add_types(filing, met.id, facts, until)
    _tell_doubts(filing, facts)
    said = said_status(facts)
    said["other_exploitation"] = facts.yes("other_exploitation")
    if not known or ended is None and not was_on and _may_come_back(filing, facts, met.id, as_of):
        said["on_tracker"] = True
    add_standing(filing, met.id, facts, said, until)
    if ended is not None and not known:
        add_status(filing, met.id, ended, {"on_tracker": False}, source(filing))
        if met.made:
            _put_away(filing.get(Child, met.id), ended)
    add_assessment(filing, met.id, facts)
    _review(filing, met.id, facts.day("next_review"))
    filing.leave(facts)


def _tell_doubts(filing: Filing, facts: Facts) -> None:
    """Tell what was read of a row with a doubt, and a district that is nearly another's name."""
    for name in DOUBTED:
        field = facts.field(name)
        if field is not None and QUOTED in field.note:
            filing.tell(field.where, f"{_who(facts)}: {field.note}.")
    team = facts.seen("team")
    known = filing.known.near_team(str(team)) if team else None
    if known is not None:
        filing.tell(facts.where, f"{_who(facts)}: {NEAR_TEAM.format(team, known)}")
    district = facts.text("district")
    near = filing.known.near_district(district) if district else None
    if near is not None:
        filing.tell(facts.where, f"{_who(facts)}: {NEAR_DISTRICT.format(district, near)}")


def _put_away(child: Child, ended: date) -> None:
    """Close the record of somebody who is here as history alone."""
    child.closed_on, child.closed_reason = ended, HISTORY


def _history_ends(filing: Filing, facts: Facts, child_id: int, *, known: bool) -> date | None:
    """The day on which the child left by the paper; None where it says none, or none that counts.

    Whoever is open here is asked about: a closure needs a reason and a second person.
    """
    field, day = facts.field("closed"), facts.day("closed")
    if field is None or says_nothing(field.raw):
        return None
    if day is None or day > filing.today:
        filing.tell(field.where, f"{_who(facts)}: {NO_CLOSED_DAY.format(field.raw.strip())}")
        return None
    if known and stands_on_tracker(filing, child_id):
        filing.tell(field.where, f"{_who(facts)}: {OPEN_HERE.format(in_words(day))}")
        return None
    return day


def _may_come_back(filing: Filing, facts: Facts, child_id: int, as_of: date) -> bool:
    """Whether a child who is off the tracker stands on it again by a row that is open.

    Whoever is here as history alone has an open record again by it. Of a day before the record was
    closed it only tells how the child stood then.
    """
    child = filing.get(Child, child_id)
    if child.closed_on is not None and as_of < child.closed_on:
        return True
    if child.closed_reason == HISTORY:
        child.closed_on = child.closed_reason = None
    if child.closed_on is None:
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
    add_note(filing, met.id, facts)
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
