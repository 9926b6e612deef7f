"""The register of measures in figures: how they stand, of which kind, and who leads them."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Agency, Measure
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow, ReportTable
from models.rules.indicators import Term, counted, row
from models.rules.measures import EXPIRES_SOON_DAYS, stands

STANDING, KIND, LEAD = "How they stand", "By kind", "By lead agency"
COLUMNS = ("All", "In force", "Expiring", "Breached", "Not pursued")
KEYS = ("in force", "expiring", "breached", "not pursued")
WORDS = {
    "in force": ("In force", "Granted, interim, served, varied or breached, and not past its end."),
    "expiring": (
        f"Expiring in {EXPIRES_SOON_DAYS} days",
        f"Of those in force, those whose last day is within {EXPIRES_SOON_DAYS} days.",
    ),
    "breached": ("Breached", "Breached at least once, whether it still stands or not."),
    "waiting": ("Not yet in force", "Agreed, considered, in preparation or applied for."),
    "overdue": ("Overdue", "Of those not yet in force, those whose date is past."),
    "not pursued": ("Not pursued", "Not pursued or refused; the reason stands on the register."),
    "expired": ("Ended", "Expired, revoked, or past its last day."),
}
OTHER, NO_LEAD = "Of the panel's own wording", "Without a lead agency"
TODAYS = "As the register holds them today, of those you may see."
SEVERAL = "A measure can stand under several columns."


class _Held:
    """A measure with how it stands today."""

    def __init__(self, one: Measure, agency: str | None, today: date) -> None:
        kind = codes.measure(one.type_code) if one.type_code else None
        self.kind, self.agency = kind.label if kind else OTHER, agency or NO_LEAD
        self.stands = stands(one.status, one.due_on, one.in_force_to, one.breaches, today)
        until = one.in_force_to
        ends = f", until {until.day} {until:%b %Y}" if until else ""
        self.listed = Listed(
            "disruption", ("measure", one.id), f"Measure {one.id}, {self.agency}{ends}"
        )


def measures_report(session: Session, reader: Reader, on: date) -> ReportTable:
    """The register on the day it is read: what stood on another day it does not hold."""
    every = _held(session, reader)
    today = reader.today
    return ReportTable(
        name="measures",
        title=f"Measures on {today.day} {today:%B %Y}",
        on=today,
        columns=COLUMNS,
        rows=tuple(_rows(every)),
        reconciliation=_said(on, today),
        definitions=(TODAYS, SEVERAL),
    )


def _said(on: date, today: date) -> tuple[str, ...]:
    if on == today:
        return ()
    return ("The register holds how measures stand now, so the figures are today's.",)


def _held(session: Session, reader: Reader) -> list[_Held]:
    rows = session.execute(
        select(Measure, Agency.name)
        .outerjoin(Agency, Agency.id == Measure.lead_agency_id)
        .where(visible_to(reader, Measure))
        .order_by(Measure.in_force_to, Measure.id)
    )
    return [_Held(one, agency, reader.today) for one, agency in rows]


def _rows(every: list[_Held]) -> Iterator[ReportRow]:
    yield _row(Term(STANDING, "All measures", "Every measure on the register."), every)
    for key, (label, definition) in WORDS.items():
        some = [one for one in every if key in one.stands]
        yield _row(Term(STANDING, label, definition), some)
    for label in sorted({one.kind for one in every}):
        term = Term(KIND, label, "Measures of this kind of the catalogue.")
        yield _row(term, [one for one in every if one.kind == label])
    for label in sorted({one.agency for one in every}):
        term = Term(LEAD, label, "Measures that this agency leads.")
        yield _row(term, [one for one in every if one.agency == label])


def _row(term: Term, some: Iterable[_Held]) -> ReportRow:
    held = list(some)
    parts = ([one for one in held if key in one.stands] for key in KEYS)
    return row(term, (counted([one.listed for one in part]) for part in (held, *parts)))
