"""Which of a meeting's returns had come by its day, and which the minutes say were missing."""

from collections.abc import Iterable, Iterator
from datetime import date

from models.records.meeting import ReturnRow
from models.records.open_points import Before, Mend, OpenPoint

NOTHING_KNOWN = "nothing known"
"""How the state of a return begins that tells nothing."""
NO_RETURN = "No return by the day of the meeting, and the minutes say so"
NOT_ASKED = "Not asked about this item, which came later, and the minutes say so"
NO_ANSWER = "No return about this item, which came later, and the minutes say so"


def came(rows: Iterable[ReturnRow], held_on: date) -> tuple[ReturnRow, ...]:
    """The returns that were in by the day of the meeting."""
    return tuple(one for one in rows if one.received_at and one.received_at.date() <= held_on)


def missing(rows: Iterable[ReturnRow], held_on: date) -> tuple[ReturnRow, ...]:
    """The returns that were asked for and did not come by the day of the meeting."""
    known = tuple(rows)
    there = came(known, held_on)
    return tuple(one for one in known if one.requested_on is not None and one not in there)


def not_returned(rows: Iterable[ReturnRow], meeting_id: int, held_on: date) -> Iterator[OpenPoint]:
    """What the minutes will say agencies did not return, agency by agency."""
    known = tuple(rows)
    for one in missing(known, held_on):
        yield _point(NO_RETURN, meeting_id, one.agency)
    for one in known:
        for reference in one.missed:
            yield _point(NOT_ASKED, meeting_id, one.agency, reference)
        for reference in one.awaited:
            yield _point(NO_ANSWER, meeting_id, one.agency, reference)


def _point(words: str, meeting_id: int, agency: str, reference: str = "") -> OpenPoint:
    return OpenPoint(words, Before.APPROVAL, Mend.RETURNS, meeting_id, reference, agency)
