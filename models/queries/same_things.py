"""The whole register looked through for places, vehicles, telephones and accounts there twice."""

from itertools import combinations

from sqlalchemy.orm import Session

from models.matching.alike_things import alike
from models.matching.folded import Folded
from models.matching.weighing import Weighed
from models.queries.register_check import (
    EACH,
    Cancelled,
    Pair,
    Progress,
    askable,
    holding,
    known_folded,
)
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
    known = known_folded(session, reader, people=False)
    asked, found = askable(session, reader, known), list[PairRecord]()
    pairs = sorted({pair for some in holding(session, known) for pair in combinations(some, 2)})
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


def _record(pair: Pair, known: dict[int, Folded], weight: float, why: str) -> PairRecord:
    mine, theirs = (known[each] for each in pair)
    return PairRecord(
        subject_id=pair[0],
        label=mine.label,
        reference=None,
        with_id=pair[1],
        with_label=theirs.label,
        with_reference=None,
        kind=mine.kind,
        weight=weight,
        probability=Weighed(weight, ()).probability(len(known)),
        likely=weight >= LIKELY,
        why=f"{why[:1].upper()}{why[1:]}",
    )
