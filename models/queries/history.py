"""The time line of a record: everything dated that is known of it, the latest first."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    AgendaItem,
    Assessment,
    ChildStatus,
    ConcernDecision,
    Decision,
    DisruptionPlan,
    FlowEntry,
    FlowStepDone,
    Link,
    Measure,
    Meeting,
    MissingEpisode,
    NrmReferral,
    Paper,
    PaperSubject,
    Recommendation,
    Referral,
    ReturnInterview,
    Subject,
)
from models.marks import ItemState
from models.queries.assessed_level import level_of
from models.queries.assessments import moves_by_child
from models.queries.knowable import check_knowable
from models.queries.links import links_of
from models.queries.links_over_time import links_told
from models.queries.visible import may_know, visible_to, within_items, without_conflicts
from models.records.reader import Reader, ReaderKind
from models.records.subjects import HistoryRow
from models.rules import recommendations as rule
from models.rules.by_day import told as told_at
from models.rules.day_words import in_words, short

ON_TRACKER = "On the tracker"
Ids = tuple[int, ...]
Dated = tuple[int | None, date | datetime | None, str, str]
"""Whose it is, when, what kind, and what it says."""
Found = Iterator[Dated]


def history(session: Session, reader: Reader, subject_id: int) -> tuple[HistoryRow, ...]:
    """What happened to a subject as far as the reader may see it, the latest first.

    Refusal where there is no such record that the reader may know of.
    """
    ids = check_knowable(session, reader, subject_id)
    told = (*happened(session, reader, ids), *_links(session, reader, ids))
    rows = [_row(at, kind, text) for _, at, kind, text in told if at is not None]
    # A paper about two records that are the same came once.
    papers = dict.fromkeys(row for row in rows if row.kind == "paper")
    rows = [*papers, *(row for row in rows if row.kind != "paper")]
    return tuple(sorted(rows, key=lambda row: row.at, reverse=True))


def happened(session: Session, reader: Reader, ids: Ids) -> Found:
    """Everything dated of these records save their links, as far as the reader may see it."""
    for each in (
        _statuses(session, ids),
        _assessments(session, ids),
        _episodes(session, ids),
        _nrm(session, ids),
        _flows(session, reader, ids),
        _referrals(session, ids),
        _papers(session, ids),
        _meetings(session, reader, ids),
        _agreed(session, reader, ids),
        _plans(session, reader, ids),
        _concern(session, ids),
        _closed(session, ids),
    ):
        yield from each


def _row(at: date | datetime | None, kind: str, text: str) -> HistoryRow:
    assert at is not None
    return HistoryRow(at.date() if isinstance(at, datetime) else at, kind, text)


def _joined(parts: Iterable[str | None], between: str = ", ") -> str:
    return between.join(one for one in parts if one)


def _statuses(session: Session, ids: Ids) -> Found:
    for one in session.scalars(select(ChildStatus).where(ChildStatus.child_id.in_(ids))):
        risk = f"risk {one.risk.lower()}" if one.risk else None
        said = _joined((one.plan, one.category, one.district, risk))
        if said or one.on_tracker and one.since is not None:
            yield one.child_id, one.since, "status", said or ON_TRACKER


def _assessments(session: Session, ids: Ids) -> Found:
    asked = select(Assessment).where(Assessment.child_id.in_(ids))
    rows = session.scalars(asked.order_by(Assessment.assessed_on, Assessment.id)).all()
    moves = moves_by_child(session, rows)
    for one in rows:
        said = _joined(("Risk assessment", level_of(one), moves[one.id][1]), ": ")
        yield (
            one.child_id,
            one.assessed_on,
            "assessment",
            _joined((said, one.author and f"by {one.author}")),
        )


def _flows(session: Session, reader: Reader, ids: Ids) -> Found:
    """When a child entered and left a flow, and what became of each step.

    Why it was entered is for who keeps the flow: no document and no room has these words.
    """
    within = reader.kind is ReaderKind.PERSON and not reader.in_document
    for one in session.scalars(select(FlowEntry).where(FlowEntry.child_id.in_(ids))):
        entered = _joined((f"Entered {one.flow_label}", one.reason if within else None), ": ")
        yield one.child_id, one.entered_on, "status", entered
        if one.ended_on is not None:
            yield one.child_id, one.ended_on, "status", f"Left {one.flow_label}"
    rows = session.execute(
        select(FlowStepDone, FlowEntry.child_id, FlowEntry.flow_label)
        .join(FlowEntry, FlowEntry.id == FlowStepDone.entry_id)
        .where(FlowEntry.child_id.in_(ids), FlowStepDone.done_on.is_not(None))
        .order_by(FlowStepDone.id)
    )
    for step, child_id, flow in rows:
        yield child_id, step.done_on, "status", f"{flow}: {step.label} {step.state}"


def _episodes(session: Session, ids: Ids) -> Found:
    rows: Iterable[Any] = session.execute(
        select(MissingEpisode, ReturnInterview)
        .outerjoin(ReturnInterview, ReturnInterview.episode_id == MissingEpisode.id)
        .where(MissingEpisode.child_id.in_(ids))
        .order_by(MissingEpisode.id)
    )
    told: set[int] = set()
    for one, held in rows:
        if one.id not in told:
            returned = told_at(one, "returned_at")
            back = f"returned {_moment(returned)}" if returned else None
            words = _joined((one.kind.capitalize(), back))
            yield one.child_id, told_at(one, "reported_at"), "missing", words
            told.add(one.id)
        yield from _interview(one.child_id, held)


def _moment(at: date) -> str:
    """21 Aug 2026, 15:39."""
    return f"{at.day} {at:%b %Y, %H:%M}" if isinstance(at, datetime) else short(at)


def _interview(child_id: int, held: ReturnInterview | None) -> Found:
    if held is None:
        return
    if held.conducted_at:
        yield child_id, told_at(held, "conducted_at"), "interview", "Return home interview done"
    elif held.declined_reason:
        yield child_id, told_at(held, "offered_at"), "interview", "Return home interview declined"


def _nrm(session: Session, ids: Ids) -> Found:
    for one in session.scalars(select(NrmReferral).where(NrmReferral.child_id.in_(ids))):
        yield one.child_id, one.referred_on, "nrm", "Referred to the National Referral Mechanism"
        for day, what, grounds in (
            (one.reasonable_grounds_on, "Reasonable grounds", one.reasonable_grounds),
            (one.conclusive_grounds_on, "Conclusive grounds", one.conclusive_grounds),
        ):
            yield one.child_id, day, "nrm", _joined((what, grounds), ": ")


def _referrals(session: Session, ids: Ids) -> Found:
    for one in session.scalars(select(Referral).where(Referral.subject_id.in_(ids))):
        source = one.referrer_agency or one.referrer_name
        day = one.received_on or one.entered_at
        yield one.subject_id, day, "referral", _joined(("Referral", source), " by ")
        if one.outcome:
            said = f"Triage: {_outcome(one.outcome)}"
            why = _joined((said, one.outcome_reason), ". ")
            yield one.subject_id, one.outcome_at, "triage", why


def _outcome(code: str) -> str:
    row = codes.find("triage_outcomes", code)
    return row.label[0].lower() + row.label[1:] if row is not None else code


def _papers(session: Session, ids: Ids) -> Found:
    rows = session.execute(
        select(PaperSubject.subject_id, Paper.received_at, Paper.name)
        .join(PaperSubject, PaperSubject.paper_id == Paper.id)
        .where(PaperSubject.subject_id.in_(ids))
        .distinct()
    )
    for subject_id, at, name in rows:
        yield subject_id, at, "paper", f"Paper received: {name}"


def _meetings(session: Session, reader: Reader, ids: Ids) -> Found:
    rows = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.subject_id,
            AgendaItem.state,
            Meeting.held_on,
            Decision.label,
            Decision.rationale,
        )
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .outerjoin(Decision, Decision.item_id == AgendaItem.id)
        .where(AgendaItem.subject_id.in_(ids), AgendaItem.removed.is_(False))
    )
    for item_id, subject_id, state, held_on, label, why in rows:
        if state == ItemState.PLANNED or not may_know(reader, item_id, subject_id):
            continue
        said = _joined((label, why), ": ") or state
        yield subject_id, held_on, "meeting", f"Panel: {said}"


def _agreed(session: Session, reader: Reader, ids: Ids) -> Found:
    actions = select(Action).where(Action.subject_id.in_(ids), visible_to(reader, Action))
    for one in session.scalars(actions):
        yield one.subject_id, one.made_on, "action", f"Action {one.reference}: {one.text}"
    to_plan = select(Recommendation).where(
        Recommendation.child_id.in_(ids),
        within_items(reader, Recommendation),
        without_conflicts(reader, Recommendation),
    )
    for each in session.scalars(to_plan):
        yield (
            each.child_id,
            each.made_on,
            "recommendation",
            f"Recommendation {each.reference}: {each.text}",
        )
        for line in (each.earlier_answers or "").splitlines():
            yield (
                each.child_id,
                each.reworded_on,
                "recommendation",
                f"{each.reference}, before: {line}",
            )
        if each.replied_on != each.plan_updated_on:
            # What the plan said before it had it is not on record any more.
            said = "answered" if each.plan_updated_on else rule.in_words(each.status)
            yield each.child_id, each.replied_on, "recommendation", f"{each.reference} {said}"
        shown = f"{each.reference} shown in the plan"
        yield each.child_id, each.plan_updated_on, "recommendation", shown


def _plans(session: Session, reader: Reader, ids: Ids) -> Found:
    plans = select(DisruptionPlan).where(
        DisruptionPlan.subject_id.in_(ids), visible_to(reader, DisruptionPlan)
    )
    for one in session.scalars(plans):
        yield one.subject_id, one.started_on, "disruption", f"Disruption plan {one.reference} begun"
        ended = _joined((f"Plan {one.reference} closed", one.outcome))
        yield one.subject_id, one.closed_on, "disruption", ended
    measures = select(Measure).where(Measure.subject_id.in_(ids), visible_to(reader, Measure))
    for each in session.scalars(measures):
        yield each.subject_id, each.made_on, "disruption", f"{each.name}: {each.status}"


def _links(session: Session, reader: Reader, ids: Ids) -> Found:
    shown = {one.id: one for one in links_of(session, reader, ids[0])}
    dates = session.execute(
        select(Link.id, Link.recorded_on, Link.first_seen).where(Link.id.in_(shown))
    )
    days = {link_id: recorded or first for link_id, recorded, first in dates}
    for one, told in links_told(session, reader, tuple(shown.values()), ids):
        yield ids[0], days.get(one.id), "link", f"Link: {told[0].words}"
        for later in told[1:]:
            yield ids[0], later.since, "link", f"Link changed: {later.words}"


def _concern(session: Session, ids: Ids) -> Found:
    """What was decided of a person of concern; why stands on the record alone."""
    for one in session.scalars(select(ConcernDecision).where(ConcernDecision.subject_id.in_(ids))):
        again = f"looked at again on {in_words(one.next_review_on)}" if one.next_review_on else None
        said = _joined((f"Person of concern: {one.decision}", again))
        yield one.subject_id, one.decided_on, "review", said


def _closed(session: Session, ids: Ids) -> Found:
    rows = session.execute(
        select(Subject.id, Subject.closed_on, Subject.closed_reason).where(Subject.id.in_(ids))
    )
    for subject_id, day, reason in rows:
        yield subject_id, day, "closed", _joined(("Record closed", reason), ": ")
