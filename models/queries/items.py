"""One agenda item whole, as far as the reader may see it."""

from dataclasses import replace

from sqlalchemy.orm import Session

from models.entities import AgendaItem
from models.marks import SubjectKind
from models.queries.actions import actions_of_item, open_actions_about
from models.queries.at_hand import read_together
from models.queries.disruption import measures_of_item
from models.queries.escalations import came_with
from models.queries.headers import header
from models.queries.item_extras import columns_of, communications_of
from models.queries.knowable import all_records_of
from models.queries.lines import rounds
from models.queries.links import links_of
from models.queries.pointing_out import pointed_out
from models.queries.present import absent
from models.queries.prompting import with_prompts
from models.queries.recommendations import earlier_recommendations, recommendations_of_item
from models.queries.running_order import item_row, running_order
from models.queries.said import said, tellings
from models.queries.since import since_last
from models.queries.tier_items import for_tier
from models.queries.visible import may_know
from models.records.item import ItemRecord, ItemRow
from models.records.reader import Reader, ReaderKind


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
    whole = replace(
        _own(session, reader, one, row, ids),
        rounds=rounds(session, reader, one.id, one.meeting_id),
        links=links,
        actions=actions_of_item(session, reader, one.id),
        measures=measures_of_item(session, reader, one.id),
        open_actions=open_actions_about(session, reader, ids, one.id) if subject else (),
        earlier_recommendations=(
            earlier_recommendations(session, reader, ids, one.id) if child else ()
        ),
        came_with=came_with(session, one.id),
        columns=columns_of(session, one.id),
        communications=communications_of(session, one.id),
        pointed_out=pointed_out(session, reader, one.id, ids, links) if by_itself else (),
        since_last=(
            since_last(session, reader, one.id, one.meeting_id, ids, child=child)
            if by_itself and subject
            else None
        ),
    )
    return for_tier(session, whole, one.meeting_id, ids)


def _own(
    session: Session, reader: Reader, one: AgendaItem, row: ItemRow, ids: tuple[int, ...]
) -> ItemRecord:
    """The item by itself: what was said, decided and recommended, and who is told."""
    told = said(session, one.id)
    return ItemRecord(
        row=row,
        header=header(session, reader, one, row, ids),
        **told.words,
        referral_voice=told.referral_voice,
        risk=told.risk,
        decision=told.decision,
        returns_on=told.returns_on,
        looked_at_again_on=told.looked_at_again_on,
        rounds=(),
        links=(),
        actions=(),
        measures=(),
        recommendations=recommendations_of_item(session, reader, one.id),
        open_actions=(),
        earlier_recommendations=(),
        tellings=tellings(session, one.id),
        attending=_came(session, one, row),
        hidden_from_room=reader.kind is ReaderKind.ROOM,
    )


def _came(session: Session, one: AgendaItem, row: ItemRow) -> tuple[str, ...]:
    """Who was invited for the item, without those of whom it was noted that they did not come."""
    if not row.invited:
        return ()
    away = absent(session, one.meeting_id)
    return tuple(name for name in row.invited if name not in away)
