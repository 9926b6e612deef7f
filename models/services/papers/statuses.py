"""How a child stands from a day on: a row is added only where something has changed."""

from datetime import date

from models import codes
from models.entities import ChildStatus
from models.intake.understanding.answers import says_nothing
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing

CARRIED = (
    "plan", "plan_code", "legal_status", "district", "category", "other_exploitation", "risk",
    "on_tracker", "on_panel",
)  # fmt: skip


def add_status(
    filing: Filing,
    child_id: int,
    since: date | None,
    said: dict[str, object],
    source: str,
) -> bool:
    """Record how a child stands; what the paper leaves out is carried over from before.

    The first row of a child may have no day: so it was before records began. Gives whether a row
    was added. A row keeps as the date of its source until when papers said it again, so that an
    older one read later changes nothing of the time after that.
    """
    before = _latest(filing, child_id, since)
    told = {name: value for name, value in said.items() if value is not None}
    if isinstance(district := told.get("district"), str):
        told["district"] = filing.known.district(district)
    if before is None:
        filing.add(ChildStatus(child_id=child_id, since=since, source=source, **told))
        return True
    day = since or filing.today
    if all(getattr(before, name) == value for name, value in told.items()):
        if told:
            before.source_date = max(before.source_date or day, day)
        return False
    carried = {name: getattr(before, name) for name in CARRIED}
    again = before.source_date if before.source_date and before.source_date > day else None
    if again is not None and not _changed_between(filing, child_id, day, again):
        before.source_date = None
        filing.add(ChildStatus(child_id=child_id, since=again, source=before.source, **carried))
    if before.since == day:
        for name, value in told.items():
            setattr(before, name, value)
        return True
    filing.add(ChildStatus(child_id=child_id, since=day, source=source, **(carried | told)))
    return True


def _changed_between(filing: Filing, child_id: int, day: date, until: date) -> bool:
    """Whether something else is on record of a day after one, up to another."""
    rows = filing.held(ChildStatus, child_id)
    return any(row.since is not None and day < row.since <= until for row in rows)


def said_status(facts: Facts) -> dict[str, object]:
    """What a paper says of plan, district, category and risk."""
    return {
        "plan": _plan(facts),
        "plan_code": facts.text("plan_code"),
        "legal_status": facts.text("legal_status"),
        "district": facts.text("district"),
        "category": facts.text("category"),
        "risk": level_of(facts.text("risk")),
    }


def level_of(worded: str | None) -> str | None:
    """A level of risk as worded; none where the words only leave it open, such as "tbc"."""
    if worded and says_nothing(worded) and codes.recognise("risk_levels", worded) is None:
        return None
    return worded


def _plan(facts: Facts) -> str | None:
    """The plan by the word that the tracker has for it: a care leaver's is no “Open case”."""
    column, code = facts.text("plan"), facts.text("plan_code")
    row = codes.find("plans", code) if code else None
    return codes.plan_word(row.label) if row is not None else column


def has_status(filing: Filing, child_id: int, on: date | None = None) -> bool:
    """True if it is on record how the child stood on some day; where one is named, by that day."""
    return _latest(filing, child_id, on) is not None


def stands_on_tracker(filing: Filing, child_id: int, on: date | None = None) -> bool:
    """True if the child stands on the tracker on a day, or by the latest that is on record."""
    latest = _latest(filing, child_id, on)
    return latest is not None and latest.on_tracker is not False


def _latest(filing: Filing, child_id: int, on: date | None) -> ChildStatus | None:
    """The row that holds on a day, or the latest of all."""
    rows = filing.held(ChildStatus, child_id)
    held = [one for one in rows if on is None or one.since is None or one.since <= on]
    return max(held, key=lambda one: (one.since or date.min, one.id), default=None)
