"""The whole register looked through for places, vehicles, telephones and accounts there twice."""

import math
from collections.abc import Iterator
from itertools import combinations, groupby
from operator import itemgetter

from sqlalchemy.orm import Session

from models.entities.matched import FACTS, KEYS
from models.matching.alike_things import alike
from models.matching.folded import PEOPLE, Folded, unfold
from models.queries.knowable import may_know_of
from models.queries.register_check import EACH, SHARED, Cancelled, Pair, Progress, askable
from models.queries.sharing_keys import driver
from models.records.papers import PairRecord
from models.records.reader import Reader

LIKELY, POSSIBLE = 12.0, 6.0
"""Bits from which two of a kind are likely one, and from which they may be."""


def same_things(
    session: Session,
    reader: Reader,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[PairRecord, ...]:
    """Pairs of places and things that may be one, likeliest first; none where it is cancelled.

    What a person has settled is left out until a new fact is known; nothing is joined or written.
    """
    known = _known(session, reader)
    asked, found = askable(session, known), list[PairRecord]()
    pairs = sorted(set(_sharing(session, known)))
    for at, (one, other) in enumerate(pairs):
        if at % EACH == 0:
            if cancelled is not None and cancelled():
                return ()
            if progress is not None:
                progress(at, len(pairs), "pairs of places and things looked at")
        if asked(one, other):
            weight, why = alike(known[one].kind, known[one].words, known[other].words)
            if weight >= POSSIBLE:
                found.append(_record((one, other), known, weight, why))
    return tuple(sorted(found, key=lambda one: (-one.weight, one.subject_id, one.with_id)))


def _known(session: Session, reader: Reader) -> dict[int, Folded]:
    """All that is no person and that the reader may know of."""
    seen = may_know_of(session, reader)
    rows = driver(session).execute(f"SELECT id, said FROM {FACTS}")
    known = ((one, unfold(said)) for one, said in rows if seen(one))
    return {one: folded for one, folded in known if folded.kind not in PEOPLE}


def _sharing(session: Session, known: dict[int, Folded]) -> Iterator[Pair]:
    """Pairs that share a key which not too many hold."""
    rows = driver(session).execute(f"SELECT key, id FROM {KEYS} ORDER BY key, id")
    for _, group in groupby(rows, key=itemgetter(0)):
        holders = [one for _, one in group if one in known]
        if 1 < len(holders) <= SHARED:
            yield from combinations(holders, 2)


def _record(pair: Pair, known: dict[int, Folded], weight: float, why: str) -> PairRecord:
    mine, theirs = (known[each] for each in pair)
    odds = weight - math.log2(max(len(known), 2))
    return PairRecord(
        subject_id=pair[0],
        label=mine.label,
        reference=None,
        with_id=pair[1],
        with_label=theirs.label,
        with_reference=None,
        kind=mine.kind,
        weight=weight,
        probability=round(1 / (1 + 2**-odds), 4),
        likely=weight >= LIKELY,
        why=f"{why[:1].upper()}{why[1:]}",
    )
