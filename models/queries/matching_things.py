"""Which places, vehicles, telephones and accounts on record may be the one asked about."""

from sqlalchemy.orm import Session

from models.matching.alike_things import compare_things
from models.matching.keys import digest
from models.matching.things import thing_keys
from models.matching.weighing import Weighed
from models.queries.knowable import leads, may_know_of
from models.queries.matching import WEIGHED
from models.queries.sharing_keys import likeliest, size, told
from models.records.papers import MatchReason, MatchRecord
from models.records.reader import Reader


def possible_things(
    session: Session,
    reader: Reader,
    kind: str,
    text: str,
    postcode: str | None = None,
    position: tuple[float, float] | None = None,
    top: int = 20,
) -> tuple[MatchRecord, ...]:
    """Those of a kind that may be meant, best first, with reasons; a part of a mark is enough."""
    asked: tuple[str, ...] = (text.strip(),)
    if kind == "location":
        where = map(str, position) if position is not None else ("", "")
        asked = (*asked, "", postcode or "", *where)
    seen, lead = may_know_of(session, reader), leads(session)
    keys = {digest(one) for one in thing_keys(kind, tuple(filter(None, asked[:3])))}
    known = told(session, (one for one in likeliest(session, keys, WEIGHED) if seen(one)))
    among, found = size(session), dict[int, MatchRecord]()
    for one, folded in known.items():
        weight, why = compare_things(kind, asked, folded.words) if folded.kind == kind else (0, "")
        stands = lead.get(one, one)
        if weight > 0 and (stands not in found or weight > found[stands].weight):
            reasons = (MatchReason(kind, weight, why),)
            weighed = Weighed(weight, reasons)
            chance = weighed.probability(among)
            found[stands] = MatchRecord(
                stands, folded.label, None, weight, weighed.why, kind, None, chance, reasons
            )
    return tuple(sorted(found.values(), key=lambda each: (-each.weight, each.label))[:top])
