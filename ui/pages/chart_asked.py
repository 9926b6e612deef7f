"""What a chart is asked to show, as the rest of the window says it."""

from dataclasses import dataclass

CHART = "chart"
AGENDA, AROUND, EVERYTHING = "agenda", "around", "everything"


@dataclass(frozen=True)
class Asked:
    """Around some records, a meeting's agenda, or everything; `back` is the page it came from.

    `pointed` is who stands out at first, where they are drawn.
    """

    kind: str = EVERYTHING
    ids: tuple[int, ...] = ()
    meeting_id: int | None = None
    back: str = "people"
    pointed: int | None = None


def around(*ids: int, back: str = "people", meeting_id: int | None = None) -> Asked:
    """The chart around these records, with their places on a meeting's agenda where one is said."""
    return Asked(AROUND, ids, meeting_id, back)


def agenda(meeting_id: int, back: str = "agenda", pointed: int | None = None) -> Asked:
    """The chart of all who are on a meeting's agenda."""
    return Asked(AGENDA, meeting_id=meeting_id, back=back, pointed=pointed)


def whatever_runs(meeting_id: int | None) -> Asked:
    """The chart of the agenda of the meeting that runs; while none does, of everything."""
    return agenda(meeting_id, "meeting") if meeting_id is not None else Asked()
