"""Moving on: what a child near 18 needs, and moves over the border of the area."""

from typing import Any

from PySide6.QtCore import Signal

from models import codes
from models.queries.moving import WAYS
from models.records.moving import MoveRow
from models.records.subjects import ChildRecord
from ui.desk import Desk
from ui.pages.children.move_card import MoveCard
from ui.pages.children.transition_card import TransitionCard
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.labels import SoftLabel
from ui.widgets.stacked import Stacked

NONE = "No move over the border is on record."


class MovingOn(CardList):
    """The transition, then each move; a new one is asked for in place."""

    packing = Signal(int)
    """The id of a transfer pack that is begun, to be looked over and confirmed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Moving on")
        self._desk, self._child_id = desk, 0
        self.transition = TransitionCard(desk)
        self.head = Card("Moves over the border")
        self.none = SoftLabel(NONE)
        self.new = button("Enter a move", lambda: self.entry.ask())
        self.new.setEnabled(may(desk, "edit_record"))
        ways = tuple((one.code, one.label) for one in codes.load(WAYS) if one.active)
        self.entry = EntryCard("A move", _fields(ways), desk, self._enter, "Enter it")
        self.head.add_to_head(self.new)
        self.head.add(self.none)
        self.moves = Stacked(self._card)
        for widget in (self.transition, self.head, self.entry, self.moves):
            self.add(widget)

    def show_record(self, record: ChildRecord) -> None:
        """Read and show a child's transition and moves."""
        read, self._child_id = self._desk.workspace.read, record.row.id
        self.transition.show_transition(read.transition(self._child_id))
        self._show(read.moves(self._child_id))

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [self.transition.settle(), *(one.settle() for one in self.moves.cards.values())]
        return all(kept)

    def _show(self, rows: tuple[MoveRow, ...]) -> None:
        self.none.setVisible(not rows)
        # Another way has other fields.
        self.moves.keep((row.id, row.way) for row in rows)
        for row in rows:
            self.moves.card((row.id, row.way)).show_move(row)

    def _card(self, key: tuple[int, str]) -> MoveCard:
        made = MoveCard(self._desk, key[1])
        made.packing.connect(self.packing)
        return made

    def _enter(self, values: dict[str, Any]) -> None:
        add = self._desk.workspace.moving.add_move
        add(self._child_id, values.pop("way", ""), values.pop("authority", ""), **values)


def _fields(ways: tuple[tuple[object, str], ...]) -> tuple[Field, ...]:
    return (
        Field("way", "Which way", "pick", ways),
        Field("authority", "Authority", hint="Whose area it is, such as Cumbria Council"),
        Field("moved_on", "Day of the move", "near"),
        Field("contact", "Who is reached there", hint="Name, team, secure mail"),
        Field("reason", "Why"),
    )
