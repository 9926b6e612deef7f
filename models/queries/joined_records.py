"""What a person said of two records: the same, so that it can be taken apart again, or not."""

from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from models.entities import SameAs, Subject
from models.queries.knowable import leads, may_know_of
from models.records.duplicates import JoinedRow
from models.records.reader import Reader


def joined_records(session: Session, reader: Reader) -> tuple[JoinedRow, ...]:
    """Every joining that stands of records the reader may know of, the latest first."""
    return _answered(session, reader, SameAs.same.is_(True))


def told_apart(session: Session, reader: Reader) -> tuple[JoinedRow, ...]:
    """Every two records that a person said are not the same, as far as the reader may know them."""
    return _answered(session, reader, SameAs.same.is_(False))


def _answered(
    session: Session, reader: Reader, which: ColumnElement[bool]
) -> tuple[JoinedRow, ...]:
    lead, other = aliased(Subject), aliased(Subject)
    seen, stands = may_know_of(session, reader), leads(session)
    rows = session.execute(
        select(
            SameAs.lead_id,
            lead.label,
            SameAs.other_id,
            other.label,
            lead.kind,
            SameAs.reason,
            SameAs.decided_by,
            SameAs.decided_on,
            other.kind,
        )
        .join(lead, lead.id == SameAs.lead_id)
        .join(other, other.id == SameAs.other_id)
        .where(which)
        .order_by(SameAs.decided_on.desc(), SameAs.id.desc())
    )
    found = (JoinedRow(*row) for row in rows)
    return tuple(one for one in found if all(map(seen, _records(one, stands))))


def _records(one: JoinedRow, stands: Mapping[int, int]) -> Iterator[int]:
    """Both records, and those that stand for them."""
    for each in (one.lead_id, one.other_id):
        yield from (each, stands.get(each, each))
