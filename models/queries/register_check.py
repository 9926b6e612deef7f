"""The whole register looked through for pairs that may be one person."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, combinations, groupby
from operator import itemgetter

from sqlalchemy.orm import Session

from models.entities.matched import FACTS, KEYS
from models.marks import PEOPLE
from models.matching.belongings import Belongings
from models.matching.beside_others import CLEARLY, through, torn
from models.matching.folded import Folded, unfold
from models.matching.kin import apart
from models.matching.one_name import Telling
from models.matching.weighing import Weighed
from models.queries.belongings import belongings
from models.queries.knowable import leads, may_know_of
from models.queries.pair_weighing import Weighing
from models.queries.settled import settled
from models.queries.sharing_keys import driver, size
from models.records.papers import PairRecord
from models.records.reader import Reader

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
TINY = 60
"""Of so few everybody is looked at beside everybody: what two of three share tells nothing."""
SHARED, EACH = 40, 500
"""From how many holders a key is not followed; pairs between two words of progress."""
NEEDED = 1.6
"""How telling the keys of a pair must be together, in times of telling one out of everybody."""
SURE, UNSURE, THROUGH = 0.5, -3.0, 3.0
"""Bits above one in everybody from which a pair is likely, and from which it is possible; bits that
speak for a pair that is likely through a third record."""
Pair = tuple[int, int]


def least_likely(session: Session) -> float:
    """The bits from which two records of this register are likely one."""
    return apart(size(session)) + SURE


def same_person(
    session: Session,
    reader: Reader,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[PairRecord, ...]:
    """Pairs of records that may be of one person, likeliest first; none where it is cancelled.

    What a person has settled is left out until a new fact is known; nothing is joined or written.
    """
    known = known_folded(session, reader, people=True)
    has = belongings(session, reader)
    pairs = _sharing(session, known, has, NEEDED * math.log2(max(len(known), 2)))
    asked, weighing = askable(session, reader, known), Weighing(known, has, reader.now.date())
    found: dict[Pair, Weighed] = {}
    for at, (one, other) in enumerate(pairs):
        if at % EACH == 0:
            if cancelled is not None and cancelled():
                return ()
            if progress is not None:
                progress(at, len(pairs), "pairs looked at")
        if asked(one, other):
            found[one, other] = weighing(one, other)
    return _likeliest(session, known, found, weighing, asked)


def _likeliest(
    session: Session,
    known: dict[int, Folded],
    weighed: dict[Pair, Weighed],
    weighing: Weighing,
    asked: Callable[[int, int], bool],
) -> tuple[PairRecord, ...]:
    records = len(known)
    told = Telling(weighed.values(), apart(records))
    weighing.told = told
    weighed = {pair: one.with_name_at_most(told.most(one.name)) for pair, one in weighed.items()}
    bounded = {pair: weighing.held(pair, one, records) for pair, one in weighed.items()}
    among = _persons(bounded.values(), records)
    if among != records:
        bounded = {pair: weighing.held(pair, one, among) for pair, one in weighed.items()}
    found = _bands(known, bounded, among)
    sure = {pair for pair, one in bounded.items() if one.named_so and pair in found}
    sure = {pair for pair in sure if found[pair].weight >= apart(among) + SURE + CLEARLY}
    held = _hold_torn(session, found, known, sure)
    for (one, other), third in through(found.values()).items():
        if (one, other) in held:
            continue
        beside = weighing.held((one, other), weighing(one, other), among)
        if beside.weight >= THROUGH and not beside.is_contradicted and asked(one, other):
            made = _record((one, other), known, beside, among)
            why = f"{made.why}; both are likely {known[third].label}"
            found[one, other] = replace(made, likely=True, why=why)
    _hold_torn(session, found, known, sure)
    best = sorted(found.values(), key=lambda each: (-each.weight, each.subject_id, each.with_id))
    return tuple(best)


def _persons(weighed: Iterable[Weighed], records: int) -> int:
    """Of how many persons the records are, as those tell that are likely one not by a name alone.

    Where each has others beside it, two records are one oftener by chance than one in all of them.
    """
    bits = apart(records) + SURE
    likely = sum(one.weight >= bits and not one.by_name_alone for one in weighed)
    return round(records / max(1.0, 2 * likely / max(records, 1)))


def _bands(
    known: dict[int, Folded], weighed: dict[Pair, Weighed], among: int
) -> dict[Pair, PairRecord]:
    """The pairs that are likely or possible."""
    least = apart(among) + UNSURE
    return {
        pair: _record(pair, known, one, among)
        for pair, one in weighed.items()
        if one.weight >= least
    }


def _hold_torn(
    session: Session,
    found: dict[Pair, PairRecord],
    known: dict[int, Folded],
    sure: Collection[Pair],
) -> Collection[Pair]:
    """Two likely pairs of one record that contradict each other are possible and no more."""
    lead, births = leads(session), {one: each.facts.birth_date for one, each in known.items()}

    def joined(one: int, other: int) -> bool:
        return lead.get(one, one) == lead.get(other, other)

    held = torn(found.values(), births, joined, sure)
    for pair, other in held.items():
        why = f"{found[pair].why}; as likely {known[other].label}, who has another date of birth"
        found[pair] = replace(found[pair], likely=False, why=why, torn=True)
    return held


def askable(
    session: Session, reader: Reader, known: dict[int, Folded]
) -> Callable[[int, int], bool]:
    """Whether two records may be asked about: of one kind, not joined, not settled."""
    answered, lead = settled(session, reader), leads(session)

    def asked(one: int, other: int) -> bool:
        stand = frozenset((lead.get(one, one), lead.get(other, other)))
        if known[one].kind != known[other].kind or len(stand) == 1:
            return False
        return stand not in answered and frozenset((one, other)) not in answered

    return asked


def _record(pair: Pair, known: dict[int, Folded], weighed: Weighed, among: int) -> PairRecord:
    mine, theirs = (known[each] for each in pair)
    return PairRecord(
        subject_id=pair[0],
        label=mine.label,
        reference=mine.facts.system_id,
        with_id=pair[1],
        with_label=theirs.label,
        with_reference=theirs.facts.system_id,
        kind=mine.kind,
        weight=weighed.weight,
        probability=weighed.probability(among),
        likely=weighed.weight >= apart(among) + SURE,
        why=weighed.why,
    )


def known_folded(session: Session, reader: Reader, *, people: bool) -> dict[int, Folded]:
    """All people whom the reader may know of, or all that is no person."""
    seen = may_know_of(session, reader)
    rows = driver(session).execute(f"SELECT id, said FROM {FACTS}")
    known = ((one, unfold(said)) for one, said in rows if seen(one))
    return {one: folded for one, folded in known if (folded.kind in PEOPLE) is people}


def _sharing(
    session: Session, known: dict[int, Folded], has: Mapping[int, Belongings], least: float
) -> list[Pair]:
    """Pairs whose shared keys are telling enough to be looked at."""
    if len(known) <= TINY:
        return list(combinations(sorted(known), 2))
    scores: dict[Pair, float] = defaultdict(float)
    among = math.log2(max(len(known), 2))
    for holders in chain(holding(session, known), _having(known, has)):
        says = among - math.log2(len(holders))
        for pair in combinations(holders, 2):
            scores[pair] += says
    return [pair for pair, score in scores.items() if score >= least]


def holding(session: Session, known: dict[int, Folded]) -> Iterator[list[int]]:
    """Those who hold a key, key by key, where not too many do."""
    rows = driver(session).execute(f"SELECT key, id FROM {KEYS} ORDER BY key, id")
    for _, group in groupby(rows, key=itemgetter(0)):
        holders = [one for _, one in group if one in known]
        if 1 < len(holders) <= SHARED:
            yield holders


def _having(known: dict[int, Folded], has: Mapping[int, Belongings]) -> Iterator[list[int]]:
    """Those who have a telephone, vehicle, account or home in common."""
    held: dict[str, list[int]] = defaultdict(list)
    for one in sorted(has):
        if one in known:
            for key in has[one].keys:
                held[key].append(one)
    return (holders for holders in held.values() if 1 < len(holders) <= SHARED)
