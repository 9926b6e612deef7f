"""An item as the tier of its meeting has it: one that speaks of nobody reads numbers alone."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, Meeting
from models.marks import SubjectKind
from models.queries.linked_counts import linked_counts
from models.queries.tiers import names_people, series_of
from models.records.item import ItemRecord

IMPERSONAL = frozenset({SubjectKind.PLACE.value, SubjectKind.THEME.value})


def for_tier(
    session: Session, item: ItemRecord, meeting_id: int, ids: tuple[int, ...]
) -> ItemRecord:
    """The item without names and other tiers' actions, where its tier speaks of nobody by name."""
    if names_people(session, series_of(session, meeting_id)):
        return item
    own = _own_actions(session, meeting_id)
    return replace(
        item,
        header=replace(item.header, last_rationale=None),
        links=tuple(one for one in item.links if one.other_kind in IMPERSONAL),
        open_actions=tuple(one for one in item.open_actions if one.id in own),
        since_last=None,
        impersonal=True,
        linked=linked_counts(session, ids) if ids else (),
    )


def _own_actions(session: Session, meeting_id: int) -> frozenset[int]:
    """Actions agreed at meetings of the same tier."""
    tier = series_of(session, meeting_id)
    rows = (
        select(Action.id)
        .join(Meeting, Meeting.id == Action.meeting_id)
        .where(Meeting.series_id == tier)
    )
    return frozenset(session.scalars(rows))
