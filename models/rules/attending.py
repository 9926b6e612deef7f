"""When somebody was out of the room, told from what happened in the order it was recorded."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from models.records.attending import Absence
from models.records.meeting import AttendanceRow, MeetingRecord
from models.rules.hearing import HEARING

LEFT, LEFT_FOR_ITEM = "left", "left for item"
RETURNED, NOT_RETURNED = "returned", "did not return"
LEAVING = frozenset({LEFT, LEFT_FOR_ITEM})
ENDING = frozenset({RETURNED, NOT_RETURNED})
A_MINUTE = timedelta(minutes=1)
Happened = Iterable[tuple[str, datetime]]
_Spell = tuple[datetime, datetime | None]


def absences(happened: Happened, left: time | None) -> tuple[Absence, ...]:
    """When one person left the meeting and came back; `left`: as their attendance says it now."""
    spells = _spells(happened)
    ended = [Absence(out.time(), back.time()) for out, back in spells if back is not None]
    return (*ended, *([Absence(left, None)] if left is not None else ()))


def steps_out(happened: Happened) -> tuple[Absence, ...]:
    """When one person left for an item and came back; a passing look counts if it is all."""
    spells = _spells(happened)
    whole = [one for one in spells if one[1] is None or one[1] - one[0] >= A_MINUTE]
    return tuple(
        Absence(out.time(), back.time() if back is not None else None)
        for out, back in whole or spells[-1:]
    )


def sits_for_none(row: AttendanceRow, chair_id: int | None) -> bool:
    """Whether somebody may be in the room for no agency: lines for named agencies stay off it then.

    So may anybody of whom nothing was taken. Who chairs reads every line by that office.
    """
    if row.agency_id is not None or (chair_id is not None and row.member_id == chair_id):
        return False
    return row.code is None or (row.code in HEARING and row.left is None)


def is_guest(row: AttendanceRow, meeting: MeetingRecord | None) -> bool:
    """Whether somebody is there for single items alone, and sits in no other part of a meeting."""
    holds = meeting is not None and row.member_id in (meeting.chair_id, meeting.minute_taker_id)
    stays = row.core or (row.member_id is not None and holds)
    return bool(row.guest_of) and not stays


def is_out(happened: Happened) -> bool:
    """Whether the last that happened is that they left."""
    last = [kind for kind, _ in happened][-1:]
    return last != [] and last[0] in LEAVING


def _spells(happened: Happened) -> list[_Spell]:
    """Out and back; a leaving recorded twice is that of the later time."""
    found: list[_Spell] = []
    out: datetime | None = None
    for kind, at in happened:
        if kind in LEAVING:
            out = at
        elif out is not None:
            found.append((out, at if kind == RETURNED else None))
            out = None
    return [*found, *([(out, None)] if out is not None else ())]
