"""Indicators of contribution: on how many of the items each agency was heard."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import AgencyTurn, AgendaItem, InformationLine
from models.marks import ItemState, Origin
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.indicators import Term, row, share

HEARD = (
    "Of items discussed at meetings held by tiers on which the agency has a seat, those on which "
    "it took its turn, if only with nothing new, or a line of it was told."
)
NO_ITEM = "no item was discussed at a meeting on which the agency has a seat."
Seated = tuple[int, str, frozenset[int]]
"""An agency, its name and the tiers on which it sits."""


class _Item(NamedTuple):
    id: int
    meeting_id: int
    subject_id: int | None


class Held(NamedTuple):
    """The meetings held in a quarter, as they are listed, each with its tier."""

    listed: Mapping[int, Listed]
    tiers: Mapping[int, int]


def contribution_rows(
    session: Session, reader: Reader, section: str, held: Sequence[Held], seated: Sequence[Seated]
) -> Iterator[ReportRow]:
    """A row for each agency, a figure for each quarter; the meeting stands behind each item."""
    read = [(some, *_read(session, reader, some)) for some in held]
    for agency_id, name, seats in seated:
        figures = []
        for some, items, heard in read:
            own = [one for one in items if some.tiers[one.meeting_id] in seats]
            told = [one for one in own if (agency_id, one.id) in heard]
            figures.append(share(_of(some, told), _of(some, own), NO_ITEM))
        yield row(Term(section, f"{name}: % of items heard on", HEARD, True), figures)


def _of(some: Held, items: Sequence[_Item]) -> list[Listed]:
    return [some.listed[one.meeting_id] for one in items]


def _read(session: Session, reader: Reader, some: Held) -> tuple[list[_Item], set[tuple[int, int]]]:
    """The items discussed, and which agency was heard on which."""
    asked = select(AgendaItem.id, AgendaItem.meeting_id, AgendaItem.subject_id).where(
        AgendaItem.meeting_id.in_(some.tiers),
        AgendaItem.state == ItemState.DISCUSSED.value,
        AgendaItem.removed.is_(False),
        takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
    )
    items = [_Item(*one) for one in session.execute(asked.order_by(AgendaItem.id))]
    turns = select(AgencyTurn.agency_id, AgencyTurn.item_id).where(
        AgencyTurn.item_id.in_([one.id for one in items])
    )
    heard = {(agency, item) for agency, item in session.execute(turns)}
    return items, heard | _said(session, reader, items)


def _said(session: Session, reader: Reader, items: Sequence[_Item]) -> set[tuple[int, int]]:
    """Whose lines were told on which item, of a return or in the room."""
    by_subject = {(one.meeting_id, one.subject_id): one.id for one in items if one.subject_id}
    line = InformationLine
    rows = session.execute(
        select(line.agency_id, line.item_id, line.meeting_id, line.subject_id)
        .where(
            visible_to(reader, line),
            line.meeting_id.in_({one.meeting_id for one in items}),
            line.agency_id.is_not(None),
            line.withdrawn.is_(False),
            line.text.is_not(None),
            or_(line.origin.in_((Origin.ROOM, Origin.URGENT)), line.said_at.is_not(None)),
        )
        .distinct()
    )
    found = (
        (agency or 0, item or by_subject.get((meeting or 0, subject or 0), 0))
        for agency, item, meeting, subject in rows
    )
    return {one for one in found if one[1]}
