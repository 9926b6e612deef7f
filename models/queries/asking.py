"""Which agencies are asked about which items of a meeting before it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    AgencyReturn,
    AgendaItem,
    AskedAbout,
    InformationLine,
    Subject,
)
from models.marks import SubjectKind
from models.queries.once import once
from models.queries.running_order import running_order
from models.queries.together import About, Ids, together
from models.records.desk import AskedRow
from models.records.item import ItemRow
from models.records.reader import Reader
from models.rules import asking

_AGENCIES = select(Agency.id, Agency.name, Agency.kind, Agency.sees_persons_of_concern)
_SAID = select(AskedAbout.item_id, AskedAbout.agency_id, AskedAbout.asked).where(
    AskedAbout.item_id.in_(bindparam("items", expanding=True))
)
_KINDS = (
    select(AgendaItem.id, Subject.kind)
    .join(Subject, Subject.id == AgendaItem.subject_id)
    .where(AgendaItem.id.in_(bindparam("items", expanding=True)))
)


@once
def asked(session: Session, reader: Reader, meeting_id: int) -> tuple[AskedRow, ...]:
    """Every item about somebody or something, with every active agency and whether it is asked.

    What the agency's kind says holds until a person says otherwise; an agency that may not see
    persons of concern is never asked about one.
    """
    about, told = _been_asked(session, meeting_id), _told_of(session, meeting_id)
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
        _row(
            item,
            agency,
            said.get((item.id, agency.id)),
            silent=(item.subject_id, agency.id) not in told,
            been=about.get(agency.id),
        )
        for item in running_order(session, reader, meeting_id)
        if item.subject_id is not None and item.subject_kind != SubjectKind.THEME
        for agency in agencies
    )


@together(About.ITEM)
def not_asked(session: Session, item_ids: Ids) -> Mapping[int, frozenset[int]]:
    """The agencies that are not asked about each of these items; a theme asks nobody, or all."""
    agencies = session.execute(_AGENCIES).all()
    said = {
        (item, agency): is_asked
        for item, agency, is_asked in session.execute(_SAID, {"items": item_ids})
    }
    return {
        item: frozenset(
            one.id for one in agencies if not _is_asked(one, kind, said.get((item, one.id)))[0]
        )
        for item, kind in session.execute(_KINDS, {"items": item_ids})
        if kind != SubjectKind.THEME
    }


Been = tuple[tuple[int, ...], tuple[int, ...]]
"""The items that an agency was asked about, and those asked about once its return was in."""


def _been_asked(session: Session, meeting_id: int) -> dict[int, Been]:
    """By agency what it was asked about, where that was kept."""
    given = AgencyReturn
    rows = session.execute(
        select(given.agency_id, given.about, given.about_since).where(
            given.meeting_id == meeting_id
        )
    )
    return {agency: (about, since) for agency, about, since in rows if about}


def _told_of(session: Session, meeting_id: int) -> set[tuple[int | None, int | None]]:
    """Subjects and agencies of the lines of returns."""
    rows = session.execute(
        select(InformationLine.subject_id, InformationLine.agency_id).where(
            InformationLine.meeting_id == meeting_id, InformationLine.origin == "return"
        )
    )
    return {(subject, agency) for subject, agency in rows}


def _row(
    item: ItemRow, agency: Agency, said: bool | None, *, silent: bool, been: Been | None
) -> AskedRow:
    is_asked, may = _is_asked(agency, item.subject_kind or "", said)
    about, since = been or ((item.id,), ())
    missed = is_asked and silent and item.id not in {*about, *since}
    awaited = is_asked and silent and item.id in since
    return AskedRow(item.id, agency.id, agency.name, is_asked, may, missed, awaited)


def _is_asked(agency: Any, about: str, said: bool | None) -> tuple[bool, bool]:
    """Whether an agency is asked about such a subject, and whether it may be."""
    sees = agency.sees_persons_of_concern
    usual = asking.asked_about(asking.kind_of(agency.kind, agency.name), about, sees)
    may = sees or about != SubjectKind.PERSON
    return may and (usual if said is None else said), may
