"""Which places, vehicles, telephones and accounts on record may be the one asked about."""

from sqlalchemy.orm import Session

from models.marks import SubjectKind
from models.matching.alike_things import compare_things
from models.matching.folded import Folded
from models.matching.nearby import written
from models.matching.things import thing_keys
from models.matching.weighing import Weighed
from models.queries.knowable import may_know_of
from models.queries.matching import best_matches
from models.records.papers import MatchReason, MatchRecord
from models.records.reader import Reader
from models.rules.addresses import POSTCODE


def possible_things(
    session: Session,
    reader: Reader,
    kind: str,
    text: str,
    postcode: str | None = None,
    position: tuple[float, float] | None = None,
    top: int = 20,
) -> tuple[MatchRecord, ...]:
    """Those of a kind that may be meant, best first, with reasons; a part of a mark is enough.

    A place may be asked for by where it lies as well: by latitude and longitude (`position`), or
    by any common writing of a position as its text; a postcode in its text is taken as one.
    """
    asked: tuple[str, ...] = (text.strip(),)
    if kind == SubjectKind.PLACE:
        said = POSTCODE.search(text)
        if said and not postcode:
            postcode = said[0]
            asked = (f"{text[: said.start()]}{text[said.end() :]}".strip(" ,"),)
        where = written(*position) if position is not None else written(None, None, text)
        asked = (*asked, "", postcode or "", *where)

    def weighed(_one: int, known: Folded) -> Weighed | None:
        if known.kind != kind:
            return None
        weight, why = compare_things(kind, asked, known.words)
        return Weighed(weight, (MatchReason(kind, weight, why),)) if weight > 0 else None

    keys = thing_keys(kind, asked)
    return best_matches(session, may_know_of(session, reader), keys, weighed, top)
