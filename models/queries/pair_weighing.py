"""Two records of the register weighed, by how many persons there are and who bears a name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from models.matching.belongings import NOTHING, Belongings
from models.matching.birth_rarity import BirthRarity
from models.matching.folded import Folded
from models.matching.given_out import GivenOut
from models.matching.kin import is_grown
from models.matching.likeness import Rarity, rarity_of
from models.matching.one_name import Telling
from models.matching.rare_names import is_common
from models.matching.weighing import Weighed, weigh

Pair = tuple[int, int]


class Weighing:
    """What speaks for two records of the register being one."""

    def __init__(
        self, known: Mapping[int, Folded], has: Mapping[int, Belongings], today: date
    ) -> None:
        self._known, self._has, self._today = known, has, today
        self._no_slip = GivenOut(has.values()).no_slip
        self._births = BirthRarity(one.facts.birth_date for one in known.values())
        self.told: Telling | None = None
        self._bear: Counter[str] = Counter()
        self._of: dict[int, Rarity] = {}
        self._common: dict[int, bool] = {}
        for one in known.values():
            self._bear.update({word for name in one.facts.taken_apart() for word in name.words})

    def __call__(self, one: int, other: int) -> Weighed:
        """All that speaks for and against, whoever else of one family or name may be meant."""
        mine, theirs = self._has.get(one, NOTHING), self._has.get(other, NOTHING)
        facts, beside = self._known[one].facts, self._known[other].facts
        return weigh(facts, beside, self._rarity(one), mine, theirs, self._no_slip)

    def held(self, pair: Pair, found: Weighed, among: int) -> Weighed:
        """The same, no more than two of one family or of a common name may have in common."""
        held = found.within(among, is_grown(self._known[pair[0]].facts.birth_date, self._today))
        return held.of_a_namesake(among) if self._is_of_many(pair, found) else held

    def _is_of_many(self, pair: Pair, found: Weighed) -> bool:
        """Whether nothing speaks for the two but a name that somebody else may well bear.

        The register tells, where it knows the births of enough who are called alike; else the list.
        """
        if not found.by_name_alone:
            return False
        shown = None if self.told is None else self.told.is_shared(found.name)
        return any(map(self._is_common, pair)) if shown is None else shown

    def _rarity(self, one: int) -> Rarity:
        """What an equal name says, by how many in the register bear it; of the name shown."""
        if one not in self._of:
            name = self._known[one].facts.taken_apart()[0]
            rarity = rarity_of(name, self._least, len(self._known))
            birth = self._births.less(self._known[one].facts.birth_date)
            self._of[one] = replace(rarity, birth=birth)
        return self._of[one]

    def _is_common(self, one: int) -> bool:
        """Whether somebody else may well bear the name shown of somebody, as two here do."""
        if one not in self._common:
            label = self._known[one].label
            self._common[one] = is_common(label, self._bear.__getitem__, len(self._known))
        return self._common[one]

    def _least(self, words: Iterable[str]) -> int:
        return min((self._bear[one] for one in words), default=0)
