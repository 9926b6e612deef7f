"""What every record's clock runs on, read for all records at once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    ActionSubject,
    AgendaItem,
    DisruptionPlan,
    Exploitation,
    Link,
    Meeting,
    Mention,
    MinutesVersion,
    PersonOfConcern,
    ProtectedChild,
    Subject,
)
from models.marks import MeetingState
from models.queries.knowable import leads
from models.queries.minutes import SETTLED
from models.queries.overdue import OPEN
from models.queries.retention_facts import THING, Known, facts_of
from models.rules.retention import STILL_OPEN, Due, Facts, Period, due, shared


@dataclass
class Clocks:
    """Clocks of all subjects and meetings, with what they name."""

    session: Session
    subjects: dict[int, Known] = field(default_factory=dict)
    lead: dict[int, int] = field(default_factory=dict)
    meetings: dict[int, Any] = field(default_factory=dict)
    approved: dict[int, date] = field(default_factory=dict)
    open_again: frozenset[int] = frozenset()
    """Meetings whose minutes were approved once, and are a draft or recalled now."""
    named: Mapping[int, set[int]] = field(default_factory=dict)
    """Meeting id to the subjects named in it."""
    discussed: Mapping[int, set[int]] = field(default_factory=dict)
    """Subject id to the meetings at which it had an item of its own."""
    exploitation: Mapping[int, frozenset[str]] = field(default_factory=dict)
    at_work: frozenset[tuple[str, int]] = frozenset()
    """Subjects and meetings with an action that is still open."""
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
        others = [*children, *meetings, *self._open("subject", subject_id)]
        return shared(self.own(subject_id), others, "Its minutes, plans or actions")

    def minutes(self, meeting_id: int) -> Due:
        """When minutes fall due by their own class."""
        row = self.meetings[meeting_id]
        closed = row.state == MeetingState.CLOSED or row.cancelled
        return due(Facts({"meeting": row.held_on}, closed=closed), self.schedule("meeting"))

    def meeting(self, meeting_id: int) -> Due:
        """When a meeting falls due: kept as long as the longest of those it names."""
        named = (one for one in self.named.get(meeting_id, ()) if one in self.subjects)
        people = [one for one in named if self.subjects[one].record != THING]
        others = [*map(self.own, people), *self._open("meeting", meeting_id)]
        return shared(self.minutes(meeting_id), others, "Its actions or those it names")

    def _open(self, about: str, about_id: int) -> list[Due]:
        """What cannot be told while an action is open."""
        return [Due(None, why=STILL_OPEN)] if (about, about_id) in self.at_work else []

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
    made.open_again = _open_again(session)
    made.discussed, made.named = _named(session, made.lead)
    made.exploitation = _exploitation(session, made.lead)
    made.at_work = _at_work(session, made.lead)
    made._protects = _protects(session, made.lead)
    met = {
        subject_id: [made.meetings[one].held_on for one in meetings]
        for subject_id, meetings in made.discussed.items()
    }
    made._facts = facts_of(session, made.subjects, made.lead, met)
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


def _open_again(session: Session) -> frozenset[int]:
    pairs = select(MinutesVersion.meeting_id, func.max(MinutesVersion.number)).group_by(
        MinutesVersion.meeting_id
    )
    states = session.execute(
        select(MinutesVersion.meeting_id, MinutesVersion.state).where(
            tuple_(MinutesVersion.meeting_id, MinutesVersion.number).in_(pairs)
        )
    )
    return frozenset(meeting_id for meeting_id, state in states if state not in SETTLED)


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


def _at_work(session: Session, lead: Mapping[int, int]) -> frozenset[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    rows = select(Action.subject_id, Action.meeting_id).where(Action.status.in_(OPEN))
    for subject_id, meeting_id in session.execute(rows):
        if subject_id is not None:
            found.add(("subject", lead.get(subject_id, subject_id)))
        if meeting_id is not None:
            found.add(("meeting", meeting_id))
    return frozenset(found)


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
