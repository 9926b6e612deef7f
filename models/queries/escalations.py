"""What tiers send to one another: what arrives, with its history, and what comes back."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from models.entities import (
    Action,
    Agency,
    AgendaItem,
    Decision,
    Escalation,
    Meeting,
    PanelSeries,
    RiskJudgement,
    Subject,
)
from models.marks import ItemState, Sharing
from models.queries.once import once
from models.queries.overdue import OPEN
from models.queries.short_labels import short_label
from models.queries.tiers import names_people
from models.records.escalations import EscalationRecord
from models.records.reader import Reader
from models.rules import tiers as rule

_there, _there_meeting = aliased(AgendaItem), aliased(Meeting)
_to = aliased(PanelSeries)
STANDS = Escalation.withdrawn.is_(False)
DECIDED = (ItemState.DISCUSSED.value,)


def arriving(session: Session, meeting: Meeting) -> list[tuple[Escalation, Subject | None, str]]:
    """What other tiers sent to this meeting's tier by its day, taken by no agenda yet."""
    rows = session.execute(
        select(Escalation, Subject, PanelSeries.name)
        .join(AgendaItem, AgendaItem.id == Escalation.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(PanelSeries, PanelSeries.id == Meeting.series_id)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .where(
            STANDS,
            Escalation.series_id == meeting.series_id,
            Escalation.there_id.is_(None),
            Escalation.sent_on <= meeting.held_on,
        )
        .order_by(Escalation.id)
    )
    return [(one, subject, tier) for one, subject, tier in rows]


def answers_to(session: Session, meeting: Meeting) -> Iterator[tuple[Subject, str]]:
    """Subjects of which another tier answered this meeting's tier, and what it answered."""
    for _, subject, found in unheard(session, meeting):
        yield subject, rule.answer_words(found.to_tier, found.answer, found.answered_on)


def unheard(
    session: Session, meeting: Meeting
) -> Iterator[tuple[Escalation, Subject, EscalationRecord]]:
    """Answers that no agenda of the sending tier has taken up."""
    wanted = _statement().where(
        Meeting.series_id == meeting.series_id,
        Meeting.held_on < meeting.held_on,
        Escalation.heard_id.is_(None),
        AgendaItem.subject_id.is_not(None),
    )
    for row in session.execute(wanted):
        made = _record(session, row)
        if made.answer and row[3] is not None:
            yield row[0], row[3], made


def escalations(
    session: Session, reader: Reader, item_id: int | None = None
) -> tuple[EscalationRecord, ...]:
    """What went from or to tiers that the reader reads, or what an item was sent as, or came as."""
    wanted = _statement()
    if item_id is not None:
        wanted = wanted.where(or_(Escalation.item_id == item_id, Escalation.there_id == item_id))
    rows = session.execute(wanted.order_by(Escalation.id.desc()))
    return tuple(_record(session, row, reader) for row in rows if _may_read(reader, row))


def came_with(session: Session, item_id: int) -> tuple[str, ...]:
    """What went with an item that another tier sent; nothing for any other item."""
    found = _sent_as(session).get(item_id)
    return _before(session, found[0], named=found[1] is None) if found else ()


@once
def _sent_as(session: Session) -> Mapping[int, tuple[int, str | None]]:
    """The item that each was on the tier that sent it, and its title where it has no name."""
    wanted = select(Escalation.there_id, Escalation.item_id, Escalation.title)
    rows = session.execute(wanted.where(STANDS, Escalation.there_id.is_not(None)))
    return {there: (item, title) for there, item, title in rows if there is not None}


def _may_read(reader: Reader, row: Any) -> bool:
    """Whether the reader takes part in the item that was sent, or sits where it went."""
    one, item, meeting = row[0], row[1], row[2]
    about = item.subject_id in reader.conflicted_subjects
    if about or {item.id, one.there_id} & reader.conflicted_items:
        return False
    if reader.only_items is not None and not {item.id, one.there_id} & reader.only_items:
        return False
    return reader.series is None or bool({meeting.series_id, one.series_id} & reader.series)


def _statement() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Escalation, AgendaItem, Meeting, Subject, PanelSeries.name, _to.name,
            _there_meeting.held_on, Decision.label, Decision.rationale, _there.state,
        )
        .join(AgendaItem, AgendaItem.id == Escalation.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(PanelSeries, PanelSeries.id == Meeting.series_id)
        .join(_to, _to.id == Escalation.series_id)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .outerjoin(_there, _there.id == Escalation.there_id)
        .outerjoin(_there_meeting, _there_meeting.id == _there.meeting_id)
        .outerjoin(Decision, Decision.item_id == Escalation.there_id)
        .where(STANDS)
    )  # fmt: skip


def _record(session: Session, row: Any, reader: Reader | None = None) -> EscalationRecord:
    one, item, meeting, subject, tier, to, there_on, decision, rationale, state = row
    told = rationale if names_people(session, meeting.series_id) else None
    decided = rule.decided_words(decision, told) if state in DECIDED else ""
    foreign = reader is not None and item.id in reader.elsewhere
    label, initials = _called(session, one, item, subject, nameless=foreign)
    return EscalationRecord(
        one.id,
        item.id,
        tier,
        meeting.held_on,
        one.series_id,
        to,
        label,
        initials,
        one.reason,
        one.asked,
        one.sent_on,
        one.sent_by,
        one.there_id,
        there_on,
        one.answer or decided,
        one.answered_on or (there_on if decided else None),
        one.heard_id is not None,
        _before(session, item.id, named=one.title is None) if reader is not None else (),
    )


def _called(
    session: Session, one: Escalation, item: AgendaItem, subject: Subject | None, *, nameless: bool
) -> tuple[str, str]:
    """What it is called: a tier that it went to without a name knows it by its title alone."""
    if subject is None or (nameless and one.title):
        words = one.title or item.title or ""
        return words, words
    return subject.label, short_label(session, subject.kind, subject.label)


def _before(session: Session, item_id: int, *, named: bool) -> tuple[str, ...]:
    """What was judged, decided and agreed on the item; without a name, how much alone."""
    said = session.execute(
        select(RiskJudgement.after, Decision.label, Decision.rationale)
        .select_from(AgendaItem)
        .outerjoin(RiskJudgement, RiskJudgement.item_id == AgendaItem.id)
        .outerjoin(Decision, Decision.item_id == AgendaItem.id)
        .where(AgendaItem.id == item_id)
    ).one()
    actions = session.execute(
        select(Action.text, Action.owner_name, Agency.name, Action.due_on, Action.status)
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .where(Action.item_id == item_id, Action.sharing == Sharing.ALL_PANEL.value)
        .order_by(Action.id)
    ).all()
    told = [rule.Agreed(*one[:4], one[4] in OPEN, one[4]) for one in actions]
    return rule.history(said[0], said[1], said[2], told, named=named)
