"""A block pasted from a spreadsheet onto cells of the tracker, as proposed changes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.errors import Refusal
from models.intake.tracker.pasted_columns import LaidOut, laid_out
from models.intake.tracker.proposing import row_of
from models.intake.tracker.whose import TELLING, Known, Whose, bare
from models.records.tracker import Proposed, ProposedSet, Standing, TrackedChild
from models.rules.listing import counted
from models.rules.tracker.columns import BY_KEY

MOST_LETTERS, MOST_CELLS = 5_000_000, 200_000
TOO_MUCH = "That is more than is pasted at once. Bring it back as a sheet."
BY_WHOM = "Each row goes to the child that it names, wherever that child stands."
BY_PLACE = "The block does not say whose its rows are: they go down from the first cell, in order."
PASSED_OVER = "Columns that the tracker does not have were passed over: {}."
BEYOND = (
    "column lies beyond the last one; it is left.",
    "columns lie beyond the last one; they are left.",
)
NO_CHILD = (
    "row has no child to go to; it is left.",
    "rows have no child to go to; they are left.",
)
TWICE = "The child stands in the block twice; this row is left."
OTHER = dict.fromkeys(TELLING, "Another number than stands here.") | {"name": "Another name."}
NEW_NUMBER = "No number stands here yet: look whether it is this child's."
NO_PASTE = "A paste does not change whose record this is. F2 writes in the cell."
Guard = Callable[[Proposed], Proposed]


def block(text: str) -> list[list[str]]:
    """The rows of cells that a spreadsheet puts on the clipboard; Refusal for far too many."""
    if len(text) > MOST_LETTERS:
        raise Refusal(TOO_MUCH)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    rows = [line.split("\t") for line in lines]
    if sum(map(len, rows)) > MOST_CELLS:
        raise Refusal(TOO_MUCH)
    return rows


def pasted(
    rows: Sequence[Sequence[str]],
    children: Sequence[TrackedChild],
    keys: Sequence[str],
    today: date,
    districts: Sequence[str] = (),
    *,
    everybody: Sequence[TrackedChild],
) -> ProposedSet:
    """What a block would change.

    A first row of titles says which columns are meant. Rows that say whose they are go to that
    child among `everybody`; others are laid onto `children` and columns from their first.
    """
    known = Known(everybody)
    laid = laid_out(rows, keys, known)
    notes = [PASSED_OVER.format(", ".join(laid.unknown))] if laid.unknown else []
    if laid.beyond:
        notes.append(counted(laid.beyond, *BEYOND))
    if laid.telling:
        named = list(_by_whom(laid, known, today, districts))
        return _set(named, (BY_WHOM, *notes) if named else notes)
    if (over := len(laid.rows) - len(children)) > 0:
        notes.append(counted(over, *NO_CHILD))
    found = _laid(laid.rows, children, laid.keys, today, districts, _by_place)
    return _set(found, (*notes, BY_PLACE) if found and len(laid.rows) > 1 else notes)


def filled(
    text: str,
    children: Sequence[TrackedChild],
    keys: Sequence[str],
    today: date,
    districts: Sequence[str] = (),
) -> ProposedSet:
    """What one pasted cell would change that fills these columns of these children."""
    rows = [[text] * len(keys)] * len(children)
    return _set(_laid(rows, children, keys, today, districts, _by_place))


def emptied(children: Sequence[TrackedChild], keys: Sequence[str], today: date) -> ProposedSet:
    """What emptying these columns of these children would change."""
    return _set(_laid([[""] * len(keys)] * len(children), children, keys, today))


def _set(found: Sequence[Proposed], notes: Sequence[str] = ()) -> ProposedSet:
    taken = frozenset(one.key for one in found if one.standing is Standing.CHANGE)
    return ProposedSet(tuple(found), tuple(notes), taken)


def _laid(
    rows: Sequence[Sequence[str]], children: Sequence[TrackedChild], keys: Sequence[str],
    today: date, districts: Sequence[str] = (), guard: Guard | None = None,
) -> list[Proposed]:  # fmt: skip
    found: list[Proposed] = []
    for child, row in zip(children, rows, strict=False):
        cells = [(BY_KEY[key], text) for key, text in zip(keys, row, strict=False) if key in BY_KEY]
        found += row_of(len(found), child, cells, today, districts=districts)
    return [guard(one) for one in found] if guard else found


def _by_whom(
    laid: LaidOut, known: Known, today: date, districts: Sequence[str]
) -> Iterator[Proposed]:
    seen: set[int] = set()
    key = 0
    for number, row in enumerate(laid.rows, laid.first):
        if not any(map(str.strip, row)):
            continue
        said = laid.said(row)
        whose = known.whose(said, today)
        if whose.child is None or whose.child.id in seen:
            yield _left(key, number, said, whose.why or TWICE)
            key += 1
            continue
        seen.add(whose.child.id)
        cells = [
            (BY_KEY[one], text)
            for one, text in zip(laid.keys, row, strict=False)
            if one in BY_KEY and not _says_nothing_new(one, text, whose.child, whose.by_number)
        ]
        for found in row_of(key, whose.child, cells, today, districts=districts):
            yield _known(found, whose)
            key += 1


def _left(key: int, number: int, said: Mapping[str, str], why: str) -> Proposed:
    who = said.get("name") or f"Row {number}"
    told = (who, said.get("system_id", ""), f"Row {number}", "", "")
    return Proposed(key, *told, Standing.NOT_TAKEN, why)


def _says_nothing_new(key: str, text: str, child: TrackedChild, by_number: bool) -> bool:
    """Whether a cell that tells who a row is of says no more than that."""
    if key not in TELLING:
        return False
    same = bare(key, text) == bare(key, getattr(child, key) or "")
    return same or not text.strip() or (key == "name" and not by_number)


def _known(one: Proposed, whose: Whose) -> Proposed:
    """A change of a row whose child is known; its own name and numbers are looked at first."""
    if one.change is None or one.change.column not in TELLING:
        return one
    if one.change.seen:
        return replace(one, standing=Standing.CONFLICT, note=OTHER[one.change.column])
    if whose.by_number:
        return one
    return replace(one, standing=Standing.CONFLICT, note=NEW_NUMBER)


def _by_place(one: Proposed) -> Proposed:
    """A change of a row that does not say whose it is: no name or number is written over."""
    if one.change is None or one.change.column not in TELLING:
        return one
    if one.change.seen:
        return replace(one, standing=Standing.NOT_TAKEN, note=NO_PASTE, change=None)
    return replace(one, standing=Standing.CONFLICT, note=NEW_NUMBER)
