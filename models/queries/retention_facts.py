"""What the clock of each subject runs on: birth, plans, closure, last contact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    Assessment,
    Child,
    ChildStatus,
    FlowEntry,
    InformationLine,
    MissingEpisode,
    Move,
    NrmReferral,
    PersonOfConcern,
    Recommendation,
    Referral,
    ServiceCase,
    Subject,
)
from models.marks import SubjectKind
from models.rules.retention import Facts

RECORDS = {
    SubjectKind.CHILD: "child",
    SubjectKind.PERSON: "person",
    SubjectKind.PLACE: "place",
    SubjectKind.GROUP: "group",
}
THING = "thing"
CONTACTS = (
    (Referral.subject_id, Referral.received_on),
    (Assessment.child_id, Assessment.assessed_on),
    (MissingEpisode.child_id, MissingEpisode.reported_at),
    (MissingEpisode.child_id, MissingEpisode.returned_at),
    (ChildStatus.child_id, ChildStatus.since),
    (NrmReferral.child_id, NrmReferral.referred_on),
    (FlowEntry.child_id, FlowEntry.entered_on),
    (FlowEntry.child_id, FlowEntry.ended_on),
    (ServiceCase.child_id, ServiceCase.since),
    (ServiceCase.child_id, ServiceCase.until),
    (Move.child_id, Move.moved_on),
    (InformationLine.subject_id, InformationLine.information_date),
    (Action.subject_id, Action.made_on),
    (Action.subject_id, Action.status_on),
    (Recommendation.child_id, Recommendation.made_on),
    (Recommendation.child_id, Recommendation.plan_updated_on),
    (Subject.id, Subject.closed_on),
)
"""Days on which the panel last had to do with somebody."""


@dataclass(frozen=True)
class Known:
    """A subject that stands for itself, with the ids of the records that are the same."""

    id: int
    kind: str
    label: str
    uuid: str
    closed_on: date | None
    family: tuple[int, ...]

    @property
    def record(self) -> str:
        """Its sort in the schedule."""
        return RECORDS.get(SubjectKind(self.kind), THING)


def facts_of(
    session: Session,
    subjects: Mapping[int, Known],
    lead: Mapping[int, int],
    met: Mapping[int, Iterable[date]],
) -> dict[int, Facts]:
    """The facts of every subject; `met` are the days of the meetings at which it had an item."""
    contact = _contacts(session, lead, met)
    births, dead = _births(session)
    plans: dict[int, set[str]] = defaultdict(set)
    for child_id, code in session.execute(
        select(ChildStatus.child_id, ChildStatus.plan_code).distinct()
    ):
        if code:
            plans[lead.get(child_id, child_id)].add(code)
    trust = select(PersonOfConcern.id).where(PersonOfConcern.position_of_trust.is_(True))
    trusted = set(session.scalars(trust))
    return {
        one.id: Facts(
            {
                "birth": next((births[other] for other in one.family if births.get(other)), None),
                "closure": one.closed_on,
                "last contact": contact.get(one.id),
            },
            frozenset(plans[one.id]),
            not trusted.isdisjoint(one.family),
            one.closed_on is not None,
            not dead.isdisjoint(one.family),
        )
        for one in subjects.values()
    }


def _births(session: Session) -> tuple[dict[int, date | None], set[int]]:
    births: dict[int, date | None] = {}
    for entity in (Child, PersonOfConcern):
        births.update(session.execute(select(entity.id, entity.birth_date)).all())
    return births, set(session.scalars(select(Child.id).where(Child.deceased)))


def _contacts(
    session: Session, lead: Mapping[int, int], met: Mapping[int, Iterable[date]]
) -> dict[int, date]:
    """The latest day of contact with each subject."""
    found: dict[int, date] = {}

    def heard(pairs: Iterable[tuple[Any, Any]]) -> None:
        for subject_id, day in pairs:
            if subject_id is None or day is None:
                continue
            when = day.date() if isinstance(day, datetime) else day
            one = lead.get(subject_id, subject_id)
            found[one] = max(when, found.get(one, when))

    for whom, day in CONTACTS:
        heard(session.execute(select(whom, func.max(day)).group_by(whom)))
    for subject_id, days in met.items():
        heard((subject_id, when) for when in days)
    return found
