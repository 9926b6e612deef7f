"""Who is on a meeting's agenda, who else its items name, and how they are linked to one item."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from models.marks import Information
from models.queries.knowable import leads
from models.queries.links import also_named, links_of
from models.queries.running_order import running_order
from models.records.item import ItemRow
from models.records.looking import NamedTonight
from models.records.reader import Reader
from models.rules.links import NOT_VERIFIED


def named_tonight(
    session: Session, reader: Reader, meeting_id: int, item_id: int | None = None
) -> NamedTonight:
    """Tonight's subjects and those named, of the items that the reader takes part in."""
    order = running_order(session, reader, meeting_id)
    lead = leads(session)
    own = {
        lead.get(row.subject_id, row.subject_id): (row.id, row.reference)
        for row in order
        if row.subject_id
    }
    here = next((row for row in order if row.id == item_id), None)
    subject = here.subject_id if here is not None else None
    return NamedTonight(
        meeting_id,
        lead.get(subject, subject) if subject else None,
        own,
        {
            one: _besides(order, items, own.get(one))
            for one, items in also_named(session, reader, meeting_id).items()
        },
        _links(session, reader, subject) if subject else {},
    )


def _besides(
    order: Iterable[ItemRow], items: tuple[int, ...], own: tuple[int, str] | None
) -> tuple[str, ...]:
    """The references of these items in the order of the meeting, without the subject's own."""
    mine = own[0] if own else None
    return tuple(row.reference for row in order if row.id in items and row.id != mine)


def _links(session: Session, reader: Reader, subject: int) -> dict[int, tuple[str, ...]]:
    """By the other's id how the subject is linked to it, worded from the subject."""
    found: dict[int, tuple[str, ...]] = {}
    for link in links_of(session, reader, subject):
        doubt = f", {NOT_VERIFIED}" if link.information == Information.INTELLIGENCE else ""
        found[link.other_id] = (*found.get(link.other_id, ()), f"{link.relation}{doubt}")
    return found
