"""The rows of changes from Word: what each is, and what is still to be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.marks import Sharing
from models.records.minutes_steps import LeftEdit
from models.remembering import remembered
from ui.pages.minutes.edit_shown import words_of
from ui.rows import Column
from ui.widgets.dates import plain_date

ELSEWHERE, LEFT = "not from Word", "left"


@dataclass(frozen=True)
class EditRow:
    """A change, and by whom and when it was left as it is on record, where somebody did."""

    edit: Any
    left: LeftEdit | None = None

    @property
    def state(self) -> str:
        """What is still to be done with it, in words."""
        if self.edit.done:
            return "in the record"
        if self.left is not None:
            return LEFT
        return "elsewhere" if self.edit.kind == ELSEWHERE else "to decide"

    @property
    def told(self) -> str:
        """The same, with who left it and when."""
        if self.left is None or self.state != LEFT:
            return self.state
        by = f" by {self.left.by_name}" if self.left.by_name else ""
        return f"{LEFT}{by}, {plain_date(self.left.at.date())}"

    @property
    def open(self) -> bool:
        """Whether somebody is still to decide."""
        return self.edit.open and self.left is None

    @property
    def plain(self) -> bool:
        """Whether it can be taken in with the others of its item: nothing in it is in doubt."""
        edit = self.edit
        restricted = edit.line is not None and edit.line.sharing != Sharing.ALL_PANEL
        sure = edit.sure and edit.stands is None and not (restricted or edit.empties_extract)
        return self.open and sure and edit.kind != "comment"


def standing_of(found: Any, rows: Sequence[EditRow]) -> str:
    """Which writing it is of, and how far the deciding has come."""
    left, elsewhere = sum(row.open for row in rows), sum(row.state == "elsewhere" for row in rows)
    still = f"{left} to decide" if left else "nothing left to decide"
    still += f", {elsewhere} to be changed elsewhere or left" if elsewhere else ""
    what = (
        f"{found.document}, version {found.version}, written {plain_date(found.written_at.date())}"
    )
    return f"{what}: {still}." if rows else f"{what}: no change in it."


def item_of(edit: Any) -> str:
    """Which item a change is of, by its reference."""
    return edit.part.partition(" ")[0] if edit.item_id is not None else "Meeting"


@remembered(4096)
def _changed(was: str, now: str) -> str:
    from exports.returned.words import pieces

    told = {"in": "put in", "out": "taken out"}
    words = [f"{told[one.kind]} “{one.text}”" for one in pieces(was, now) if one.kind]
    return ", ".join(words)


def _brief(edit: Any) -> str:
    """A change in a line: only the words that went and came."""
    if edit.kind == "comment" or not (edit.was and edit.now):
        return words_of(edit)
    return _changed(edit.was, edit.now)


def _kind(row: EditRow) -> str:
    if row.state == "to decide":
        return "accent" if row.plain or row.edit.kind == "comment" else "medium"
    return "low" if row.state == "in the record" else ""


COLUMNS = (
    Column[EditRow]("Item", lambda r: item_of(r.edit), width=7),
    Column[EditRow]("Where", lambda r: r.edit.about, tip=lambda r: r.edit.about, width=18),
    Column[EditRow]("Change", lambda r: _brief(r.edit), width=16, stretch=True),
    Column[EditRow](
        "State", lambda r: r.state, kind=lambda r: _kind(r), tip=lambda r: r.told, width=12
    ),
)
