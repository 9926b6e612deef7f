"""Children's items that are not finished: no extract has gone, and no reason why is kept."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.entities import (
    Action,
    AgendaItem,
    Child,
    Decision,
    ExtractDue,
    Issue,
    Meeting,
    Recommendation,
)
from models.marks import ItemState, MeetingState
from models.queries.knowable import knowable
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import Offer, TodayLine
from models.rules.day_words import in_words
from models.rules.finished import EXTRACTS, offered_for

if TYPE_CHECKING:
    from models.queries import running_order
else:
    running_order = Later("running_order")

AFTER, ACT = "After the meeting", "no_extract"
WHY = {
    ItemState.DEFERRED: "deferred",
    ItemState.NOT_REACHED: "not reached",
    ItemState.PLANNED: "not reached",
}
MOST = 8


class Unfinished(NamedTuple):
    """An item whose extract has neither gone nor is said not to be due."""

    id: int
    meeting_id: int
    held_on: date
    state: ItemState
    holder: bool
    left: bool
    """Whether the meeting left something of it for the child's file."""


def extracts_gone(session: Session, reader: Reader, meeting_id: int) -> frozenset[int]:
    """Items of a meeting whose extract has gone out, and of which none was recalled since."""
    found = session.scalars(_still_gone(Issue.meeting_id == meeting_id))
    return frozenset(one for one in found if one is not None)


def unfinished(session: Session, reader: Reader) -> list[TodayLine]:
    """By meeting: how many extracts have not gone, and of which items a reason is to be kept.

    Of meetings before the last, what one reason settles stands in one line.
    """
    rows = [
        Unfinished(one, meeting_id, held_on, ItemState(state), holder, left)
        for one, meeting_id, held_on, state, holder, left in session.execute(_statement(reader))
    ]
    names = running_order.item_references(session, [one.id for one in rows]) if rows else {}
    lines: list[TodayLine] = []
    old: list[Unfinished] = []
    for meeting_id, group in groupby(rows, key=lambda one: one.meeting_id):
        items = list(group)
        lines += _not_issued(meeting_id, items)
        rest = [one for one in items if not _is_due(one)]
        if meeting_id == rows[-1].meeting_id:
            lines += _to_settle(rest, names)
        else:
            old += rest
    return [*lines, *_to_settle(old, names)]


def gone() -> tuple[ColumnElement[bool], ...]:
    """True in SQL of an issue that took an extract of an item out, and was not recalled since."""
    return (
        Issue.item_id.is_not(None),
        Issue.state == "issued",
        Issue.recalled_at.is_(None),
        Issue.document.startswith(EXTRACTS, autoescape=True),
    )


def _still_gone(*of: ColumnElement[bool]) -> Select[int | None]:
    """The items of an extract that went last: a recalled one did not follow it.

    An earlier version's that is still out does for none of the version that was recalled.
    """
    # Few are recalled: asked of each that is out whether one followed, it would read all for all.
    later = aliased(Issue)
    recalled = (
        select(later.item_id, func.max(later.version).label("version"))
        .where(
            later.recalled_at.is_not(None), later.document.startswith(EXTRACTS, autoescape=True)
        )
        .group_by(later.item_id)
        .subquery()
    )
    last = recalled.c.version
    return (
        select(Issue.item_id)
        .outerjoin(recalled, recalled.c.item_id == Issue.item_id)
        .where(*of, *gone(), or_(last.is_(None), last <= Issue.version))
    )


def _statement(reader: Reader) -> Select[int, int, date, str, bool, bool]:
    left = or_(
        *(
            select(one.id).where(one.item_id == AgendaItem.id).exists()
            for one in (Decision, Recommendation, Action)
        )
    )
    return (
        select(
            AgendaItem.id,
            Meeting.id,
            Meeting.held_on,
            AgendaItem.state,
            or_(Child.lead_name.is_not(None), Child.lead_member_id.is_not(None)),
            left,
        )
        .join(Child, Child.id == AgendaItem.subject_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Meeting.state == MeetingState.CLOSED.value,
            AgendaItem.removed.is_(False),
            AgendaItem.id.not_in(_still_gone()),
            AgendaItem.id.not_in(select(ExtractDue.item_id)),
            knowable(reader, Child.id),
        )
        .order_by(Meeting.held_on, Meeting.id, AgendaItem.section, AgendaItem.position)
    )


def _not_issued(meeting_id: int, items: list[Unfinished]) -> Iterator[TodayLine]:
    due = sum(map(_is_due, items))
    if due:
        several, held = "" if due == 1 else "s", in_words(items[0].held_on)
        text = f"{due:,} extract{several} for children's files of {held} not issued"
        yield TodayLine("medium", AFTER, text, "", "minutes", meeting_id)


def _is_due(one: Unfinished) -> bool:
    """Whether only the extract is missing: discussed with a holder, or left something anyway."""
    return _why(one) is None or (one.state in WHY and one.left)


def _why(one: Unfinished) -> str | None:
    """What stands in the way of an extract; None where only the extract is missing."""
    return WHY.get(one.state) or (None if one.holder else "no plan holder")


def _to_settle(items: list[Unfinished], names: Mapping[int, str]) -> Iterator[TodayLine]:
    """Items that one reason settles: it is offered, and kept with one key."""
    ordered = sorted(items, key=lambda one: _why(one) or "")
    for why, group in groupby(ordered, key=_why):
        some = list(group)
        yield TodayLine(
            "medium",
            AFTER,
            f"{_which(some, names)}: {why}, no extract",
            "keep why none is due, or issue it",
            "minutes",
            some[-1].meeting_id,
            offer=_offer(some),
        )


def _offer(items: list[Unfinished]) -> Offer | None:
    reason = offered_for(items[0].state, holder=items[0].holder)
    if reason is None:
        return None
    words = f"No extract due: {reason.label[0].lower()}{reason.label[1:]}"
    return Offer(words, ACT, tuple(one.id for one in items), reason.code)


def _which(items: list[Unfinished], names: Mapping[int, str]) -> str:
    """Items of a meeting by their references; of several meetings, how many of how many."""
    meetings = {one.meeting_id for one in items}
    if len(meetings) == 1:
        return f"{_named(items, names)} of {in_words(items[0].held_on)}"
    return f"{len(items):,} items of {len(meetings):,} earlier meetings"


def _named(items: Iterable[Unfinished], names: Mapping[int, str]) -> str:
    shown = [names.get(one.id, "") for one in items]
    rest = len(shown) - MOST
    return ", ".join([*shown[:MOST], f"{rest:,} more"] if rest > 0 else shown)
