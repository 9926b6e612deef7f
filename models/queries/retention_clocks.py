"""What every record's clock runs on, read for all records at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    ActionSubject,
    AgendaItem,
    Assessment,
    Child,
    ChildStatus,
    DisruptionPlan,
    Exploitation,
    InformationLine,
    Link,
    Meeting,
    Mention,
    MinutesVersion,
    MissingEpisode,
    PersonOfConcern,
    ProtectedChild,
    Recommendation,
    Referral,
    Subject,
)
from models.marks import MeetingState, SubjectKind
from models.queries.knowable import leads
from models.rules.retention import Due, Facts, Period, due, shared

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


@dataclass
class Clocks:
    """Clocks of all subjects and meetings, with what they name."""

    session: Session
    subjects: dict[int, Known] = field(default_factory=dict)
    lead: dict[int, int] = field(default_factory=dict)
    meetings: dict[int, Any] = field(default_factory=dict)
    approved: dict[int, date] = field(default_factory=dict)
    named: Mapping[int, set[int]] = field(default_factory=dict)
    """Meeting id to the subjects named in it."""
    discussed: Mapping[int, set[int]] = field(default_factory=dict)
    """Subject id to the meetings at which it had an item of its own."""
    exploitation: Mapping[int, frozenset[str]] = field(default_factory=dict)
    _facts: dict[int, Facts] = field(default_factory=dict)
    _protects: Mapping[int, set[int]] = field(default_factory=dict)
    _schedule: dict[str, tuple[Period, ...]] = field(default_factory=dict)

    def own(self, subject_id: int) -> Due:
        """When a record falls due by its own classes."""
        known = self.subjects[subject_id]
        return due(self._facts[subject_id], self.schedule(known.record))

    def subject(self, subject_id: int) -> Due:
        """When a record falls due: not before the minutes of its meetings, nor before the
        children whom plans against it protect."""
        meetings = [self.minutes(one) for one in self.discussed.get(subject_id, ())]
        children = [self.own(one) for one in self._protects.get(subject_id, ())]
        return shared(self.own(subject_id), [*children, *meetings], "Its minutes or plans")

    def minutes(self, meeting_id: int) -> Due:
        """When minutes fall due by their own class."""
        row = self.meetings[meeting_id]
        closed = row.state == MeetingState.CLOSED or row.cancelled
        return due(Facts({"meeting": row.held_on}, closed=closed), self.schedule("meeting"))

    def meeting(self, meeting_id: int) -> Due:
        """When a meeting falls due: kept as long as the longest of those it names."""
        named = (one for one in self.named.get(meeting_id, ()) if one in self.subjects)
        people = [one for one in named if self.subjects[one].record != THING]
        return shared(self.minutes(meeting_id), map(self.own, people), "One of those it names")

    def schedule(self, record: str) -> tuple[Period, ...]:
        """The panel's classes for one sort of record."""
        if record not in self._schedule:
            self._schedule[record] = schedule(record)
        return self._schedule[record]


def schedule(record: str) -> tuple[Period, ...]:
    """The rows in use of the panel's schedule for one sort of record."""
    return tuple(
        Period(one.code, one.label, one.trigger, one.years, one.months,
               frozenset(one.plans), one.trust)
        for one in codes.rows_of("retention", codes.Retention)
        if one.record == record
    )  # fmt: skip


def clocks(session: Session) -> Clocks:
    """Every clock of the panel's file."""
    made = Clocks(session, lead=_leads(session))
    made.subjects = _subjects(session, made.lead)
    made.meetings = {row.id: row for row in session.execute(select(
        Meeting.id, Meeting.uuid, Meeting.held_on, Meeting.state, Meeting.cancelled))}  # fmt: skip
    made.approved = _approved(session)
    made.discussed, made.named = _named(session, made.lead)
    made.exploitation = _exploitation(session, made.lead)
    made._protects = _protects(session, made.lead)
    made._facts = _facts(session, made)
    return made


def family_of(session: Session, about: str, about_id: int) -> tuple[int, ...]:
    """The ids of all records that are the same subject; of anything else its own."""
    if about != "subject":
        return (about_id,)
    return (about_id, *sorted(one for one, end in _leads(session).items() if end == about_id))


def _leads(session: Session) -> dict[int, int]:
    """Record id to the one that stands for it: said the same, or a person who is that child."""
    folded = dict(leads(session))
    for person_id, child_id in session.execute(
        select(PersonOfConcern.id, PersonOfConcern.child_id)
    ):
        if child_id is not None:
            folded[person_id] = folded.get(child_id, child_id)
    return {one: folded.get(end, end) for one, end in folded.items()}


def _subjects(session: Session, lead: Mapping[int, int]) -> dict[int, Known]:
    family: dict[int, list[int]] = defaultdict(list)
    for one, end in lead.items():
        family[end].append(one)
    rows = session.execute(
        select(Subject.id, Subject.kind, Subject.label, Subject.uuid, Subject.closed_on)
    )
    return {
        row.id: Known(*row, (row.id, *sorted(family.get(row.id, ()))))
        for row in rows
        if row.id not in lead
    }


def _approved(session: Session) -> dict[int, date]:
    """Meeting id to the day on which its minutes were first approved."""
    rows = session.execute(
        select(MinutesVersion.meeting_id, func.min(MinutesVersion.approved_at))
        .where(MinutesVersion.approved_at.is_not(None))
        .group_by(MinutesVersion.meeting_id)
    )
    return {meeting_id: at.date() for meeting_id, at in rows if at is not None}


def _named(
    session: Session, lead: Mapping[int, int]
) -> tuple[Mapping[int, set[int]], Mapping[int, set[int]]]:
    """Subject id to the meetings of its items, and meeting id to all subjects named in it."""
    discussed: dict[int, set[int]] = defaultdict(set)
    named: dict[int, set[int]] = defaultdict(set)
    items = select(AgendaItem.meeting_id, AgendaItem.subject_id)
    mentions = select(AgendaItem.meeting_id, Mention.subject_id)
    actions = select(Action.meeting_id, Action.subject_id)
    further = select(Action.meeting_id, ActionSubject.subject_id)
    for query in (
        items,
        mentions.join(Mention, Mention.item_id == AgendaItem.id),
        actions,
        further.join(ActionSubject, ActionSubject.action_id == Action.id),
    ):
        for meeting_id, subject_id in session.execute(query):
            if meeting_id is not None and subject_id is not None:
                named[meeting_id].add(lead.get(subject_id, subject_id))
                if query is items:
                    discussed[lead.get(subject_id, subject_id)].add(meeting_id)
    return discussed, named


def _exploitation(session: Session, lead: Mapping[int, int]) -> Mapping[int, frozenset[str]]:
    """Forms of exploitation by subject: a child's own, and those of children it is linked to."""
    own: dict[int, set[str]] = defaultdict(set)
    for child_id, code in session.execute(select(Exploitation.child_id, Exploitation.code)):
        if code:
            own[lead.get(child_id, child_id)].update(_with_parents(code))
    found = {one: set(forms) for one, forms in own.items()}
    for one, other in session.execute(select(Link.from_id, Link.to_id)):
        pair = lead.get(one, one), lead.get(other, other)
        for mine, theirs in (pair, pair[::-1]):
            if theirs in own:
                found.setdefault(mine, set()).update(own[theirs])
    return {one: frozenset(forms) for one, forms in found.items()}


def _with_parents(code: str) -> set[str]:
    row, found = codes.find("exploitation_types", code), {code}
    while row is not None and row.parent and row.parent not in found:
        found.add(row.parent)
        row = codes.find("exploitation_types", row.parent)
    return found


def _protects(session: Session, lead: Mapping[int, int]) -> Mapping[int, set[int]]:
    """Subject id to the children whom a plan against it protects."""
    found: dict[int, set[int]] = defaultdict(set)
    for subject_id, child_id in session.execute(
        select(DisruptionPlan.subject_id, ProtectedChild.child_id).join(
            ProtectedChild, ProtectedChild.plan_id == DisruptionPlan.id
        )
    ):
        subject, child = lead.get(subject_id, subject_id), lead.get(child_id, child_id)
        if subject != child:
            found[subject].add(child)
    return found


def _facts(session: Session, made: Clocks) -> dict[int, Facts]:
    contact = _contacts(session, made)
    births, dead = _births(session)
    plans: dict[int, set[str]] = defaultdict(set)
    for child_id, code in session.execute(
        select(ChildStatus.child_id, ChildStatus.plan_code).distinct()
    ):
        if code:
            plans[made.lead.get(child_id, child_id)].add(code)
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
        for one in made.subjects.values()
    }


def _births(session: Session) -> tuple[dict[int, date | None], set[int]]:
    births: dict[int, date | None] = {}
    for entity in (Child, PersonOfConcern):
        births.update(session.execute(select(entity.id, entity.birth_date)).all())
    return births, set(session.scalars(select(Child.id).where(Child.deceased)))


def _contacts(session: Session, made: Clocks) -> dict[int, date]:
    """The latest day of contact with each subject."""
    found: dict[int, date] = {}

    def heard(pairs: Iterable[tuple[Any, Any]]) -> None:
        for subject_id, day in pairs:
            if subject_id is None or day is None:
                continue
            when = day.date() if isinstance(day, datetime) else day
            one = made.lead.get(subject_id, subject_id)
            found[one] = max(when, found.get(one, when))

    for whom, day in CONTACTS:
        heard(session.execute(select(whom, func.max(day)).group_by(whom)))
    for subject_id, meetings in made.discussed.items():
        heard((subject_id, made.meetings[one].held_on) for one in meetings)
    return found
