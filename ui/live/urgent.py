"""Immediate risk where nobody can miss it: the item's head, at its right, the read-back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.records.item import ItemRecord, LineRecord
from models.records.today import UrgentLine
from models.rules.immediate import HEAD, says_told
from models.rules.names import short_label
from ui.live.ledger import Entry
from ui.live.state import RoomState
from ui.widgets.lines import Line

Mask = Callable[[str | None], str]
ONE_LINE = 56
ALONE, NEWEST = 6, 2
"""Lines of an only immediate risk at an item's right, and of the newest; any before has one."""
UNTOLD = "nobody told yet"
NOT_FOR_ALL = "one that not everyone here may hear of"


def urgent_tags(item: ItemRecord, masked: Mask) -> list[tuple[str, str]]:
    """The newest immediate risk of an item as a tag for its head, and how many more there are."""
    if not item.urgent:
        return []
    words = masked(item.urgent[-1].text)
    short = words if len(words) <= ONE_LINE else f"{words[:ONE_LINE].rstrip()} …"
    more = f" (+{len(item.urgent) - 1})" if len(item.urgent) > 1 else ""
    return [(f"{short}{more}", "high")]


def urgent_entries(lines: Sequence[LineRecord], masked: Mask) -> list[Line]:
    """An item's immediate risk in full, when it was said, and what is still to be done."""
    entries = [
        Entry(
            ("urgent", one.id),
            masked(one.text.removeprefix(HEAD)),
            soft=f"{one.said_at:%H:%M}" if one.said_at else "",
            amber="" if says_told(one.text) else UNTOLD,
        )
        for one in lines
    ]
    return _headed(entries)


def urgent_in_short(lines: Sequence[LineRecord], masked: Mask) -> list[Line]:
    """An item's immediate risk, the newest first, those before it briefly."""
    entries = [one for one in urgent_entries(lines, masked) if isinstance(one, Entry)]
    if not entries:
        return []
    *before, newest = entries
    shown = replace(newest, most=NEWEST if before else ALONE)
    return _headed([shown, *map(_briefly, reversed(before))])


def _briefly(one: Entry) -> Entry:
    said = ", ".join(part for part in (one.words, one.soft, one.amber) if part)
    beside, kind = ("not told", "medium") if one.amber else (one.soft, "")
    return replace(one, soft="", amber="", right=beside, kind=kind, most=1, said=said)


def urgent_of_all(state: RoomState) -> list[Line]:
    """The immediate risk of the whole meeting, with the item or the child that each stands on."""
    found, apart = _of_meeting(state)
    shown = urgent_lines_of(found, state, state.masked)
    if not apart:
        return shown
    whom, count = ("it", "One is") if len(apart) == 1 else ("them", f"{len(apart)} are")
    said = f"{count} not read aloud: not everyone here may hear {whom}."
    amber = UNTOLD if any(not one.told for one in apart) else ""
    kept_back = Entry(("urgent", "apart"), said, soft=f"F4 shows {whom} to you", amber=amber)
    return [*(shown or [_heading(len(apart))]), kept_back]


def urgent_lines_of(found: Sequence[UrgentLine], state: RoomState, masked: Mask) -> list[Line]:
    """These lines of immediate risk, each with the item or the child that it stands on."""
    entries = []
    for one in found:
        at = f"{one.at:%H:%M}" if one.at else ""
        soft = " · ".join(part for part in (_where(one, state), at) if part)
        amber = "" if one.told else UNTOLD
        entries.append(
            Entry(("urgent", one.id), masked(one.text.removeprefix(HEAD)), soft=soft, amber=amber)
        )
    return _headed(entries)


def untold_of(state: RoomState) -> list[str]:
    """The items, or children, with an immediate risk of which nobody has been told.

    One that not everyone in the room may hear of is among them, unnamed: it is no less urgent.
    """
    found, apart = _of_meeting(state)
    named = dict.fromkeys(_where(one, state) for one in found if not one.told)
    return [*named, *([NOT_FOR_ALL] if any(not one.told for one in apart) else [])]


def _of_meeting(state: RoomState) -> tuple[Sequence[UrgentLine], Sequence[UrgentLine]]:
    """The meeting's immediate risk that is on the screen, and what the room may not hear of it."""
    if state.meeting is None:
        return (), ()
    found = state.read.urgent_lines(state.meeting.id)
    shown = {one.id for one in found}
    mine = state.workspace.read.urgent_lines(state.meeting.id)
    return found, [one for one in mine if one.id not in shown]


def _where(one: UrgentLine, state: RoomState) -> str:
    row = state.row_of(one.item_id)
    if row is not None:
        return row.reference
    return state.names.masked(short_label(one.subject_kind, one.subject))


def _headed(entries: list[Entry]) -> list[Line]:
    if not entries:
        return []
    return [_heading(len(entries)), *entries]


def _heading(count: int) -> Line:
    return Line("h.urgent", f"Immediate risk  {count}", heading=True)
