"""One agenda item whole, as far as the reader may see it."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Decision,
    Discussion,
    Referral,
    Review,
    RiskJudgement,
    Telling,
)
from models.marks import SubjectKind
from models.queries.actions import actions_of_item, open_actions_about
from models.queries.at_hand import read_together
from models.queries.disruption import measures_of_item
from models.queries.headers import header
from models.queries.knowable import all_records_of
from models.queries.lines import rounds
from models.queries.links import links_of
from models.queries.pointing_out import pointed_out
from models.queries.prompting import with_prompts
from models.queries.recommendations import earlier_recommendations, recommendations_of_item
from models.queries.running_order import item_row, running_order
from models.queries.since import since_last
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import may_know
from models.records.item import ItemRecord, ItemRow
from models.records.outcomes import DecisionRecord, RiskRecord, TellingRecord
from models.records.reader import Reader, ReaderKind
from models.rules.closing import LOOKED_AT_AGAIN

_REVIEW = (
    select(Review.due_on)
    .where(Review.item_id == AgendaItem.id)
    .order_by(Review.id.desc())
    .limit(1)
    .correlate(AgendaItem)
)
_AGREED = _REVIEW.where(Review.reason != LOOKED_AT_AGAIN).scalar_subquery()
_LOOKED_AT_AGAIN = _REVIEW.where(Review.reason == LOOKED_AT_AGAIN).scalar_subquery()
_SAID: Select[*tuple[Any, ...]] = (
    select(
        AgendaItem.id,
        Discussion,
        Decision,
        RiskJudgement,
        _AGREED,
        _LOOKED_AT_AGAIN,
        Referral.voice,
    )
    .select_from(AgendaItem)
    .outerjoin(Referral, Referral.id == AgendaItem.referral_id)
    .outerjoin(Discussion, Discussion.item_id == AgendaItem.id)
    .outerjoin(Decision, Decision.item_id == AgendaItem.id)
    .outerjoin(RiskJudgement, RiskJudgement.item_id == AgendaItem.id)
    .where(AgendaItem.id.in_(bindparam("items", expanding=True)))
)
_TELLINGS = (
    select(Telling)
    .where(Telling.item_id.in_(bindparam("items", expanding=True)))
    .order_by(Telling.id)
)


def item(session: Session, reader: Reader, item_id: int) -> ItemRecord | None:
    """An item whole, with what changed since last time.

    None where the reader takes no part in it, or it was taken off.
    """
    one = session.get_one(AgendaItem, item_id)
    if not may_know(reader, one.id, one.subject_id):
        return None
    row = item_row(session, item_id)
    if row is None:
        return None
    return _prompted(session, reader, _record(session, reader, one, row, by_itself=True))


def item_for_file(session: Session, reader: Reader, item_id: int) -> ItemRecord | None:
    """An item with what a child's file may hold of it; the rest is not read at all."""
    row = item_row(session, item_id)
    one = session.get_one(AgendaItem, item_id)
    if row is None or not may_know(reader, one.id, one.subject_id):
        return None
    ids = all_records_of(session, one.subject_id) if one.subject_id else ()
    return _own(session, reader, one, row, ids)


def items_of(session: Session, reader: Reader, meeting_id: int) -> tuple[ItemRecord, ...]:
    """Every item of a meeting that the reader takes part in, in running order."""
    rows = running_order(session, reader, meeting_id)
    read_together(session, [row.id for row in rows])
    made = (_record(session, reader, session.get_one(AgendaItem, row.id), row) for row in rows)
    return tuple(_prompted(session, reader, one) for one in made)


def _prompted(session: Session, reader: Reader, record: ItemRecord) -> ItemRecord:
    subject = record.row.subject_id
    ids = all_records_of(session, subject) if subject else ()
    return with_prompts(session, reader, record, ids)


def _record(
    session: Session, reader: Reader, one: AgendaItem, row: ItemRow, *, by_itself: bool = False
) -> ItemRecord:
    subject = one.subject_id
    ids = all_records_of(session, subject) if subject else ()
    links = links_of(session, reader, subject, one.meeting_id) if subject else ()
    child = row.subject_kind == SubjectKind.CHILD
    return replace(
        _own(session, reader, one, row, ids),
        rounds=rounds(session, reader, one),
        links=links,
        actions=actions_of_item(session, reader, one.id),
        measures=measures_of_item(session, reader, one.id),
        open_actions=open_actions_about(session, reader, ids, one.id) if subject else (),
        earlier_recommendations=(
            earlier_recommendations(session, reader, ids, one.id) if child else ()
        ),
        pointed_out=pointed_out(session, reader, one, ids, links) if by_itself else (),
        since_last=(
            since_last(session, reader, one, ids, child=child) if by_itself and subject else None
        ),
    )


def _own(
    session: Session, reader: Reader, one: AgendaItem, row: ItemRow, ids: tuple[int, ...]
) -> ItemRecord:
    """The item by itself: what was said, decided and recommended, and who is told."""
    found = _said(session, one.id)
    assert found is not None
    said = found[0] or Discussion(item_id=one.id)
    decision = _decision(found[1])
    return ItemRecord(
        row=row,
        header=header(session, reader, one, row, ids),
        presentation=said.presentation,
        voice=said.voice,
        referral_voice=found[5],
        voice_absent_reason=said.voice_absent_reason,
        parents_view=said.parents_view,
        protective=said.protective,
        analysis=said.analysis,
        diversity=said.diversity,
        for_file=said.for_file,
        nrm_considered=said.nrm_considered,
        communications_line=said.communications_line,
        risk=_risk(found[2]),
        decision=decision,
        returns_on=found[3] or (decision.review_on if decision else None) or found[4],
        looked_at_again_on=found[4],
        rounds=(),
        links=(),
        actions=(),
        measures=(),
        recommendations=recommendations_of_item(session, reader, one.id),
        open_actions=(),
        earlier_recommendations=(),
        tellings=tuple(_tellings(session, one.id) or ()),
        attending=row.invited,
        hidden_from_room=reader.kind is ReaderKind.ROOM,
    )


def _decision(one: Decision | None) -> DecisionRecord | None:
    if one is None:
        return None
    kind = codes.find("decisions", one.code)
    return DecisionRecord(
        one.code,
        one.label,
        one.rationale,
        one.made_by,
        one.dissent,
        one.legal_basis,
        one.second_person,
        one.review_on,
        isinstance(kind, codes.DecisionType) and kind.closes,
    )


def _risk(one: RiskJudgement | None) -> RiskRecord | None:
    if one is None:
        return None
    return RiskRecord(
        one.scheme_code,
        one.before,
        one.after,
        one.direction,
        one.rationale,
        one.dissent,
    )


@together(About.ITEM)
def _said(session: Session, item_ids: Ids) -> dict[int, tuple[Any, ...]]:
    """The discussion, decision, risk, days of return and the referral's voice of each item."""
    rows = session.execute(_SAID, {"items": item_ids})
    return {item_id: tuple(said) for item_id, *said in rows}


@together(About.ITEM)
def _tellings(session: Session, item_ids: Ids) -> dict[int, list[TellingRecord]]:
    rows = session.scalars(_TELLINGS, {"items": item_ids})
    return grouped((one.item_id, _telling(one)) for one in rows)


def _telling(one: Telling) -> TellingRecord:
    return TellingRecord(
        one.id,
        one.whom,
        one.teller,
        one.by_date,
        one.text,
        one.must_not,
        one.safe_to_write,
    )
