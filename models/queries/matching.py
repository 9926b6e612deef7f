"""Who on record may be the same as somebody asked about."""

import math
from datetime import date

from sqlalchemy.orm import Session

from models.matching.keys import fact_keys, name_keys
from models.matching.likeness import name_parts
from models.matching.weighing import Facts, Weighed, weigh
from models.queries.knowable import leads, may_know_of
from models.queries.ready import Ready, ready
from models.queries.register_words import PEOPLE, Known
from models.records.papers import MatchRecord
from models.records.reader import Reader

LEAST = 2.0
RAREST, COMMONEST = 10.0, 5.0


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
    kinds: frozenset[str] = PEOPLE,
) -> tuple[MatchRecord, ...]:
    """Children and persons of concern who may be the one asked about, best first, with reasons.

    A rare surname says more than a common one. The program never settles sameness itself.
    """
    names = (name.strip(),) if name.strip() else ()
    asked = Facts(names, dob, postcode or None, gender or None, system_id, nhs_number)
    keys = name_keys(asked.names) | fact_keys(dob, postcode, system_id, nhs_number)
    seen, lead = may_know_of(session, reader), leads(session)
    with ready(session) as register:
        rarity = _rarity(register, name)
        among = sum(one.kind in PEOPLE for one in register.known.values())
        found: dict[int, tuple[Weighed, Known]] = {}
        for one in register.sharing(keys):
            known = register.known[one]
            if not seen(one) or known.kind not in kinds:
                continue
            stands = register.known[lead.get(one, one)]
            weighed = weigh(asked, facts_of(known), rarity)
            if stands.id not in found or weighed.weight > found[stands.id][0].weight:
                found[stands.id] = (weighed, stands)
    likely = [pair for pair in found.values() if pair[0].weight >= LEAST]
    likely.sort(key=lambda pair: (-pair[0].weight, pair[1].label, pair[1].id))
    return tuple(_record(weighed, known, among) for weighed, known in likely[:top])


def facts_of(known: Known) -> Facts:
    """What is on record of somebody, as far as it is compared."""
    return Facts(
        known.names,
        known.birth_date,
        known.postcode,
        known.gender,
        known.reference,
        known.nhs_number,
    )


def _rarity(register: Ready, name: str) -> float:
    """What an equal surname says, in bits: the fewer people bear it, the more."""
    surname = name_parts(name).surname if name.strip() else ""
    if not surname:
        return RAREST
    bearers = len(register.sharing({f"w{word}" for word in surname.split()}))
    among = max(len(register.known), 2)
    return max(COMMONEST, min(RAREST, math.log2(among / max(bearers, 1))))


def _record(weighed: Weighed, known: Known, among: int) -> MatchRecord:
    return MatchRecord(
        subject_id=known.id,
        label=known.label,
        reference=known.reference,
        weight=weighed.weight,
        why=weighed.why,
        kind=known.kind,
        birth_date=known.birth_date,
        probability=weighed.probability(among),
        reasons=weighed.reasons,
    )
