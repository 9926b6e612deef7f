"""What a reading of a paper explains: how kinds are told apart that its labels may all mean."""

from collections.abc import Sequence

from models.intake.papers import NotUnderstood, ReadRecord
from models.intake.understanding.kinds import NAMED, UNKNOWN

KEPT, BY_LABELS, LEFT_OVER = 2.0, 2.0, 0.2
"""What speaks for the first kind, what a label of a kind and what a text left over weigh."""
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


def _told(records: Sequence[ReadRecord]) -> frozenset[str]:
    return frozenset(
        field.name for one in records for field in one.fields if field.value not in (None, ())
    )
