"""Ids in lots: one statement names only so many."""

from collections.abc import Iterator, Sequence

A_LOT = 500


def lots(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Give the ids in lots of at most 500, in their order."""
    return (ids[start : start + A_LOT] for start in range(0, len(ids), A_LOT))
