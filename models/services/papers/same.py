"""Whether two records are of one person: joined, kept apart, or asked about with the reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.fuzz import ratio

from models.rules.names import could_be_same, name_key, parse_name, plain

NEAR = 86
MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one child from another; `fresh` rows were read from the paper now being filed."""

    id: int
    name: str
    born: date | None = None
    system_id: str | None = None
    nhs: str | None = None
    fresh: bool = False
    key: str = field(default="", compare=False)
    surname: str = field(default="", compare=False)

    @classmethod
    def of(
        cls,
        subject_id: int,
        name: str,
        born: date | None,
        system_id: str | None,
        nhs: str | None,
        fresh: bool = False,
    ) -> "Identity":
        """An identity with its numbers and names made comparable."""
        return cls(
            subject_id,
            name,
            born,
            number_key(system_id),
            number_key(nhs),
            fresh,
            name_key(name),
            tight(parse_name(name).surname),
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A record that may be the same, and why that is asked and not settled."""

    subject_id: int
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The record that it is, if any, and those that a person must be asked about."""

    same: int | None
    questions: tuple[Question, ...] = ()


def tight(text: str) -> str:
    """A name or title as compared: letters and figures only."""
    return plain(text).replace(" ", "")


def number_key(text: str | None) -> str | None:
    """A reference as compared: capitals and figures only."""
    return re.sub(r"[\W_]+", "", text).upper() or None if text else None


def contradiction(known: Identity, new: Identity) -> str | None:
    """What speaks against it, in words: another surname, birth date, first name or number."""
    alike = tight(known.name) == tight(new.name) or known.key == new.key
    if known.born and new.born and known.born != new.born:
        return "another date of birth"
    if new.name and known.name and not alike:
        if known.surname != new.surname:
            return "another surname"
        agree = known.born is not None and known.born == new.born
        if not agree and not could_be_same(known.name, new.name):
            return "another first name"
    if known.system_id and new.system_id and known.system_id != new.system_id:
        return "another case system id"
    if known.nhs and new.nhs and known.nhs != new.nhs:
        return "another NHS number"
    return None


def judge(
    new: Identity,
    by_system: Iterable[Identity],
    by_nhs: Iterable[Identity],
    by_name: Iterable[Identity],
    near: Iterable[Identity],
    row_for_row: bool = False,
) -> Verdict:
    """The verdict on one child from those with the same id, NHS number, name, or a near name."""
    joined: list[int] = []
    asked: dict[int, Question] = {}
    for label, weight, pool in (
        ("case system id", 12.0, by_system),
        ("NHS number", 12.0, by_nhs),
    ):
        for one in pool:
            _weigh(one, contradiction(one, new), f"Same {label}", weight, joined, asked)
    for one in by_name:
        if new.born is None or one.born != new.born:
            continue
        against = contradiction(one, new)
        if against is None and row_for_row and one.fresh:
            against = "each stands in its own row"
        _weigh(one, against, "Same name and date of birth", 10.0, joined, asked)
    if not joined:
        for one in near:
            question = nearness(one, new) if one.id not in asked else None
            if question:
                asked[one.id] = question
    for done in joined:
        asked.pop(done, None)
    kept = sorted(asked.values(), key=lambda one: -one.weight)[:MOST_QUESTIONS]
    return Verdict(joined[0] if joined else None, tuple(kept))


def _weigh(
    one: Identity,
    against: str | None,
    why: str,
    weight: float,
    joined: list[int],
    asked: dict[int, Question],
) -> None:
    if against is None:
        joined.append(one.id)
    elif one.id not in asked:
        asked[one.id] = Question(one.id, weight - 4, f"{why}, but {against}: {one.name}")


def nearness(known: Identity, new: Identity) -> Question | None:
    """Why a record with a name near by may be the same; None where nothing suggests it."""
    born = _births(known.born, new.born)
    if born == "differ" or not known.name or not new.name:
        return None
    weight, why = _names_near(known, new, born)
    if not weight:
        return None
    if known.system_id and new.system_id and known.system_id != new.system_id:
        weight, why = weight - 2, f"{why}; the case system ids differ"
    if born == "slip":
        why = f"{why}; dates of birth differ by one slip"
    return Question(known.id, weight, f"{why}: {known.name}")


def _names_near(known: Identity, new: Identity, born: str) -> tuple[float, str]:
    mine, other = tight(new.name), tight(known.name)
    if known.key == new.key or mine == other:
        return 6.0, "Same name" + ("; no date of birth to compare" if born == "unknown" else "")
    if could_be_same(known.name, new.name):
        return 5.0, "Only an initial or part of the name"
    if known.key.split() == list(reversed(new.key.split())):
        return 6.0, "Same names in the other order"
    alike = ratio(mine, other)
    if born == "same" and alike >= NEAR - 10:
        return 6.5, "Same date of birth and a name spelt nearly alike"
    if alike >= NEAR:
        return 4.0, "A name spelt nearly alike"
    return 0.0, ""


def _births(one: date | None, other: date | None) -> str:
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    return "slip" if slip(one, other) else "differ"


def slip(one: date, other: date) -> bool:
    """True if two dates differ by day and month changed about, or by one figure."""
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    pairs = zip(one.strftime("%Y%m%d"), other.strftime("%Y%m%d"), strict=True)
    return sum(a != b for a, b in pairs) == 1
