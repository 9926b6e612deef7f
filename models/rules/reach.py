"""Whom a measure of the catalogue reaches: what does not fit is said, and never stops anyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from models.marks import SubjectKind

FITS = {
    SubjectKind.CHILD: "C",
    SubjectKind.PERSON: "PNV",
    SubjectKind.PLACE: "LBN",
    SubjectKind.GROUP: "N",
    SubjectKind.VEHICLE: "VB",
    SubjectKind.PHONE: "V",
    SubjectKind.ACCOUNT: "V",
}
"""The targets that each kind of record can be; a theme can be any."""
CALLED = {
    SubjectKind.CHILD: "a child",
    SubjectKind.PERSON: "a person",
    SubjectKind.PLACE: "a place",
    SubjectKind.GROUP: "a group",
    SubjectKind.VEHICLE: "a vehicle",
    SubjectKind.PHONE: "a phone",
    SubjectKind.ACCOUNT: "an account",
}
TARGETS = {
    "C": "the protection of a child",
    "P": "a person",
    "L": "a place",
    "N": "a network",
    "V": "a vehicle, phone or account",
    "B": "a business or licence",
}
IN_CARE = frozenset({"C1", "C2", "E1", "L1", "L2"})
"""Legal statuses of a child in care, under an emergency protection order or police protection."""


class Reaching(Protocol):
    """What of a measure says whom it reaches."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def targets(self) -> tuple[str, ...]:
        """The letters of what it is used against."""

    @property
    def under(self) -> int | None:
        """The child it protects must be younger than this."""

    @property
    def under_in_care(self) -> int | None:
        """Or younger than this, in care or protection."""

    @property
    def from_age(self) -> int | None:
        """Whom it binds must be of this age."""


@dataclass(frozen=True)
class Reached:
    """A record that a measure is to reach; `age` and `in_care` are None where not on record."""

    name: str
    kind: SubjectKind
    age: int | None = None
    in_care: bool | None = None


def in_care(legal_status: str | None) -> bool | None:
    """Whether a child of that legal status is in care or protection; None where none is known."""
    return None if legal_status is None else legal_status in IN_CARE


def mismatches(
    measure: Reaching, target: Reached | None, children: Iterable[Reached]
) -> tuple[str, ...]:
    """A sentence for each thing that does not fit: the target, its age, each child's."""
    said = [*_target(measure, target), *_age(measure, target)]
    return (*said, *(words for one in children for words in _child(measure, one)))


def _target(measure: Reaching, target: Reached | None) -> list[str]:
    fits = FITS.get(target.kind) if target else None
    if target is None or fits is None or not measure.targets or set(fits) & set(measure.targets):
        return []
    meant = " or ".join(TARGETS[one] for one in measure.targets if one in TARGETS)
    return [f"{measure.name} is for {meant}, not for {CALLED[target.kind]}."]


def _age(measure: Reaching, target: Reached | None) -> list[str]:
    """Whom it binds must be old enough; an age that nobody knows is not guessed."""
    if target is None or target.kind is not SubjectKind.PERSON or target.age is None:
        return []
    if measure.from_age is None or target.age >= measure.from_age:
        return []
    said = f"{measure.name} binds a person from the age of {measure.from_age}"
    return [f"{said}: {target.name} is younger."]


def _child(measure: Reaching, child: Reached) -> list[str]:
    if child.kind is not SubjectKind.CHILD or fits_child(measure, child) is not False:
        return []
    return [
        f"{measure.name} is for a child {reach_words(measure)}: {child.name} is not, by the record."
    ]


def fits_child(measure: Reaching, child: Reached) -> bool | None:
    """Whether the measure can protect this child; None where the record does not tell."""
    under, in_protection = measure.under, measure.under_in_care
    if under is None and in_protection is None:
        return True
    if child.age is None:
        return None
    if under is not None and child.age < under:
        return True
    if in_protection is None or child.age >= in_protection:
        return False
    return child.in_care


def reach_words(measure: Reaching) -> str:
    """Which children it protects: "under 16, or under 18 in care …"; empty for any."""
    plain = f"under {measure.under}" if measure.under else ""
    held = (
        f"under {measure.under_in_care} in care, under an emergency protection order or in police "
        "protection"
        if measure.under_in_care
        else ""
    )
    return ", or ".join(part for part in (plain, held) if part)
