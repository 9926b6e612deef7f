"""Which of two ways of sharing a line is the narrower."""

from collections.abc import Collection

from models.marks import Sharing

ORDER = (
    Sharing.ALL_PANEL,
    Sharing.NOT_MINUTED,
    Sharing.NAMED_AGENCIES,
    Sharing.CHAIR_ONLY,
    Sharing.NOT_SHARED,
)


def is_wider(
    now: Sharing, allowed: Collection[int], was: Sharing, were_allowed: Collection[int]
) -> bool:
    """True where somebody could read the line now who could not before."""
    if now is was is Sharing.NAMED_AGENCIES:
        return not set(allowed) <= set(were_allowed)
    return ORDER.index(now) < ORDER.index(was)
