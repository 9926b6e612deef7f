"""One move: who was told or asked, the transfer pack, the receipt."""

from typing import Any

from PySide6.QtCore import Signal

from models.records.moving import MoveRow
from models.rules.moving import LEAVES
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips, in_a_row

BOTH = (
    Field("moved_on", "Day of the move", "near"),
    Field("authority", "Authority"),
    Field("contact", "Who is reached there"),
    Field("reason", "Why"),
)
LEAVING = (
    Field("told_whom", "Host area told: whom"),
    Field("told_on", "Told on", "was"),
    Field("told_how", "Told how", hint="Telephone, secure mail, notice under the regulations"),
    Field("pack_given_on", "Pack given on", "was"),
    Field("receipt_on", "Receipt for the pack came on", "was"),
    Field("receipt_by", "Receipt from"),
)
COMING = (
    Field("asked", "Asked of the sending area", "long",
          hint="Chronology, risk assessment, who leads, who harms, what was tried"),
    Field("asked_on", "Asked on", "was"),
    Field("answered_on", "Answered on", "was"),
    Field("answer", "What they answered", "long"),
)  # fmt: skip


class MoveCard(Card):
    """A move's fields, each kept by itself, and its way out as a pack."""

    packing = Signal(int)

    def __init__(self, desk: Desk, way: str) -> None:
        super().__init__("")
        self._desk = desk
        self.row: MoveRow | None = None
        leaves = way in LEAVES
        self.owed = Chips(name="What the move still needs")
        self.form = RecordForm(
            "Move", (*BOTH, *(LEAVING if leaves else COMING)), desk, self._change,
            editable=may(desk, "edit_record"),
        )  # fmt: skip
        self.pack = button("Make the transfer pack", self.make_pack, "primary")
        self.pack.setVisible(leaves and may(desk, "disclose_records"))
        self.out = ConfirmInPlace("Take out", "Entered by mistake?", "Take it out")
        self.out.confirmed.connect(lambda *_: self._remove())
        self.out.setVisible(may(desk, "edit_record"))
        self.add(self.owed)
        self.add(self.form)
        self.add(in_a_row((self.pack,)))
        self.add(self.out)

    def show_move(self, row: MoveRow) -> None:
        """Show a move."""
        self.row = row
        when = plain_date(row.moved_on) if row.moved_on else "no day set"
        self.say(f"{row.way_words}: {row.authority}", when)
        pack = _pack_words(row)
        tags: list[tuple[str, str] | str] = [(_capital(words), "medium") for words in row.owed]
        self.owed.show_tags([*tags, *pack] or ["Nothing is owed"])
        values = {field.name: getattr(row, field.name) for field in (*BOTH, *LEAVING, *COMING)}
        self.form.show_values(f"move {row.id}", values)
        self.pack.setText("Make another pack" if row.pack_written_on else "Make the transfer pack")

    def make_pack(self) -> None:
        """Begin the pack; it is looked over and confirmed under Disclosure."""
        found: list[int] = []

        def begin() -> None:
            if self.row is not None:
                found.append(self._desk.workspace.moving.begin_pack(self.row.id))

        if self._desk.attempt(self, begin) and found:
            self.packing.emit(found[0])

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.row is None or self.form.settle()

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.row is not None:
            self._desk.workspace.moving.change_move(self.row.id, field, value, seen)

    def _remove(self) -> None:
        if self.row is not None:
            self._desk.attempt(self, self._desk.workspace.moving.remove_move, self.row.id)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _pack_words(row: MoveRow) -> list[str]:
    """How far the pack is: written by us, given by somebody, received there."""
    days = (
        ("Receipt", row.receipt_on),
        ("Pack given", row.pack_given_on),
        ("Pack written", row.pack_written_on),
    )
    return next(([f"{words} {plain_date(day)}"] for words, day in days if day), [])
