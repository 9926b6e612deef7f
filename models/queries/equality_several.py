"""Of what a child may have several: kinds of exploitation, needs, and where the child lives."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Need
from models.queries.knowable import leads
from models.queries.quarterly import plan_of
from models.queries.standing import ChildStanding
from models.records.reports import Basis, ReportRow, Thing
from models.remembering import remembered
from models.rules.disproportion import Who
from models.rules.indicators import Term, figure_of, row

TYPES, NEEDS, CARE = "Kind of exploitation", "Needs and factors", "Care"
LOOKED_AFTER = "Looked after"
SEVERAL = "A child with several kinds or needs counts in each."
Held = Mapping[int, ChildStanding]


def several_rows(session: Session, held: Held, who: Who, on: date) -> Iterator[ReportRow]:
    """Kinds of exploitation, needs of the day and looked-after children, for each column of who."""
    kinds = {one: {_kind(worded) for worded in has.types} for one, has in held.items()}
    yield from _rows(TYPES, kinds, "exploitation_types", who, "Children of whom it is on record.")
    said = "Children of whom it is on record for the day."
    yield from _rows(NEEDS, _needs(session, on), "needs", who, said)
    cared = {one for one, has in held.items() if plan_of(has) == "CLA"}
    term = Term(CARE, LOOKED_AFTER, "Children whose plan or status on the day is CLA.")
    yield row(term, (figure_of(Basis(tuple(one for one in ids if one in cared)))
                     for ids in who.values()))  # fmt: skip


def _rows(
    section: str, has: Mapping[int, Collection[str]], listed: str, who: Who, said: str
) -> Iterator[ReportRow]:
    parts = [_parts(has, ids) for ids in who.values()]
    met = {label for part in parts for label in part}
    known = [one.label for one in codes.rows_of(listed, codes.Code) if one.label in met]
    for label in (*known, *sorted(met - set(known))):
        yield row(
            Term(section, label, said),
            (figure_of(Basis(tuple(part.get(label, ())))) for part in parts),
        )


def _parts(has: Mapping[int, Collection[str]], ids: Sequence[int]) -> Mapping[str, list[Thing]]:
    """The children of each label in one pass."""
    found = defaultdict[str, list[Thing]](list)
    for one in ids:
        for label in has.get(one, ()):
            found[label].append(one)
    return found


@remembered(1024)
def _kind(worded: str) -> str:
    found = codes.recognise("exploitation_types", worded)
    return found.label if found is not None else worded.strip()


def _needs(session: Session, on: date) -> Mapping[int, Collection[str]]:
    lead, found = leads(session), defaultdict[int, set[str]](set)
    rows = session.execute(
        select(Need.child_id, Need.code).where(
            or_(Need.since.is_(None), Need.since <= on), or_(Need.until.is_(None), Need.until > on)
        )
    )
    for one, code in rows:
        known = codes.find("needs", code)
        found[lead.get(one, one)].add(known.label if known is not None else code)
    return found
