"""Whose each row of a pasted block is: by a number, else by name with date of birth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.intake.tracker.listed import day_said, turned
from models.records.tracker import TrackedChild
from models.rules.names import plain

NUMBERS = ("system_id", "nhs_number")
TELLING = ("name", *NUMBERS)
"""Columns that tell who somebody is."""
OF_OTHERS = frozenset({"lead", "iro_or_cp_chair"})
"""Columns in which the names of other people stand, one of whom may be called as a child is."""
SHORTEST = 4
"""Letters from which a number in another column is taken for a child's."""
NOBODY = "No child in the tracker has this name; the row is left."
NOBODY_NUMBERED = "No child in the tracker has this name or number; the row is left."
SEVERAL = "Several children fit: add the date of birth or the system id. The row is left."
TWO = "Its name and numbers are those of different children; the row is left."
BORN = "The child of this name has another date of birth; the row is left."
NUMBERED = "The child of this name has another number; the row is left."
UNSAID = "It does not say which child it is of; the row is left."


@dataclass(frozen=True)
class Whose:
    """The child that a row is of, and whether a number says so; else `why` there is none."""

    child: TrackedChild | None = None
    by_number: bool = False
    why: str = ""


class Known:
    """The children of the tracker, found by what tells who they are."""

    def __init__(self, children: Iterable[TrackedChild]) -> None:
        self._by: dict[str, dict[str, list[TrackedChild]]] = {key: {} for key in TELLING}
        for child in children:
            for key, found in self._by.items():
                if said := bare(key, getattr(child, key) or ""):
                    found.setdefault(said, []).append(child)

    def tells(self, key: str, texts: Sequence[str], own: bool) -> bool:
        """Whether most texts of a column are children's in `key`; `own`: it lies on that column."""
        said = [one for text in texts if (one := bare(key, text))]
        long = [one for one in said if own or key == "name" or len(one) >= SHORTEST]
        return 2 * sum(one in self._by[key] for one in long) > len(said)

    def whose(self, said: Mapping[str, str], today: date) -> Whose:
        """Whose a row is that says this of name, system id, NHS number and date of birth."""
        told = {key: one for key in TELLING if (one := bare(key, said.get(key, "")))}
        if not told:
            return Whose(why=UNSAID)
        named = self._by["name"].get(told.get("name", ""), [])
        numbers = [key for key in NUMBERS if key in told]
        found = {one.id: one for key in numbers for one in self._by[key].get(told[key], ())}
        if len(found) > 1:
            return Whose(why=TWO)
        for child in found.values():
            other = named and child.id not in {one.id for one in named}
            return Whose(why=TWO) if other else Whose(child, by_number=True)
        return self._by_name(named, told, day_said(said.get("birth_date", ""), today))

    def _by_name(
        self, named: Sequence[TrackedChild], told: Mapping[str, str], born: date | None
    ) -> Whose:
        fit = [one for one in named if born is None or one.birth_date == born]
        fit = fit or [one for one in named if one.birth_date is None]
        if len(fit) != 1:
            nobody = NOBODY_NUMBERED if told.keys() & set(NUMBERS) else NOBODY
            return Whose(why=SEVERAL if fit else BORN if named else nobody)
        (child,) = fit
        theirs = ((bare(key, getattr(child, key) or ""), told.get(key)) for key in NUMBERS)
        other = any(has and says and has != says for has, says in theirs)
        return Whose(why=NUMBERED) if other else Whose(child)


def bare(key: str, text: str) -> str:
    """A name or number in the form in which it is compared."""
    if key == "name":
        return plain(turned(text))
    return "".join(text.split()).removeprefix("'").casefold()
