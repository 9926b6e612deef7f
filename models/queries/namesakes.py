"""Pairs of people who have a name that many bear in common, and nothing else."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from models.marks import PEOPLE
from models.matching.belongings import NOTHING
from models.matching.folded import Folded
from models.matching.rare_names import is_common
from models.matching.weighing import weigh
from models.queries.belongings import belongings
from models.queries.knowable import may_know_of
from models.queries.sharing_keys import bearers, size, told
from models.records.reader import Reader

ABOUT = 1.0
"""Bits that are as good as none."""
Pair = tuple[int, int]


def namesakes(session: Session, reader: Reader, pairs: Mapping[Pair, float]) -> frozenset[Pair]:
    """Which of these pairs nothing makes one person but a name that others may well bear.

    Each comes with the bits for which it was asked about: a paper may have known more than stands.
    """
    ids = {one for pair in pairs for one in pair}
    if not ids:
        return frozenset()
    known, has = told(session, ids), belongings(session, reader, ids)
    seen, among = may_know_of(session, reader), size(session)

    def common(one: Folded) -> bool:
        return is_common(one.label, lambda word: bearers(session, seen, (word,)), among)

    def alike(pair: Pair) -> bool:
        one, other = (known.get(each) for each in pair)
        if one is None or other is None or not {one.kind, other.kind} <= set(PEOPLE):
            return False
        mine, theirs = (has.get(each, NOTHING) for each in pair)
        weighed = weigh(one.facts, other.facts, mine=mine, theirs=theirs)
        explained = pairs[pair] <= weighed.weight + ABOUT
        return explained and weighed.by_name_alone and (common(one) or common(other))

    return frozenset(filter(alike, pairs))
