"""Records that may be one, as papers asked and as the register was looked through, by band."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, replace

from sqlalchemy.orm import Session

from models.queries.fuller import fullness
from models.queries.knowable import leads, may_know_of
from models.queries.matches import match_questions, questions_later
from models.queries.namesakes import namesakes
from models.queries.register_check import least_likely
from models.queries.settled import Pair, put_aside, settled
from models.records.duplicates import AskedPair, DuplicateRow
from models.records.papers import MatchQuestionRow, PairRecord
from models.records.reader import Reader
from models.rules.reasons_once import told_once, without_names


def duplicates(
    session: Session, reader: Reader, looked: Iterable[PairRecord] = ()
) -> tuple[DuplicateRow, ...]:
    """Pairs still to be settled, the likeliest first, those left for later last.

    The record that would stand for both comes second: the fuller and better attested of the two.
    `looked` is what looking through the register found; of what was settled or joined since, and
    of whom the reader may not know, nothing is given.
    """
    lead, seen = leads(session), may_know_of(session, reader)
    aside, answered = put_aside(session, reader), settled(session, reader)
    from_bits = least_likely(session)
    found: dict[Pair, DuplicateRow] = {}
    for one in _asked(session, reader, looked, from_bits):
        if not (seen(one.subject_id) and seen(one.with_id)):
            continue
        pair = frozenset((one.subject_id, one.with_id))
        stand = frozenset(lead.get(each, each) for each in pair)
        if len(stand) == 1 or pair in answered or stand in answered:
            continue
        by, at = aside.get(pair) or aside.get(stand) or (None, None)
        row = replace(one, put_aside_by=by, put_aside_at=at)
        found[stand] = weightier(found[stand], row) if stand in found else row
    return tuple(sorted(_fuller_stands(session, reader, found.values()), key=_order))


def _fuller_stands(
    session: Session, reader: Reader, rows: Collection[DuplicateRow]
) -> Iterator[DuplicateRow]:
    """Each pair with the fuller record second, as the one that would stand; else the earlier."""
    full = fullness(session, reader, (one for row in rows for one in row.key))
    for row in rows:
        weighed = ((full[one], -one) for one in (row.subject_id, row.with_id))
        turn = row.kind == row.with_kind and next(weighed) > next(weighed)
        yield row.turned() if turn else row


def weightier(one: DuplicateRow, other: DuplicateRow) -> DuplicateRow:
    """The weightier of two questions about the same two, with what the other alone tells."""
    first, second = (other, one) if other.weight > one.weight else (one, other)
    return replace(first, why=told_once(first.why, second.why))


def _order(one: DuplicateRow) -> tuple[bool, bool, float, tuple[int, int]]:
    return one.put_aside_at is not None, not one.likely, -one.weight, one.key


def _asked(
    session: Session, reader: Reader, looked: Iterable[PairRecord], from_bits: float
) -> Iterator[DuplicateRow]:
    asked = (*match_questions(session, reader), *questions_later(session, reader))
    heavy = {(row.subject_id, row.with_id): row.weight for row in asked if row.weight >= from_bits}
    likely = heavy.keys() - namesakes(session, reader, heavy)
    rows = tuple(looked)
    torn = {frozenset((one.subject_id, one.with_id)) for one in rows if one.torn}
    for row in asked:
        ends = row.subject_id, row.with_id
        yield _of_paper(row, ends in likely and frozenset(ends) not in torn)
    for one in rows:
        yield _of_register(one)


def _of_register(one: PairRecord) -> DuplicateRow:
    """The later record first, as papers ask."""
    ends = sorted(
        (
            (one.subject_id, one.kind, one.label, one.reference),
            (one.with_id, one.kind, one.with_label, one.with_reference),
        ),
        key=lambda end: end[0],
        reverse=True,
    )
    return DuplicateRow(*ends[0], *ends[1], one.weight, one.why, one.likely)


def _of_paper(row: MatchQuestionRow, likely: bool) -> DuplicateRow:
    asked = {one.name: getattr(row, one.name) for one in fields(AskedPair)}
    asked["why"] = without_names(row.why, row.label, row.with_label)
    return DuplicateRow(**asked, likely=likely)
