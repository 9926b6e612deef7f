"""Which agency was heard on which item of a meeting, as far as the reader may see it."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import Agency, AgencyTurn, InformationLine
from models.marks import ItemState, Origin, Turn
from models.queries.running_order import running_order
from models.queries.visible import visible_to
from models.records.contributions import (
    NOT_HEARD,
    TO_COME,
    AgencyContributions,
    Contributions,
)
from models.records.item import ItemRow
from models.records.reader import Reader

Parts = dict[tuple[int, int], str]
"""By agency and item."""


def contributions(session: Session, reader: Reader, meeting_id: int) -> Contributions:
    """Agencies by items; core agencies stand even where they were never heard."""
    order = running_order(session, reader, meeting_id)
    heard = {**_said(session, reader, meeting_id, order), **_turns(session, order)}
    spoke = {agency for agency, _item in heard}
    known = session.execute(
        select(Agency.id, Agency.name, Agency.core).where(Agency.active).order_by(Agency.id)
    )
    return Contributions(
        tuple((row.id, row.reference) for row in order),
        tuple(
            AgencyContributions(one, name, tuple(_part(heard, one, row) for row in order))
            for one, name, core in known
            if core or one in spoke
        ),
    )


def _part(heard: Parts, agency_id: int, row: ItemRow) -> str:
    planned = row.state in (ItemState.PLANNED, ItemState.NOT_REACHED)
    return heard.get((agency_id, row.id), TO_COME if planned else NOT_HEARD)


def _turns(session: Session, order: tuple[ItemRow, ...]) -> Parts:
    rows = session.execute(
        select(AgencyTurn.agency_id, AgencyTurn.item_id, AgencyTurn.turn)
        .where(AgencyTurn.item_id.in_([row.id for row in order]))
        .order_by(AgencyTurn.id)
    )
    return {(agency, item): turn for agency, item, turn in rows}


def _said(session: Session, reader: Reader, meeting_id: int, order: tuple[ItemRow, ...]) -> Parts:
    """Who said a line that the reader may see, of a return or in the room."""
    line = InformationLine
    rows = session.execute(
        select(line.agency_id, line.item_id, line.subject_id)
        .where(
            visible_to(reader, line),
            line.meeting_id == meeting_id,
            line.agency_id.is_not(None),
            line.withdrawn.is_(False),
            line.text.is_not(None),
            or_(line.origin.in_((Origin.ROOM, Origin.URGENT)), line.said_at.is_not(None)),
        )
        .distinct()
    )
    of_subject = {row.subject_id: row.id for row in order if row.subject_id}
    known = {row.id for row in order}
    found = (
        (agency or 0, item or of_subject.get(subject or 0, 0)) for agency, item, subject in rows
    )
    return {(agency, item): Turn.SAID for agency, item in found if item in known}
