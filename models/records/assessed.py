"""A child's assessment as the board of assessments shows it."""

from dataclasses import dataclass
from datetime import date

NEVER, OVERDUE, SOON, IN_DATE = "never assessed", "overdue", "due soon", "in date"


@dataclass(frozen=True)
class AssessedRow:
    """A child on the tracker: how the latest assessment stands by its scheme, and who made it.

    `ask` is whom a new one would be asked of: its author, else the lead professional. `asked` is
    who was asked since, on which day, and by when.
    """

    child_id: int
    child: str
    reference: str | None
    standing: str
    words: str
    assessed_on: date | None
    in_date_until: date | None
    scheme: str | None
    level: str | None
    author: str | None
    lead: str | None
    ask: str | None
    asked: str | None = None
    asked_on: date | None = None
    asked_until: date | None = None
