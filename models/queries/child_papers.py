"""What one child's file may hold of one item: chosen field by field, nothing more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Attendance,
    Child,
    ExtractDue,
    ItemAttendee,
    Member,
    Referral,
)
from models.errors import Refusal
from models.marks import MinutesState
from models.queries import audiences, meetings, panel
from models.queries.actions import actions_of_item, agreed_about
from models.queries.as_approved import panel_then
from models.queries.at_hand import read_together
from models.queries.grounds import ground
from models.queries.items import item_for_file
from models.queries.knowable import NOT_THERE, all_records_of
from models.queries.minutes import Standing, standing
from models.queries.names_on_record import OnRecord, known_names, others_than
from models.queries.once import once
from models.queries.prompting import why_nobody
from models.queries.safe_to_write import may_write, may_write_to_parents
from models.queries.tactic_names import tactic_names
from models.queries.together import About, Ids, together
from models.queries.visible import may_know
from models.queries.working import days_closed, reply_within
from models.records.documents import ExtractPapers, KnownName
from models.records.item import ItemRecord, UntilThen
from models.records.meeting import MeetingRecord
from models.records.outcomes import ActionRow, DecisionRecord, RecommendationRow
from models.records.panel import PanelRecord
from models.records.reader import Reader
from models.rules import recommendations as rule
from models.rules.words_read import in_words

_NAMED_LEADS = select(ExtractDue.item_id, ExtractDue.named_lead).where(
    ExtractDue.item_id.in_(bindparam("items", expanding=True))
)
COORDINATOR = "the panel's coordinator"


def papers_of_children(
    session: Session, reader: Reader, item_ids: Iterable[int], known: tuple[KnownName, ...]
) -> tuple[ExtractPapers, ...]:
    """The parts of several items in one reading, each by itself as `extract_papers` reads it.

    What is asked of each is asked of all in one statement; they are read as one reader, the files
    of these children, and each part is chosen by its own item and child.
    """
    ids = tuple(item_ids)
    read_together(session, ids)
    strict, names = audiences.child_file(reader.now, *ids), OnRecord(known)
    return tuple(_papers(session, reader, strict, one, names) for one in ids)


def extract_papers(
    session: Session,
    reader: Reader,
    item_id: int,
    known: tuple[KnownName, ...] | None = None,
) -> ExtractPapers:
    """One child's part of one item for the child's file, with the names to look for in it.

    `known` are all names on record where the caller has them already. Read with the reader of a
    child's file, whoever asks. Raises Refusal where the item is about no child, or where the
    asking reader takes no part in it.
    """
    strict = audiences.child_file(reader.now, item_id)
    names = OnRecord(known_names(session, strict) if known is None else known)
    return _papers(session, reader, strict, item_id, names)


def _papers(
    session: Session,
    reader: Reader,
    strict: Reader,
    item_id: int,
    names: OnRecord,
) -> ExtractPapers:
    one = session.get_one(AgendaItem, item_id)
    child = session.get(Child, one.subject_id) if one.subject_id else None
    if child is None or not may_know(reader, item_id, child.id):
        raise Refusal(NOT_THERE)
    same = _same(session, audiences.body(reader.now), one.meeting_id)
    stands, held = same.stands, same.meeting
    then = meetings.counted_at(held, reader.now)
    read = item_for_file(session, strict.at(then), item_id)
    assert read is not None
    state = stands.state
    if one.approved_at is not None and not stands.settled:
        state = MinutesState.APPROVED.value
    within = reply_within(session, one.meeting_id)
    by = _asked_by(session, reader.today, read.recommendations, within)
    read = replace(read, recommendations=tuple(_asked(read.recommendations, by)))
    only = _only_the_child(read, _actions(session, reader, one, child))
    return ExtractPapers(
        panel=same.panel,
        meeting=held,
        item=replace(only, required=why_nobody(session, read)),
        child_system_id=child.system_id or "",
        addressed_to=_addressed_to(session, item_id, child),
        copies_to=tuple(filter(None, (child.iro_or_cp_chair, _manager(child)))),
        reply_by=by,
        reply_to=same.reply_to,
        disagreement=same.disagreement,
        statement=same.statement,
        known_names=others_than(session, child.id, names),
        professionals=_professionals(child, same.professionals),
        confirmed=False,
        minutes_version=stands.number,
        minutes_state=state,
        made_at=reader.now,
        tactics=same.tactics,
        child_uuid=child.uuid,
        may_write=may_write(session, child),
        may_write_to_parents=may_write_to_parents(session, child),
        nhs_number=child.nhs_number,
        ground=ground(session, strict, item_id).words,
    )


def _asked_by(
    session: Session, today: date, rows: Iterable[RecommendationRow], within: int
) -> date | None:
    """By when a sheet that goes today asks for an answer; None where it has none to ask for."""
    kept = [row.reply_by for row in rows if _is_asked(row)]
    return rule.asked_by(kept, today, days_closed(session), within) if kept else None


def _asked(rows: Iterable[RecommendationRow], by: date | None) -> Iterator[RecommendationRow]:
    """Those not sent yet with the day on which they will be asked for."""
    for row in rows:
        unsent = _is_asked(row) and row.reply_by is None
        yield replace(row, reply_by=by) if unsent else row


def _is_asked(row: RecommendationRow) -> bool:
    return rule.is_unanswered(row.status) and not row.withdrawn


def _only_the_child(read: ItemRecord, actions: tuple[ActionRow, ...]) -> ItemRecord:
    """The item with everything empty that does not go into a child's file."""
    return replace(
        read,
        row=replace(
            read.row,
            ask=None,
            deferred_reason=None,
            presenter=None,
            invited=(),
            until=UntilThen(),
        ),
        header=replace(
            read.header,
            ask=None,
            last_decision=None,
            last_rationale=None,
            tags=(),
            nrm=None,
            judged=None,
        ),
        presentation=None,
        parents_view=None,
        analysis=None,
        diversity=None,
        nrm_considered=None,
        communications_line=None,
        risk=replace(read.risk, rationale=None, dissent=None) if read.risk else None,
        decision=_bare(read.decision),
        rounds=(),
        links=(),
        actions=actions,
        measures=(),
        open_actions=(),
        earlier_recommendations=(),
        attending=(),
        required=(),
        prompts=(),
        since_last=None,
    )


def _bare(decision: DecisionRecord | None) -> DecisionRecord | None:
    if decision is None:
        return None
    return replace(decision, rationale=None, dissent=None, legal_basis=None, second_person=None)


def _actions(
    session: Session, reader: Reader, one: AgendaItem, child: Child
) -> tuple[ActionRow, ...]:
    """This child's part of what the meeting agreed, without what disrupts or gathers intelligence.

    An action about several children is in it with this child's own part, or not at all where
    none is worded.
    """
    ids = set(all_records_of(session, child.id))
    body = audiences.body(reader.now)
    about = agreed_about(session, child.id, body, one.meeting_id) or ()
    rows = {row.id: row for row in (*actions_of_item(session, body, one.id), *about)}
    parts = (_part(rows[key], ids) for key in sorted(rows) if not rows[key].disrupts)
    return tuple(row for row in parts if row is not None)


def _part(row: ActionRow, ids: set[int]) -> ActionRow | None:
    mine = next((one[3] for one in row.other_subjects if one[0] in ids), None)
    others = [one for one in row.other_subjects if one[0] not in ids]
    shared = bool(others) or row.subject_id not in ids
    if not shared:
        return replace(row, other_subjects=())
    if not mine:
        return None
    return replace(row, text=mine, success=None, other_subjects=())


def _addressed_to(session: Session, item_id: int, child: Child) -> str:
    """The worker allocated today; who carries the plan where another was named."""
    named = _named_lead(session, item_id)
    if named:
        return named
    lead = session.get(Member, child.lead_member_id) if child.lead_member_id else None
    if lead is not None:
        return ", ".join(filter(None, (lead.name, lead.role)))
    return child.lead_name or "Team manager (no lead professional is recorded)"


@together(About.ITEM)
def _named_lead(session: Session, item_ids: Ids) -> Mapping[int, str | None]:
    return dict(session.execute(_NAMED_LEADS, {"items": item_ids}).all())


def _manager(child: Child) -> str | None:
    return f"Team manager, {child.team}" if child.team else None


def _professionals(child: Child, everyone: tuple[str, ...]) -> tuple[str, ...]:
    """The child's own first, then all others."""
    own = filter(None, (child.lead_name, child.iro_or_cp_chair))
    return tuple(dict.fromkeys((*own, *everyone)))


@once
def everyone(session: Session) -> tuple[str, ...]:
    """Everyone who works with children: members, workers, guests of meetings, referrers."""
    found: list[str | None] = []
    for column in (
        Member.name,
        Child.lead_name,
        Child.iro_or_cp_chair,
        Attendance.guest_name,
        ItemAttendee.guest_name,
        Referral.referrer_name,
    ):
        found += session.scalars(select(column).distinct().order_by(column))
    return tuple(dict.fromkeys(one for one in found if one))


class _Same(NamedTuple):
    """What is the same for every child of a meeting."""

    panel: PanelRecord
    meeting: MeetingRecord
    stands: Standing
    reply_to: str
    disagreement: str
    statement: str
    professionals: tuple[str, ...]
    tactics: tuple[str, ...]


@once
def _same(session: Session, reader: Reader, meeting_id: int) -> _Same:
    held, stands = meetings.meeting(session, reader, meeting_id), standing(session, meeting_id)
    then = panel_then(session, panel.panel_of(session, reader, meeting_id), held, stands)
    return _Same(
        then,
        replace(held, other_business=None, previous_minutes_corrections=None),
        stands,
        panel.setting_at(session, reader, meeting_id, "reply_to", COORDINATOR),
        in_words(then, "disagreement"),
        in_words(then, "extract_statement"),
        everyone(session),
        tactic_names(session, meeting_id),
    )
