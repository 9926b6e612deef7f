"""What links said on the days on which they were seen, put on record and changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Subject
from models.marks import Information
from models.queries.knowable import leads
from models.queries.past import open_states
from models.records.reader import Reader
from models.records.subjects import LinkRecord
from models.rules.links import kind_words
from models.storage.tables import change

TABLE = "link"


@dataclass(frozen=True)
class LinkTold:
    """A link's words from a day on, as read from its subject's side."""

    since: date
    words: str


def links_told(
    session: Session, reader: Reader, links: Sequence[LinkRecord], own: Sequence[int]
) -> Iterator[tuple[LinkRecord, tuple[LinkTold, ...]]]:
    """Each link with what it said over time, the earliest first; the last stands now.

    What the reader could not read then is not told; where a link was never changed, or its day is
    not known, one is given.
    """
    changed = _changed(session, [one.id for one in links])
    for one in links:
        now = LinkTold(one.recorded_on or date.min, _with_kind(one, one.relation, one.other_label))
        earlier = tuple(_earlier(session, reader, one, own)) if one.id in changed else ()
        yield one, earlier or (now,)


def said_on(told: Sequence[LinkTold], day: date) -> str:
    """What a link said on a day; before it was on record, what it said first."""
    return next((one.words for one in reversed(told) if one.since <= day), told[0].words)


def _changed(session: Session, ids: Sequence[int]) -> frozenset[int]:
    """Links of which the journal has more than that they were made."""
    asked = select(change.c.row_id).where(change.c.table == TABLE, change.c.row_id.in_(ids))
    several = asked.group_by(change.c.row_id).having(func.count() > 1)
    return frozenset(session.scalars(several))


def _earlier(
    session: Session, reader: Reader, link: LinkRecord, own: Sequence[int]
) -> Iterator[LinkTold]:
    lead, last = leads(session), None
    for at, values in open_states(session, reader, TABLE, link.id):
        ends = (values.get("from_id"), values.get("to_id"))
        outgoing = ends[0] in own
        other = ends[1] if outgoing else ends[0]
        row = codes.find("link_relations", str(values.get("relation")))
        if not isinstance(other, int) or not isinstance(row, codes.LinkRelation):
            continue
        stands = session.get(Subject, lead.get(other, other))
        words = row.label if outgoing else row.reverse
        said = _with_kind(link, words, stands.label if stands else "")
        if said != last:
            since = link.recorded_on if last is None and link.recorded_on else at.date()
            yield LinkTold(since, said)
        last = said


def _with_kind(link: LinkRecord, relation: str, other: str) -> str:
    rumour = link.information == Information.INTELLIGENCE
    return f"{relation} {other}{f' ({kind_words(link)})' if rumour else ''}"
