"""The whole register looked through for pairs that may be one person."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, combinations, groupby
from operator import itemgetter

from sqlalchemy.orm import Session

from models.entities.matched import FACTS, KEYS
from models.marks import PEOPLE
from models.matching.belongings import NOTHING, Belongings
from models.matching.beside_others import through, torn
from models.matching.folded import Folded, unfold
from models.matching.given_out import GivenOut
from models.matching.kin import apart, is_grown
from models.matching.likeness import Rarity, rarity_of
from models.matching.rare_names import is_common
from models.matching.weighing import Weighed, weigh
from models.queries.belongings import belongings
from models.queries.knowable import leads, may_know_of
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
    bits = apart(len(known))
    has = belongings(session, reader)
    pairs = _sharing(session, known, has, NEEDED * math.log2(max(len(known), 2)))
    found: dict[Pair, PairRecord] = {}
    asked, rare = askable(session, reader, known), _Rarities(known)
    no_slip = GivenOut(has.values()).no_slip

    def weighing(one: int, other: int) -> Weighed:
        mine, theirs = has.get(one, NOTHING), has.get(other, NOTHING)
        facts, beside = known[one].facts, known[other].facts
        found = weigh(facts, beside, rare.of(one), mine, theirs, no_slip)
        if found.by_name_alone and (rare.is_common(one) or rare.is_common(other)):
            return found.of_a_namesake(len(known))
        return found.within(len(known), is_grown(facts.birth_date, reader.now.date()))

    for at, (one, other) in enumerate(pairs):
        if at % EACH == 0:
            if cancelled is not None and cancelled():
                return ()
            if progress is not None:
                progress(at, len(pairs), "pairs looked at")
        if asked(one, other):
            weighed = weighing(one, other)
            if weighed.weight >= bits + UNSURE:
                found[one, other] = _record((one, other), known, weighed, bits)
    held = _hold_torn(session, found, known)
    for (one, other), third in through(found.values()).items():
        if (one, other) in held:
            continue
        weighed = weighing(one, other)
        if weighed.weight >= THROUGH and not weighed.is_contradicted and asked(one, other):
            made = _record((one, other), known, weighed, bits)
            why = f"{made.why}; both are likely {known[third].label}"
            found[one, other] = replace(made, likely=True, why=why)
    _hold_torn(session, found, known)
    best = sorted(found.values(), key=lambda each: (-each.weight, each.subject_id, each.with_id))
    return tuple(best)


def _hold_torn(
    session: Session, found: dict[Pair, PairRecord], known: dict[int, Folded]
) -> Collection[Pair]:
    """Two likely pairs of one record that contradict each other are possible and no more."""
    lead, births = leads(session), {one: each.facts.birth_date for one, each in known.items()}

    def joined(one: int, other: int) -> bool:
        return lead.get(one, one) == lead.get(other, other)

    held = torn(found.values(), births, joined)
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


def _record(pair: Pair, known: dict[int, Folded], weighed: Weighed, bits: float) -> PairRecord:
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
        probability=weighed.probability(len(known)),
        likely=weighed.weight >= bits + SURE,
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


class _Rarities:
    """What an equal name says, by how many in the register bear it; each asked once."""

    def __init__(self, known: Mapping[int, Folded]) -> None:
        self._known, self._among = known, len(known)
        self._bear: Counter[str] = Counter()
        self._of: dict[int, Rarity] = {}
        self._common: dict[int, bool] = {}
        for one in known.values():
            self._bear.update({word for name in one.facts.taken_apart() for word in name.words})

    def of(self, one: int) -> Rarity:
        """Of the name shown of somebody."""
        if one not in self._of:
            name = self._known[one].facts.taken_apart()[0]
            self._of[one] = rarity_of(name, self._least, self._among)
        return self._of[one]

    def is_common(self, one: int) -> bool:
        """Whether somebody else may well bear the name shown of somebody, as two here do."""
        if one not in self._common:
            label = self._known[one].label
            self._common[one] = is_common(label, self._bear.__getitem__, self._among)
        return self._common[one]

    def _least(self, words: Iterable[str]) -> int:
        return min((self._bear[one] for one in words), default=0)
