"""What is found on record of how children stand, each row by the child for whom it counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Result, Row
from sqlalchemy.orm import Session

from models.queries import standing_statements as asks
from models.queries.knowable import all_records_of, leads
from models.queries.many import MANY
from models.queries.once import once_in_a_reading
from models.queries.standing_statements import Asked
from models.rules.assessed_moves import Assessed
from models.rules.exploitation_words import in_words
from models.rules.interviews import WITHIN, interview_late
from models.rules.since import WINDOW_DAYS

SINCE, ON_DAY = -1, 1
"""The columns of the day in what the statements find: last of a status, else the second."""


class FoundStatus(NamedTuple):
    """How a child stands since a day; without one it was so before records began."""

    plan: str | None
    plan_code: str | None
    district: str | None
    category: str | None
    other_exploitation: bool
    risk: str | None
    on_tracker: bool
    on_panel: bool
    legal_status: str | None
    since: date | None


class FoundAssessment(NamedTuple):
    """An assessment of a day: its level and scheme, and what was told with it of the one before."""

    on: date | None
    id: int
    level: str | None
    direction: str | None
    scheme: str | None
    previous: str | None

    @property
    def assessed(self) -> Assessed:
        """What of it says where risk moved."""
        return Assessed(self.level, self.scheme, self.previous, self.direction)


class FoundWord(NamedTuple):
    """The panel's own word on the risk, on the day of its meeting, and which tier met."""

    on: date
    level: str
    direction: str | None
    tier: int


@dataclass(frozen=True)
class Whose:
    """Which children are asked for, and whose record each row counts for."""

    only: tuple[int, ...] | None
    lead: Mapping[int, int]

    def ask(self, session: Session, asked: Asked, **given: object) -> Result[*tuple[Any, ...]]:
        """What a statement finds of these children."""
        if self.only is None:
            return session.execute(asked.of_all, given)
        return session.execute(asked.of_some, {"children": self.only, **given})

    def of(self, child_id: int) -> int:
        """The child for whom a record counts."""
        return self.lead.get(child_id, child_id)


def whose_of(session: Session, asked: tuple[int, ...] | None) -> Whose:
    """These children, or all where none are named, with every record that counts for them."""
    if asked is not None and len(asked) == 1:
        family = all_records_of(session, asked[0])
        return Whose(tuple({*family, *asked}), dict.fromkeys(family, family[0]))
    lead = leads(session)
    if asked is None or len(asked) > MANY:
        return Whose(None, lead)
    wanted = set(asked)
    folded = {one for one, end in lead.items() if end in wanted or one in wanted}
    return Whose(tuple(wanted | folded | {lead[one] for one in folded}), lead)


Found = Sequence[Row[Any]]


@once_in_a_reading
def _of_everybody(session: Session, asked: Asked) -> Found:
    """All that a dated statement finds of all children, of which a report asks for several days."""
    return session.execute(asked.of_all, {"day": date.max}).all()


def _by_then(session: Session, whose: Whose, asked: Asked, day: date, at: int) -> Iterable[Any]:
    """What a statement finds of these children up to a day, which stands in the column `at`."""
    if whose.only is not None:
        return whose.ask(session, asked, day=day)
    rows = _of_everybody(session, asked)
    return [row for row in rows if row[at] is None or row[at] <= day]


def statuses(session: Session, whose: Whose, day: date) -> dict[int, FoundStatus]:
    """How each child stands by the status recorded last."""
    rows = _by_then(session, whose, asks.STATUSES, day, SINCE)
    lead = whose.lead
    last = {lead.get(row[0], row[0]): row for row in rows}
    return {child: FoundStatus(*row[1:]) for child, row in last.items()}


def assessments(
    session: Session, whose: Whose, day: date
) -> dict[int, tuple[FoundAssessment, ...]]:
    """The last two assessments of each child, the later one last."""
    rows: dict[int, list[Row[Any]]] = defaultdict(list)
    lead = whose.lead
    for row in _by_then(session, whose, asks.ASSESSMENTS, day, ON_DAY):
        rows[lead.get(row[0], row[0])].append(row)
    return {
        child: tuple(FoundAssessment._make(row[1:]) for row in some[-2:])
        for child, some in rows.items()
    }


def judgements(session: Session, whose: Whose, day: date) -> dict[int, FoundWord]:
    """What the panel judged last of each child."""
    rows = _by_then(session, whose, asks.JUDGED, day, ON_DAY)
    last = {whose.of(row[0]): row for row in rows if row[0] is not None}
    return {child: FoundWord(*row[1:]) for child, row in last.items()}


def types(session: Session, whose: Whose, day: date) -> dict[int, tuple[str, ...]]:
    """The types of exploitation of each child, in words, none told twice."""
    found: dict[int, tuple[str, ...]] = {}
    for child_id, code, worded in whose.ask(session, asks.TYPES, day=day):
        lead, kind = whose.of(child_id), in_words(code, worded)
        known = found.get(lead, ())
        if kind not in known:
            found[lead] = (*known, kind)
    return found


def counted(session: Session, whose: Whose, day: date) -> dict[int, int]:
    """Episodes in the 90 days up to the day, for children with any episode on record by then."""
    first = datetime.combine(day - timedelta(days=WINDOW_DAYS - 1), datetime.min.time())
    after = datetime.combine(day + timedelta(days=1), datetime.min.time())
    found: dict[int, int] = {}
    for child_id, number in whose.ask(session, asks.COUNTED, first=first, after=after):
        found[whose.of(child_id)] = found.get(whose.of(child_id), 0) + number
    return found


def missing_told(session: Session, whose: Whose, day: date) -> dict[int, int | None]:
    """What a paper told of the same 90 days, by every child that is asked for."""
    first = day - timedelta(days=WINDOW_DAYS - 1)
    return dict(whose.ask(session, asks.MISSING, first_told=first).all())


def late(session: Session, whose: Whose, now: datetime) -> dict[int, int]:
    """Return interviews neither done nor declined 72 hours after the return."""
    before = now - WITHIN + timedelta(hours=1)
    found: dict[int, int] = {}
    for child_id, returned in whose.ask(session, asks.RETURNED, before=before, now=now):
        if interview_late(returned, settled=False, now=now):
            found[whose.of(child_id)] = found.get(whose.of(child_id), 0) + 1
    return found
