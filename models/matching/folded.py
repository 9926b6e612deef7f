"""A subject as the file keeps it for matching: its facts taken apart beforehand, as one text."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.marks import PEOPLE, SubjectKind
from models.matching.keys import digest, keys_of
from models.matching.nearby import written
from models.matching.things import thing_keys
from models.matching.weighing import Facts


@dataclass(frozen=True, slots=True)
class Folded:
    """Whom the text is about, with what is compared; of people the facts, else `words`."""

    kind: str
    label: str
    facts: Facts
    words: tuple[str, ...] = ()

    @property
    def keys(self) -> set[int]:
        """The keys by which it is found, as the file keeps them."""
        if self.kind in PEOPLE:
            return {digest(one) for one in keys_of(self.facts)}
        return {digest(one) for one in thing_keys(self.kind, self.words)}


def fold(kind: str, label: str, aliases: Iterable[str], row: tuple[Any, ...]) -> str:
    """What is kept of a subject.

    `row` is of people number, birth, postcode, gender, NHS number, school; of a place address,
    postcode, latitude, longitude, map reference, and easting and northing of its postcode.
    """
    names = [label, *aliases]
    if kind == SubjectKind.PLACE:
        address, postcode, north, east, reference, *coded = row
        row = (address, postcode, *written(north, east, reference, (coded[0], coded[1])))
    return json.dumps([kind, names, *row], ensure_ascii=False, separators=(",", ":"))


def unfold(text: str) -> Folded:
    """What was kept."""
    kind, names, *row = json.loads(text)
    if kind not in PEOPLE:
        return Folded(
            kind,
            names[0],
            Facts(),
            tuple("" if one is None else str(one) for one in (*names, *row)),
        )
    number, born, postcode, gender, nhs, school = row
    birth = date.fromisoformat(born) if born else None
    return Folded(kind, names[0], Facts(tuple(names), birth, postcode, gender, number, nhs, school))
