"""Records that a person said are the same as another, so that they can be taken apart again."""

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.entities import SameAs, Subject
from models.queries.knowable import leads, may_know_of
from models.records.duplicates import JoinedRow
from models.records.reader import Reader


def joined_records(session: Session, reader: Reader) -> tuple[JoinedRow, ...]:
    """Every joining that stands of records the reader may know of, the latest first."""
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
        )
        .join(lead, lead.id == SameAs.lead_id)
        .join(other, other.id == SameAs.other_id)
        .where(SameAs.same)
        .order_by(SameAs.decided_on.desc(), SameAs.id.desc())
    )
    found = (JoinedRow(*row) for row in rows)
    return tuple(one for one in found if all(map(seen, (one.other_id, stands[one.other_id]))))
