"""Who on record may be the same as somebody asked about."""

from collections.abc import Callable, Iterable
from datetime import date

from sqlalchemy.orm import Session

from models.marks import PEOPLE
from models.matching.belongings import NOTHING, Belongings
from models.matching.folded import Folded
from models.matching.given_out import GivenOut
from models.matching.keys import keys_of
from models.matching.kin import is_grown
from models.matching.likeness import Rarity, rarity_of
from models.matching.weighing import Facts, Weighed, weigh
from models.queries.belongings import as_compared, belongings, having
from models.queries.knowable import leads, may_know_of
from models.queries.likely import nearly_likely
from models.queries.sharing_keys import (
    Seen,
    bearers,
    likeliest,
    numbers_beside,
    size,
    told,
)
from models.records.papers import MatchRecord
from models.records.reader import Reader

LEAST, WEIGHED, FEWER = 2.0, 48, 36
"""Bits of evidence below which nobody is told of; how many are looked at one by one, and how many
where the name does not stand alone, so that the keys tell more."""


def possible_matches(
    session: Session,
    reader: Reader,
    name: str = "",
    dob: date | None = None,
    postcode: str | None = None,
    gender: str | None = None,
    top: int = 20,
    *,
    system_id: str | None = None,
    nhs_number: str | None = None,
    school: str | None = None,
    phones: Iterable[str] = (),
    vehicles: Iterable[str] = (),
    handles: Iterable[str] = (),
    addresses: Iterable[str] = (),
) -> tuple[MatchRecord, ...]:
    """Children and persons of concern who may be the one asked about, best first, with reasons.

    A rare name says more than a common one; a telephone or home in common counts where the reader
    may see whose it is. The program never settles sameness itself.
    """
    names = (name.strip(),) if name.strip() else ()
    asked = Facts(
        names, dob, postcode or None, gender or None, system_id, nhs_number, school or None
    )
    mine = as_compared(phones, vehicles, handles, addresses)
    return _people_like(session, reader, asked, NOTHING if mine == NOTHING else mine, top)


def _people_like(
    session: Session, reader: Reader, asked: Facts, mine: Belongings, top: int
) -> tuple[MatchRecord, ...]:
    seen = may_know_of(session, reader)
    rarity, among = _rarity(session, seen, asked), size(session)
    grown = is_grown(asked.birth_date, reader.now.date())
    has: dict[int, Belongings] = {}

    def no_slip(one: str, other: str) -> bool:
        beside = numbers_beside(session, seen, one)
        return GivenOut((mine, *has.values()), beside).no_slip(one, other)

    def weighed(one: int, known: Folded) -> Weighed | None:
        if known.kind not in PEOPLE:
            return None
        found = weigh(asked, known.facts, rarity, mine, has.get(one, NOTHING), no_slip)
        found = found.within(among, grown)
        return found if found.weight >= LEAST else None

    def read(ids: Iterable[int]) -> None:
        has.update(belongings(session, reader, ids) if mine is not NOTHING else {})

    also = having(session, reader, mine) if mine is not NOTHING else set()
    alone = mine is NOTHING and asked.birth_date is None and asked.postcode is None
    if alone and all(len(one.split()) == 1 for one in asked.names):
        # One word alone has no second key beside it, by which another spelling would be found.
        also = also.union(*(nearly_likely(session, one) for one in asked.names))
    most = FEWER if asked.names and (asked.birth_date or asked.postcode) else WEIGHED
    return best_matches(session, seen, keys_of(asked), weighed, top, also, read, most)


def best_matches(
    session: Session,
    seen: Seen,
    keys: Iterable[str],
    weighed: Callable[[int, Folded], Weighed | None],
    top: int,
    also: Iterable[int] = (),
    read: Callable[[Iterable[int]], None] = lambda ids: None,
    most: int = WEIGHED,
) -> tuple[MatchRecord, ...]:
    """Those the reader may know of who share the most telling keys, as they weigh, best first.

    `also` are weighed whatever their keys; `read` hears who will be weighed; `most` how many.

    Of records that are the same the best one counts, under the name of the one that stands for all.
    """
    ids = {*likeliest(session, seen, keys, max(most, top)), *filter(seen, also)}
    read(ids)
    known = told(session, ids)
    lead, found = leads(session), dict[int, Weighed]()
    for one, folded in known.items():
        made, stands = weighed(one, folded), lead.get(one, one)
        if made is not None and (stands not in found or made.weight > found[stands].weight):
            found[stands] = made
    known |= told(session, found.keys() - known.keys())
    best = sorted(found, key=lambda one: (-found[one].weight, known[one].label, one))[:top]
    among = size(session)
    return tuple(_record(one, found[one], known[one], among) for one in best)


def _rarity(session: Session, seen: Seen, asked: Facts) -> Rarity:
    if not asked.names:
        return Rarity()
    name = asked.taken_apart()[0]
    return rarity_of(name, lambda words: bearers(session, seen, words), size(session))


def _record(subject_id: int, weighed: Weighed, known: Folded, among: int) -> MatchRecord:
    return MatchRecord(
        subject_id=subject_id,
        label=known.label,
        reference=known.facts.system_id,
        weight=weighed.weight,
        why=weighed.why,
        kind=known.kind,
        birth_date=known.facts.birth_date,
        probability=weighed.probability(among),
        reasons=weighed.reasons,
    )
