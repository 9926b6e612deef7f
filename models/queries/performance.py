"""The performance framework: indicators of a quarter and of those before, each with its terms."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from models.queries.began import began, first_days
from models.queries.own_indicators import own_rows
from models.queries.panel import setting
from models.queries.performance_across import across_rows
from models.queries.performance_actions import action_rows
from models.queries.performance_begun import kinds_of
from models.queries.performance_children import TRACKED, child_rows
from models.queries.performance_disruption import disruption_rows
from models.queries.performance_extracts import extract_rows
from models.queries.performance_kinds import kind_rows
from models.queries.performance_meetings import meeting_rows
from models.queries.performance_minutes import minutes_rows
from models.queries.performance_missing import MISSING, missing_rows
from models.queries.performance_referrals import NEW, referral_rows
from models.records.reader import Reader
from models.records.reports import OVER_TIME, ReportRow, ReportTable
from models.rules.day_words import to_come
from models.rules.indicators import Term, none_before, with_its_kinds
from models.rules.quarters import quarters
from models.rules.rates import SETTING, children_of_area, rates

PARTS = (
    referral_rows, child_rows, missing_rows, action_rows, meeting_rows, extract_rows,
    minutes_rows, disruption_rows, kind_rows, across_rows,
)  # fmt: skip
RATED = {"New referrals": NEW, "On the tracker": TRACKED, "Children missing": MISSING}
"""What is told for every 10,000 children of the area, too."""
DEFINITIONS = (
    "The first column is the day's own quarter up to that day, the others are whole quarters.",
    "What stands on a day stands on the last day of the column.",
    "A figure that cannot be told is a dash, and why is said beside it; it is never counted as 0.",
    "Counted of what you may see.",
)


def performance(session: Session, reader: Reader, on: date, number: int = 2) -> ReportTable:
    """The indicators that the records hold, of so many quarters, the latest first.

    Each figure carries what stands behind it.

    A day that is still to come counts as today: nothing is late yet by what may be done in time.
    """
    asked, on = on, min(on, reader.today)
    spans = quarters(on, number)
    days = first_days(session, reader)
    rows = [
        with_its_kinds(row, spans, kinds_of(row), days)
        for part in PARTS
        for row in part(session, reader, spans)
    ]
    known = children_of_area(setting(session, reader, SETTING))
    rows += rates({label: _row(rows, one) for label, one in RATED.items()}, known)
    rows += own_rows(session, reader, spans, days)
    first = began(days, reader.today)
    return ReportTable(
        name="performance",
        title=f"Performance up to {on.day} {on:%B %Y}",
        on=on,
        columns=tuple(one.name for one in spans),
        rows=tuple(none_before(one, spans, first) for one in rows),
        reconciliation=to_come(asked, reader.today),
        definitions=DEFINITIONS,
        across=OVER_TIME,
    )


def _row(rows: Sequence[ReportRow], term: Term) -> ReportRow:
    return next(one for one in rows if (one.section, one.label) == (term.section, term.label))
