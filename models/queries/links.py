"""Links of a subject, read from its own side, and who else is named tonight."""

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Link, Mention, Subject
from models.queries.knowable import check_knowable, knowable
from models.queries.prepared import for_reader
from models.queries.running_order import short_label
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.subjects import LinkRecord

_ITEMS = select(AgendaItem.id, AgendaItem.subject_id).where(
    AgendaItem.meeting_id == bindparam("meeting"), AgendaItem.removed.is_(False)
)
_MENTIONS = select(Mention.subject_id, Mention.item_id).where(
    Mention.item_id.in_(bindparam("items", expanding=True))
)


@for_reader
def _links(reader: Reader) -> Select[Link, Subject]:
    """Links from or to a subject, each with the subject at its other end."""
    here: BindParameter[int] = bindparam("subject")
    other_end = or_(
        and_(Link.from_id == here, Subject.id == Link.to_id),
        and_(Link.to_id == here, Subject.id == Link.from_id),
    )
    return (
        select(Link, Subject)
        .join(Subject, other_end)
        .where(visible_to(reader, Link), Link.ended_on.is_(None), knowable(reader))
        .order_by(Link.id)
    )


@for_reader
def _ends(reader: Reader) -> Select[int, int]:
    """The two ends of every link that touches one of the subjects."""
    here: BindParameter[int] = bindparam("subjects", expanding=True)
    return select(Link.from_id, Link.to_id).where(
        visible_to(reader, Link),
        Link.ended_on.is_(None),
        or_(Link.from_id.in_(here), Link.to_id.in_(here)),
    )


def links_of(
    session: Session, reader: Reader, subject_id: int, meeting_id: int | None = None
) -> tuple[LinkRecord, ...]:
    """Links of a subject that the reader may see; `tonight` counts items naming the other."""
    check_knowable(session, reader, subject_id)
    rows = session.execute(_links(reader), {"subject": subject_id}).all()
    named = also_named(session, reader, meeting_id) if meeting_id else {}
    return tuple(
        _record(one, other, one.from_id == subject_id, len(named.get(other.id, ())))
        for one, other in rows
    )


def _record(one: Link, other: Subject, outgoing: bool, tonight: int) -> LinkRecord:
    return LinkRecord(
        one.id,
        other.id,
        other.kind,
        other.label,
        short_label(other.kind, other.label),
        _worded(one.relation, outgoing),
        outgoing,
        one.confidence,
        one.confirmed,
        one.information,
        one.source,
        one.first_seen,
        one.last_seen,
        one.note,
        tonight,
    )


def _worded(relation: str, outgoing: bool) -> str:
    known = codes.find("link_relations", relation)
    if not isinstance(known, codes.LinkRelation):
        return relation
    return known.label if outgoing else known.reverse


def also_named(
    session: Session, reader: Reader, meeting_id: int | None
) -> dict[int, tuple[int, ...]]:
    """Subject id to the items of a meeting that name it: as subject, by a link or in the text."""
    items = session.execute(_ITEMS, {"meeting": meeting_id}).all()
    of_subject = {subject: item for item, subject in items if subject}
    found: dict[int, set[int]] = {subject: {item} for subject, item in of_subject.items()}
    for one, other in session.execute(_ends(reader), {"subjects": list(of_subject)}):
        for here, there in ((one, other), (other, one)):
            if here in of_subject:
                found.setdefault(there, set()).add(of_subject[here])
    for subject, item in session.execute(_MENTIONS, {"items": [item for item, _ in items]}):
        found.setdefault(subject, set()).add(item)
    return {subject: tuple(sorted(named)) for subject, named in found.items()}
