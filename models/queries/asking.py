"""Which agencies are asked about which items of a meeting before it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, AskedAbout
from models.marks import SubjectKind
from models.queries.running_order import running_order
from models.records.desk import AskedRow
from models.records.item import ItemRow
from models.records.reader import Reader
from models.rules import asking


def asked(session: Session, reader: Reader, meeting_id: int) -> tuple[AskedRow, ...]:
    """Every item about somebody or something, with every active agency and whether it is asked.

    What the agency's kind says holds until a person says otherwise; an agency that may not see
    persons of concern is never asked about one.
    """
    agencies = session.scalars(select(Agency).where(Agency.active).order_by(Agency.name)).all()
    said = {
        (item, agency): is_asked
        for item, agency, is_asked in session.execute(
            select(AskedAbout.item_id, AskedAbout.agency_id, AskedAbout.asked)
            .join(AgendaItem, AgendaItem.id == AskedAbout.item_id)
            .where(AgendaItem.meeting_id == meeting_id)
        )
    }
    return tuple(
        _row(item, agency, said.get((item.id, agency.id)))
        for item in running_order(session, reader, meeting_id)
        if item.subject_id is not None and item.subject_kind != SubjectKind.THEME
        for agency in agencies
    )


def _row(item: ItemRow, agency: Agency, said: bool | None) -> AskedRow:
    about = item.subject_kind or ""
    sees = agency.sees_persons_of_concern
    usual = asking.asked_about(asking.kind_of(agency.kind, agency.name), about, sees)
    may = sees or about != SubjectKind.PERSON
    return AskedRow(item.id, agency.id, agency.name, may and (usual if said is None else said), may)
