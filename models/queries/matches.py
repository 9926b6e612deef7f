"""Questions that the program asks and never settles itself: may these two be the same?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from models.entities import Child, MatchQuestion, Subject
from models.queries.knowable import leads
from models.queries.settled import LATER
from models.queries.unsettled import unsettled
from models.records.papers import MatchQuestionRow
from models.records.reader import Reader


class _End(NamedTuple):
    id: int
    kind: str
    label: str
    reference: str | None


def match_questions(session: Session, reader: Reader) -> tuple[MatchQuestionRow, ...]:
    """Every question still open, the likeliest first; one for two subjects, however often asked.

    A question about a record that was joined to another since is asked of the one that stands.
    """
    return _once_each(session, _questions(session, unsettled(reader)))


def questions_later(session: Session, reader: Reader) -> tuple[MatchQuestionRow, ...]:
    """The questions that somebody left for later."""
    return _once_each(session, _questions(session, unsettled(reader, LATER)))


def _once_each(session: Session, rows: Iterable[MatchQuestionRow]) -> tuple[MatchQuestionRow, ...]:
    lead = leads(session)
    ends = {one: _end(session, one) for one in set(lead.values())}
    found: dict[frozenset[int], MatchQuestionRow] = {}
    for row in rows:
        asked = _of_leads(row, lead, ends)
        if asked.subject_id != asked.with_id:
            found.setdefault(frozenset((asked.subject_id, asked.with_id)), asked)
    return tuple(found.values())


def questions_about(
    session: Session, reader: Reader, subject_id: int
) -> tuple[MatchQuestionRow, ...]:
    """Open questions that touch one subject; `with_id` is always the other."""
    stands = leads(session).get(subject_id, subject_id)
    rows = match_questions(session, reader)
    mine = (one for one in rows if stands in (one.subject_id, one.with_id))
    return tuple(one if one.subject_id == stands else one.turned() for one in mine)


def _end(session: Session, subject_id: int) -> _End:
    one = session.get_one(Subject, subject_id)
    return _End(one.id, one.kind, one.label, one.system_id if isinstance(one, Child) else None)


def _of_leads(
    row: MatchQuestionRow, lead: Mapping[int, int], ends: Mapping[int, _End]
) -> MatchQuestionRow:
    """The question with the records that stand in place of joined ones, and what was joined."""
    if row.subject_id in lead:
        one, why = ends[lead[row.subject_id]], f"{row.why}; {row.label} was joined to this record"
        row = replace(
            row, subject_id=one.id, kind=one.kind, label=one.label, reference=one.reference, why=why
        )
    if row.with_id in lead:
        return _of_leads(row.turned(), lead, ends).turned()
    return row


def _questions(session: Session, which: ColumnElement[bool]) -> Iterator[MatchQuestionRow]:
    one, other = aliased(Subject), aliased(Subject)
    mine, theirs = aliased(Child.__table__), aliased(Child.__table__)
    rows = session.execute(
        select(
            MatchQuestion.subject_id,
            one.kind,
            one.label,
            mine.c.system_id,
            MatchQuestion.with_id,
            other.kind,
            other.label,
            theirs.c.system_id,
            MatchQuestion.weight,
            MatchQuestion.why,
            MatchQuestion.id,
            MatchQuestion.paper_id,
        )
        .join(one, one.id == MatchQuestion.subject_id)
        .join(other, other.id == MatchQuestion.with_id)
        .outerjoin(mine, mine.c.id == MatchQuestion.subject_id)
        .outerjoin(theirs, theirs.c.id == MatchQuestion.with_id)
        .where(which)
        .order_by(MatchQuestion.weight.desc(), MatchQuestion.id)
    )
    return (MatchQuestionRow(*row) for row in rows)
