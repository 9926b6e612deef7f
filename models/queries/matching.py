"""Who on record may be the same as somebody asked about."""

from datetime import date

from sqlalchemy.orm import Session

from models.matching import evidence
from models.matching.folded import PEOPLE, Folded
from models.matching.keys import digest, keys_of
from models.matching.likeness import Rarity, name_parts
from models.matching.weighing import Facts, Weighed, weigh
from models.queries.knowable import leads, may_know_of
from models.queries.sharing_keys import bearers, likeliest, size, told
from models.records.papers import MatchRecord
from models.records.reader import Reader

LEAST, WEIGHED = 2.0, 60
"""Bits of evidence below which nobody is told of; how many are looked at one by one."""


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

    A rare name says more than a common one. The program never settles sameness itself.
    """
    names = (name.strip(),) if name.strip() else ()
    asked = Facts(names, dob, postcode or None, gender or None, system_id, nhs_number)
    return matches_of(session, reader, asked, top, kinds)


def matches_of(
    session: Session,
    reader: Reader,
    asked: Facts,
    top: int = 20,
    kinds: frozenset[str] = PEOPLE,
    leave_out: int = 0,
) -> tuple[MatchRecord, ...]:
    """The same for all that is known of somebody; a record of their own is left out."""
    seen, lead = may_know_of(session, reader), leads(session)
    ids = likeliest(session, map(digest, keys_of(asked)), max(WEIGHED, top))
    among, rarity = size(session), rarity_of(session, asked)
    known = told(session, (one for one in ids if seen(one)))
    found: dict[int, Weighed] = {}
    for one, folded in known.items():
        stands = lead.get(one, one)
        if folded.kind not in kinds or stands == leave_out:
            continue
        weighed = weigh(asked, folded.facts, rarity)
        if weighed.weight >= LEAST and (
            stands not in found or weighed.weight > found[stands].weight
        ):
            found[stands] = weighed
    known |= told(session, found.keys() - known.keys())
    best = sorted(found, key=lambda one: (-found[one].weight, known[one].label, one))[:top]
    return tuple(_record(one, found[one], known[one], among) for one in best)


def rarity_of(session: Session, asked: Facts) -> Rarity:
    """What an equal first name and surname say, in bits: the fewer people bear them, the more."""
    if not asked.names:
        return Rarity()
    name, among = name_parts(asked.names[0]), size(session)
    return Rarity(
        evidence.rarity("first", bearers(session, name.first[:1]), among),
        evidence.rarity("surname", bearers(session, name.surname.split()), among),
    )


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
