"""What is open in minutes before they are approved, and in what is due for the children's files."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from models.marks import ItemKind, ItemState, SubjectKind
from models.records.item import ItemRecord
from models.records.meeting import AttendanceRow, MeetingRecord, ReturnRow
from models.records.open_points import Before, Mend, OpenPoint
from models.records.outcomes import ActionRow
from models.rules.finished import offered_for
from models.rules.meeting_lacks import lacks
from models.rules.points import DECISION, LEAD
from models.rules.returns_in import not_returned
from models.rules.set_days import days_off
from models.rules.unreached import SPOKEN_OF, left_undecided
from models.rules.wrote_after_all import told_otherwise, wrote

MOST_NAMED = 3
UNDECIDED = "Without a decision"
NO_REASON = "No extract goes out, and why is not kept"
NO_LIST = "In no agency's list, for want of an owner"
NO_NAME = "Given to an agency, to nobody by name"
NO_DATE = "Without a date"
NOWHERE = "No address for answers of plans: each sheet asks for them to the panel's coordinator"


class Minuted(NamedTuple):
    """What of a meeting its minutes are made of, as far as something in it may be open."""

    meeting: MeetingRecord
    items: tuple[ItemRecord, ...]
    actions: tuple[ActionRow, ...]
    returns: tuple[ReturnRow, ...]
    comments: int
    """How many comments are not settled."""
    closed_days: Collection[date]
    attendance: tuple[AttendanceRow, ...] = ()


def before_approval(of: Minuted) -> tuple[OpenPoint, ...]:
    """All that approving asks about: of the meeting, then item by item, then the comments."""
    said = (
        *_of_meeting(of.meeting),
        *_sent_after_all(of),
        *not_returned(of.returns, of.meeting.id, of.meeting.held_on),
        *(one for item in of.items for one in _of_item(item)),
        *(one for action in of.actions for one in _of_action(action)),
        *(one for item in of.items for one in _days(item, of.closed_days)),
    )
    order = {item.row.reference: at for at, item in enumerate(of.items, 1)}
    told = sorted(said, key=lambda one: order.get(one.reference, 0))
    return (*told, *_comments(of.comments))


def without_reason(items: Iterable[ItemRecord], settled: Collection[int]) -> Iterator[OpenPoint]:
    """Children's items of which no extract goes out; `settled` are those with one, or a reason."""
    for item in items:
        row = item.row
        if row.subject_kind != SubjectKind.CHILD or row.id in settled or _leaves_much(item):
            continue
        if offered_for(ItemState(row.state), holder=bool(item.header.lead)) is not None:
            yield OpenPoint(NO_REASON, Before.ISSUE, Mend.ITEMS, row.id, row.reference)


def past_due(said: Sequence[str]) -> Iterator[OpenPoint]:
    """What goes out past due, as one point: one new day is for all of it."""
    rest = len(said) - MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    head = "This is past due" if len(said) == 1 else "These are past due"
    if said:
        words = f"{head}: {'; '.join(said[:MOST_NAMED])}{more}"
        yield OpenPoint(words, Before.ISSUE, Mend.NEW_DAYS)


def unconfirmed(rest: int, of: int) -> str:
    """How many documents for children's files and the case system nobody has confirmed yet."""
    what = f"{rest} of {of} documents for children's files and the case system"
    return f"{what} {'is' if rest == 1 else 'are'} not confirmed"


def undecided(rest: int) -> str:
    """How many changes from Word are neither taken in nor left."""
    what = "1 change from Word is" if rest == 1 else f"{rest} changes from Word are"
    return f"{what} neither taken nor left"


def _leaves_much(item: ItemRecord) -> bool:
    """Whether an item that was not held left something for the child's file all the same."""
    held = ItemState(item.row.state) in SPOKEN_OF
    return not held and bool(item.decision or item.recommendations or item.actions)


def _of_meeting(meeting: MeetingRecord) -> Iterator[OpenPoint]:
    for words in lacks(meeting):
        yield OpenPoint(words, Before.APPROVAL, Mend.MEETING, meeting.id)


def _sent_after_all(of: Minuted) -> Iterator[OpenPoint]:
    """Who stands as having sent nothing though their agency did."""
    senders = wrote(of.items, of.returns, of.meeting.held_on)
    for words in told_otherwise(of.attendance, senders):
        yield OpenPoint(words.rstrip("."), Before.APPROVAL, Mend.MEETING, of.meeting.id)


def _of_item(item: ItemRecord) -> Iterator[OpenPoint]:
    row = item.row
    if left_undecided(row.state, row.kind, decided=row.decided):
        yield OpenPoint(UNDECIDED, Before.APPROVAL, Mend.ITEM, row.id, row.reference)
    if row.state not in SPOKEN_OF or row.kind == ItemKind.NOTIFICATION:
        return
    for point in item.required:
        if not point.stands and point.code != DECISION:
            words = f"{point.words} is not recorded"
            of_child = point.code == LEAD and row.subject_id is not None
            mend, where = (Mend.CHILD, row.subject_id) if of_child else (Mend.ITEM, row.id)
            yield OpenPoint(words, Before.APPROVAL, mend, where, row.reference)


def _of_action(action: ActionRow) -> Iterator[OpenPoint]:
    """What an action lacks: an owner whom an agency's list names, a name, a date."""
    lacking = []
    if not action.owner and not action.agency:
        lacking.append(NO_LIST)
    elif not action.owner and not action.finished:
        lacking.append(NO_NAME)
    if action.due_on is None and not action.finished:
        lacking.append(NO_DATE)
    for words in lacking:
        item, what = action.item_reference or "", action.reference
        yield OpenPoint(words, Before.APPROVAL, Mend.ACTION, action.id, item, what)


def _days(item: ItemRecord, closed: Collection[date]) -> Iterator[OpenPoint]:
    row = item.row
    for said in days_off(item, closed):
        words, what = said.rstrip("."), said.partition(": ")[0]
        yield OpenPoint(words, Before.APPROVAL, Mend.ITEM, row.id, row.reference, what)


def _comments(count: int) -> Iterator[OpenPoint]:
    if count:
        words = "1 comment is open" if count == 1 else f"{count} comments are open"
        yield OpenPoint(words, Before.APPROVAL, Mend.COMMENTS)
