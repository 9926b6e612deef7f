"""Indicators across cases: what several children share, what comes again, what is linked when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.entities import (
    AgendaItem,
    GroupAssessment,
    GroupMember,
    Link,
    Meeting,
    PersonOfConcern,
    Subject,
)
from models.marks import ItemState, SubjectKind
from models.queries.items_held import of_meetings_held
from models.queries.knowable import knowable, knowable_link, leads
from models.queries.performance_disruption import listed_person, listed_subject
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.rules.indicators import Figure, Term, children, counted, listed_meeting, row
from models.rules.quarters import Span
from models.rules.shared_links import Tie, of_many, sharing

SECTION = "Across cases"
STOOD = "by links on record on the last day that had not ended"
OF_MANY = (
    (Term(SECTION, "Persons linked with 3 children or more", f"Persons of concern, {STOOD}."),
     SubjectKind.PERSON, "Person of concern"),
    (Term(SECTION, "Places linked with 3 children or more", f"Places, {STOOD}."),
     SubjectKind.PLACE, "Place"),
)  # fmt: skip
SHARING = Term(
    SECTION,
    "Children sharing 2 links or more",
    "Children who have two or more persons, places, groups or things in common with another "
    f"child, {STOOD}.",
)
BEFORE = Term(
    SECTION,
    "Items linked before the panel",
    "Items discussed in the quarter whose subject had a link recorded before the meeting's day.",
)
AFTER = Term(
    SECTION,
    "Items linked by the last day",
    "Of the same items, those whose subject has a link recorded by the last day.",
)
AGAIN = Term(
    SECTION,
    "Places discussed again",
    "Places that a meeting of the quarter discussed and an earlier meeting had discussed already.",
)
GREW = Term(
    SECTION,
    "Groups with somebody new",
    "Groups of which an assessment in the quarter has a member that the one before it has not; "
    "a first assessment is not counted.",
)


class _Item(NamedTuple):
    subject_id: int
    kind: str
    meeting_id: int
    held_on: date


def across_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators across cases, a figure for each quarter."""
    every = list(_links(session, reader))
    ties = list(_ties(every))
    for term, kind, words in OF_MANY:
        found = [of_many(ties, kind, span.last) for span in spans]
        if kind == SubjectKind.PERSON:
            yield row(term, (_persons(session, ids) for ids in found))
        else:
            yield row(term, [_listed(ids, words) for ids in found])
    yield row(SHARING, (children(sharing(ties, span.last)) for span in spans))
    items = list(_discussed(session, reader))
    yield from _linked(items, every, spans)
    yield row(AGAIN, (_again(items, span) for span in spans))
    grown = list(_grown(session, reader))
    yield row(GREW, (_listed([one for one, day in grown if span.holds(day)], "Group")
                     for span in spans))  # fmt: skip


class _Link(NamedTuple):
    one: int
    one_kind: str
    other: int
    other_kind: str
    recorded_on: date | None
    ended_on: date | None


def _links(session: Session, reader: Reader) -> Iterator[_Link]:
    """Every link that the reader may read, each record joined to another as that one."""
    here, there, lead = aliased(Subject), aliased(Subject), leads(session)
    rows = session.execute(
        select(here.id, here.kind, there.id, there.kind, Link.recorded_on, Link.ended_on)
        .join(here, here.id == Link.from_id)
        .join(there, there.id == Link.to_id)
        .where(knowable_link(reader))
        .order_by(Link.id)
    )
    for one, kind, other, other_kind, recorded, ended in rows:
        yield _Link(lead.get(one, one), kind, lead.get(other, other), other_kind, recorded, ended)


def _ties(links: Sequence[_Link]) -> Iterator[Tie]:
    """Links of a child with somebody or something that is no child and no theme."""
    aside = {SubjectKind.CHILD, SubjectKind.THEME}
    for one in links:
        days = (one.recorded_on, one.ended_on)
        if one.one_kind == SubjectKind.CHILD and one.other_kind not in aside:
            yield Tie(one.one, one.other, one.other_kind, *days)
        elif one.other_kind == SubjectKind.CHILD and one.one_kind not in aside:
            yield Tie(one.other, one.one, one.one_kind, *days)


def _listed(ids: Sequence[int], words: str) -> Figure:
    return counted([listed_subject(one, words) for one in dict.fromkeys(ids)])


def _persons(session: Session, ids: Sequence[int]) -> Figure:
    known = dict(
        session.execute(
            select(PersonOfConcern.id, PersonOfConcern.system_id).where(PersonOfConcern.id.in_(ids))
        ).all()
    )
    return counted([listed_person(one, known[one]) for one in dict.fromkeys(ids)])


def _discussed(session: Session, reader: Reader) -> Iterator[_Item]:
    lead = leads(session)
    rows = session.execute(
        select(AgendaItem.subject_id, Subject.kind, Meeting.id, Meeting.held_on)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Subject, Subject.id == AgendaItem.subject_id)
        .where(
            AgendaItem.state == ItemState.DISCUSSED.value,
            of_meetings_held(reader),
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    )
    for subject_id, kind, meeting_id, held_on in rows:
        if subject_id is not None:
            yield _Item(lead.get(subject_id, subject_id), kind, meeting_id, held_on)


def _linked(
    items: Sequence[_Item], links: Sequence[_Link], spans: Sequence[Span]
) -> Iterator[ReportRow]:
    first: dict[int, date] = {}
    for one in links:
        for end in (one.one, one.other):
            first[end] = min(first.get(end, date.max), one.recorded_on or date.min)
    own = [[one for one in items if span.holds(one.held_on)] for span in spans]
    yield row(BEFORE, (_items([one for one in some if _known(first, one) < one.held_on])
                       for some in own))  # fmt: skip
    yield row(AFTER, (_items([one for one in some if _known(first, one) <= span.last])
                      for some, span in zip(own, spans, strict=True)))  # fmt: skip


def _known(first: Mapping[int, date], one: _Item) -> date:
    return first.get(one.subject_id, date.max)


def _items(some: Sequence[_Item]) -> Figure:
    return counted([listed_meeting(one.meeting_id, one.held_on, None) for one in some])


def _again(items: Sequence[_Item], span: Span) -> Figure:
    places = [one for one in items if one.kind == SubjectKind.PLACE]
    met: set[int] = set()
    found = []
    for one in places:
        if span.holds(one.held_on) and one.subject_id in met:
            found.append(one.subject_id)
        met.add(one.subject_id)
    return _listed(found, "Place")


def _grown(session: Session, reader: Reader) -> Iterator[tuple[int, date]]:
    """Groups whose assessment of a day has a member that the one before it has not."""
    members: dict[int, set[int]] = {}
    rows = session.execute(
        select(GroupMember.assessment_id, Link.from_id, Link.to_id)
        .join(Link, Link.id == GroupMember.link_id)
        .where(knowable_link(reader))
    )
    for assessment_id, one, other in rows:
        members.setdefault(assessment_id, set()).update((one, other))
    before: dict[int, set[int]] = {}
    assessed = session.execute(
        select(GroupAssessment.id, GroupAssessment.group_id, GroupAssessment.assessed_on)
        .where(visible_to(reader, GroupAssessment), knowable(reader, GroupAssessment.group_id))
        .order_by(GroupAssessment.assessed_on, GroupAssessment.id)
    )
    for assessment_id, group_id, day in assessed:
        now = members.get(assessment_id, set())
        if group_id in before and now - before[group_id] - {group_id}:
            yield group_id, day
        before[group_id] = now
