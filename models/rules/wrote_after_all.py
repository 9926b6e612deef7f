"""Which agencies sent a meeting something, and who stands as if theirs had not."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from models.records.item import ItemRecord
from models.records.meeting import AttendanceRow, ReturnRow
from models.rules.returns_in import NOTHING_KNOWN, came

NOTHING_SENT = "N"
MEND_ATTENDANCE = "mend it under their attendance (A), or they get no minutes."


def wrote(
    items: Iterable[ItemRecord], returns: Iterable[ReturnRow], held_on: date
) -> frozenset[str]:
    """Agencies that sent information by the meeting: in a return, or as a line in writing."""
    lines = (line for item in items for line in item.lines)
    written = (one for one in lines if not (one.said or one.withdrawn or one.came_after))
    told = (one for one in came(returns, held_on) if not one.state.startswith(NOTHING_KNOWN))
    return frozenset({
        *(one.agency for one in written if one.agency), *(one.agency for one in told)
    })  # fmt: skip


def told_otherwise(rows: Iterable[AttendanceRow], senders: Collection[str]) -> Iterator[str]:
    """A sentence on each who stands as having sent nothing though their agency did."""
    for row in rows:
        if row.code == NOTHING_SENT and row.agency in senders:
            sent = f"{row.name} stands as having sent no information, and {row.agency} sent some"
            yield f"{sent}: {MEND_ATTENDANCE}"
