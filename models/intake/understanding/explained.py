"""What a reading of a paper explains: how kinds are told apart that its labels may all mean."""

from collections.abc import Sequence

from models.intake.papers import NotUnderstood, ReadRecord
from models.intake.understanding.kinds import NAMED, UNKNOWN

KEPT, BY_LABELS, LEFT_OVER = 2.0, 2.0, 0.2
"""What speaks for the first kind, what a label of a kind and what a text left over weigh."""
CLEARLY, SURE = 3, 0.7  # more fields told, each as surely, by a reading in place of the first
NEVER_LOST = frozenset(
    {"immediate_risk", "informed_child", "informed_parent", "children", "persons", "associates",
     "risk", "sharing", "upn", "subject", "agency"}
)  # fmt: skip
LEAST_TOLD, LEAST_LABELS = 4, 1.0  # fields and labels of a paper that no kind was found for
Found = tuple[list[ReadRecord], list[NotUnderstood]]


def worth(found: Found, labels: float, *, first: bool) -> float:
    """Return how much speaks for a reading: the fields it fills, its labels, what is left over."""
    records, lost = found
    kept = KEPT if first else 0.0
    return kept + BY_LABELS * labels + len(_told(records)) - LEFT_OVER * len(lost)


def explains(found: Found, labels: float, before: str) -> bool:
    """Say whether a reading may stand in for the first; where that was nothing it has to name."""
    if before != UNKNOWN:
        return bool(found[0])
    told = _told(found[0])
    named = bool(told & NAMED) or "text" in told
    return named and len(told) >= LEAST_TOLD and labels >= LEAST_LABELS


def tells_more(other: Found, first: Found) -> bool:
    """Say whether another reading clearly tells more than the first, of the same people.

    What the first tells of whom it is about stays as it is.
    """
    before, after = first[0], other[0]
    named = [one for one in before if _told([one]) & NAMED]
    kept = len(before) == len(after) and all(map(_keeps, before, after))
    return _count(after) >= _count(before) + CLEARLY and (kept or not named)


def _keeps(before: ReadRecord, after: ReadRecord) -> bool:
    """Say whether a record tells the same of whom it is about, and of what is never to be wrong."""
    told = _told([before]) & (NAMED | NEVER_LOST)
    return before.kind == after.kind and all(before.get(n) == after.get(n) for n in told)


def _count(records: Sequence[ReadRecord]) -> int:
    return sum(
        field.value not in (None, ()) and field.sure >= SURE
        for one in records
        for field in one.fields
    )


def _told(records: Sequence[ReadRecord]) -> frozenset[str]:
    return frozenset(
        field.name for one in records for field in one.fields if field.value not in (None, ())
    )
