"""Reading back: everything agreed by agency, what is undecided or open, then the close."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.item import ItemRecord
from ui.desk import Desk
from ui.live.agreed_by_agency import Agreed, agencies_by_name, agreed_of, by_agency
from ui.live.ask_bar import AskBar
from ui.live.closing import Closing
from ui.live.days_off import day_off_lines
from ui.live.ledger import Act, Ledger
from ui.live.left_open import lacking_lines, open_points, waiting_lines
from ui.live.not_for_all import apart_of, kept_back
from ui.live.state import RoomState
from ui.live.unreached import (
    CLOSED_HINT,
    HINT,
    Settling,
    left_over,
    undecided_lines,
    unreached_lines,
)
from ui.live.urgent import urgent_of_all
from ui.live.words_aloud import aloud as words_aloud
from ui.pages.records.permitted import may
from ui.widgets.card import Card
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.lines import Line

APPROVE_HINT = "V approves the item of what was read"
BACK_HINT = "Del takes back what was agreed"
NOT_AGREED = "Stand on an action, a measure or a recommendation: Del takes it back."


class ReadBack(Closing):
    """What the chair reads at the end; closing needs no more than this page.

    What not everyone here may hear is counted; F4 shows it, once whoever must has left.
    """

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__(desk, state, bar)
        self.settling = Settling(desk, state, bar, self._settled)
        self._read_at: tuple[int, ...] = (-1,)
        self._found: tuple[Sequence[ItemRecord], Agreed] = ((), Agreed())
        self._apart: tuple[Sequence[ItemRecord], Agreed] = ((), Agreed())
        self.spoken = SoftLabel()
        self.list = Ledger("Read-back", self._keys())
        self.hint = Words(HINT, "small")
        self._build()

    def refill(self) -> None:
        """Show everything that is to be read back."""
        meeting = self.state.meeting
        if meeting is None:
            return
        self.spoken.setText(words_aloud(self.state, "read_back"))
        items, agreed = self._agreed(meeting.id)
        unseen, apart = self._apart
        aloud = agreed.without(apart)
        self.list.show_entries(
            [
                *urgent_of_all(self.state),
                *kept_back(self.state, apart),
                Line("h.count", aloud.counted, heading=True),
                *by_agency(self.state.masked, aloud, agencies_by_name(self.state)),
                *lacking_lines(self.state),
                *day_off_lines(self.state, items, aloud),
                *undecided_lines(self.state),
                *waiting_lines(self.state),
                *open_points(self.state, items, unseen),
                *unreached_lines(self.state),
            ]
        )
        words = self._hints()
        self.hint.setText(" · ".join(words))
        self.hint.setVisible(bool(words))
        self._show_end()

    def first_field(self) -> QWidget:
        """Where the hand goes when the read-back is shown."""
        return self.list

    def _agreed(self, meeting_id: int) -> tuple[Sequence[ItemRecord], Agreed]:
        """What was agreed, read again only after a change that is not one of this page."""
        when = (self.desk.workspace.store.last_operation, meeting_id, self.state.revealed)
        if when != self._read_at:
            self._found = agreed_of(self.state.read, meeting_id)
            self._apart = apart_of(self.state, self._found)
            self._read_at = when
        return self._found

    def _hints(self) -> list[str]:
        """What letters do here: with items not reached, and for whoever approves."""
        letters = [HINT if self.state.running else CLOSED_HINT] if left_over(self.state) else []
        approving = may(self.desk, "approve_minutes") and bool(len(self._found[1]))
        back = [BACK_HINT] if len(self._found[1]) else []
        return [*letters, *back, *([APPROVE_HINT] if approving else [])]

    def _keys(self) -> dict[str, Act]:
        return {**self.settling.keys, "v": self._approve, "Del": self._take_back}

    def _take_back(self, key: Hashable) -> None:
        """Take back what was agreed, as at its item; undo brings it again."""
        agreed = self._found[1]
        if not isinstance(key, tuple) or agreed.item_of(key) is None:
            self.desk.notice.say(NOT_AGREED)
        else:
            self.desk.attempt(self, self.desk.workspace.conduct.take_back_entry, *key)

    def _approve(self, key: Hashable) -> None:
        """The chair approves the item of what was read, so that its papers go first."""
        item_id = self._found[1].item_of(key)
        reference = dict(self._found[1].references).get(item_id or 0, "")
        approve = self.desk.workspace.minutes.approve_item
        if item_id is not None and self.desk.attempt(self, approve, item_id):
            words = f"{reference} is approved: extract, sheet and actions may go."
            self.desk.notice.say(words)

    def _settled(self, before: int) -> None:
        """What becomes of an item was said: that changes nothing of what was agreed."""
        now = self.desk.workspace.store.last_operation
        number, *rest = self._read_at
        if number == before and now == before + 1:
            self._read_at = (now, *rest)

    def _build(self) -> None:
        card = Card("Read-back")
        card.add(self.spoken)
        card.add(self.list)
        card.add(self.hint)
        column = card.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.done)
        whole.addWidget(self.work)
        whole.addWidget(card, 1)
        whole.addWidget(self.end)
