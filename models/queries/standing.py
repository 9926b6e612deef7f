"""How a child stands on a day: plan, category, risk, assessment, missing episodes, interviews."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from models.queries import standing_found as rows
from models.queries.many import MANY
from models.queries.once import once_in_a_reading
from models.queries.standing_found import (
    FoundAssessment,
    FoundStatus,
    FoundWord,
    Whose,
    whose_of,
)
from models.queries.together import About, Ids, together
from models.queries.validity import validity
from models.records.reader import Reader
from models.rules.assessed_moves import moved_at
from models.rules.schemes import last_day_in_date


class ChildStanding(NamedTuple):
    """A child's standing; what is not known is None. `risk` is the latest word, the panel's too."""

    plan: str | None = None
    plan_code: str | None = None
    district: str | None = None
    category: str | None = None
    other_exploitation: bool = False
    types: tuple[str, ...] = ()
    risk: str | None = None
    direction: str | None = None
    assessed_on: date | None = None
    assessment_overdue: bool = True
    in_date_until: date | None = None
    """The last day on which the latest assessment is in date; none where there is none."""
    missing_90_days: int | None = None
    missing_told: int | None = None
    """What a paper told of the same 90 days, where it is more than the episodes entered."""
    missing_entered: int = 0
    """The episodes of the 90 days that are entered here, whatever a paper told."""
    interviews_late: int = 0
    on_panel: bool = False
    on_tracker: bool = False
    legal_status: str | None = None
    risk_stands: bool = False
    """Whether an assessment or the panel says the risk, rather than a status."""
    risk_dated: bool = False
    """Whether what says the risk has a day, rather than that it was so before records began."""
    risk_scheme: str | None = None
    """The scheme of the assessment that says the risk."""
    assessed_level: str | None = None
    """What the latest assessment says, whatever the panel judged since."""
    judged_on: date | None = None
    """The day on which the panel judged the risk, where its word is the latest."""
    judged_by: int | None = None
    """The tier that met on that day."""


def standing_of(
    session: Session, reader: Reader, child_id: int, on: date | None = None
) -> ChildStanding:
    """One child's standing on a day, today where none is named."""
    day = on or reader.today
    found = _alone(session, child_id, day)
    assert found is not None
    minute = _moment(reader, day).replace(second=0, microsecond=0)
    return found._replace(interviews_late=_late_alone(session, child_id, minute) or 0)


def risk_of(session: Session, child_id: int, day: date) -> str | None:
    """The latest word on one child's risk on a day, and nothing else of how they stand."""
    whose = whose_of(session, (child_id,))
    lead = whose.of(child_id)
    latest = rows.assessments(session, whose, day).get(lead, ())[-1:]
    judged = _latest_word(rows.judgements(session, whose, day).get(lead), *latest)
    said = judged.level if judged else latest[0].level if latest else None
    if said:
        return said
    status = rows.statuses(session, whose, day).get(lead)
    return status.risk if status else None


@together(About.CHILD)
def _alone(session: Session, child_ids: Ids, day: date) -> Mapping[int, ChildStanding]:
    """Each child's standing, but for what is told by the hour."""
    return _of_day(session, whose_of(session, child_ids), child_ids, day, {})


@together(About.CHILD)
def _late_alone(session: Session, child_ids: Ids, minute: datetime) -> Mapping[int, int]:
    """Interviews that are late: what is told by the hour is asked by the minute."""
    whose = whose_of(session, child_ids)
    late = rows.late(session, whose, minute)
    return {one: late.get(whose.of(one), 0) for one in child_ids}


def standings(
    session: Session, reader: Reader, child_ids: Iterable[int] | None, on: date | None = None
) -> Mapping[int, ChildStanding]:
    """Standings by child id; all children where no ids are given. One select for each table.

    What is recorded under a record that is the same child counts for the child.
    """
    day = on or reader.today
    asked = None if child_ids is None else tuple(dict.fromkeys(child_ids))
    if asked is None or len(asked) > MANY:
        every = _of_all(session, day, _moment(reader, day))
        if asked is None:
            return every
        if every.keys() >= set(asked):
            return {one: every[one] for one in asked}
    whose = whose_of(session, asked)
    return _of_day(session, whose, asked, day, rows.late(session, whose, _moment(reader, day)))


@once_in_a_reading
def _of_all(session: Session, day: date, moment: datetime) -> Mapping[int, ChildStanding]:
    """Every child's standing, of which a report asks several times: nobody changes it."""
    whose = whose_of(session, None)
    return _of_day(session, whose, None, day, rows.late(session, whose, moment))


def _moment(reader: Reader, day: date) -> datetime:
    """Now, or the end of a day that is over."""
    return min(reader.now, datetime.combine(day, datetime.max.time()))


def _of_day(
    session: Session,
    whose: Whose,
    asked: tuple[int, ...] | None,
    day: date,
    late: Mapping[int, int],
) -> dict[int, ChildStanding]:
    status = rows.statuses(session, whose, day)
    assessed = rows.assessments(session, whose, day)
    judged = rows.judgements(session, whose, day)
    types = rows.types(session, whose, day)
    counted = rows.counted(session, whose, day)
    missing = rows.missing_told(session, whose, day)
    until = _last_days(session)
    found: dict[int, ChildStanding] = {}
    for child_id in missing if asked is None else asked:
        lead = whose.lead.get(child_id, child_id)
        found[child_id] = _standing(
            status.get(lead),
            assessed.get(lead, ()),
            judged.get(lead),
            types.get(lead, ()),
            counted.get(lead),
            missing.get(child_id),
            late.get(lead, 0),
            until,
            day,
        )
    return found


def _last_days(session: Session) -> Callable[[FoundAssessment | None], date | None]:
    """Until when an assessment is in date; many are of one day."""
    period, known = validity(session), dict[tuple[date, str | None], date]()

    def until(one: FoundAssessment | None) -> date | None:
        if one is None or one.on is None:
            return None
        key = (one.on, one.scheme)
        if key not in known:
            known[key] = last_day_in_date(one.on, period(one.scheme))
        return known[key]

    return until


def _standing(
    status: FoundStatus | None,
    assessed: tuple[FoundAssessment, ...],
    judged: FoundWord | None,
    types: tuple[str, ...],
    episodes: int | None,
    told: int | None,
    late: int,
    until: Callable[[FoundAssessment | None], date | None],
    day: date,
) -> ChildStanding:
    latest = assessed[-1] if assessed else None
    lasts = until(latest)
    said = latest.level if latest else None
    level = said or (status.risk if status else None)
    before = assessed[-2].assessed if len(assessed) > 1 else None
    by = latest.scheme if latest else None
    now = latest.assessed._replace(level=level) if latest else None
    moved = moved_at(before, now) if now else None
    word = _latest_word(judged, latest)
    if word is not None:
        said = level = word.level
        moved = word.direction
    one = status or _NOTHING
    return ChildStanding(
        plan=one.plan,
        plan_code=one.plan_code,
        district=one.district,
        category=one.category,
        other_exploitation=one.other_exploitation,
        types=types,
        risk=level,
        direction=moved,
        assessed_on=latest.on if latest else None,
        assessment_overdue=lasts is None or lasts < day,
        in_date_until=lasts,
        missing_90_days=told if episodes is None else episodes,
        missing_told=told if episodes is not None and (told or 0) > episodes else None,
        missing_entered=episodes or 0,
        interviews_late=late,
        on_panel=one.on_panel,
        on_tracker=one.on_tracker,
        legal_status=one.legal_status,
        risk_stands=bool(said),
        risk_dated=bool(said or (level and one.since)),
        risk_scheme=by if said and word is None else None,
        assessed_level=latest.level if latest else None,
        judged_on=word.on if word else None,
        judged_by=word.tier if word else None,
    )


def _latest_word(
    judged: FoundWord | None, latest: FoundAssessment | None = None
) -> FoundWord | None:
    """The panel's word, where it was judged on the day of the latest assessment or later."""
    if judged is None or (latest is not None and latest.on and judged.on < latest.on):
        return None
    return judged


_NOTHING = FoundStatus(None, None, None, None, False, None, False, False, None, None)
