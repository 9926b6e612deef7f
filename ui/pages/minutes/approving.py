"""Approving the minutes: what is not decided yet is said before the barrier is closed."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.records.open_points import OpenPoint
from ui.desk import Desk
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import Words
from ui.working import WorkBar

BARRIER = (
    "What was recorded before can then no longer be undone; "
    "a mistake is put right in a new version."
)
MOST_NAMED = 8


class ApproveCard(Card):
    """Asks in the page; `approved` follows, Escape leaves things as they are."""

    approved = Signal()
    list_wanted = Signal()

    def __init__(self, past_due: QWidget) -> None:
        """`past_due` says what would go out past due."""
        super().__init__("Approve the minutes?")
        self.words, self.warning = Words(BARRIER), Words("", "medium")
        self.yes = button("Approve them", self._approve, "primary")
        self.list_button = button("Show what is open", self._list)
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(button("Not yet", self.hide))
        row.addWidget(self.list_button)
        row.addStretch(1)
        for part in (self.words, self.warning, past_due):
            self.add(part)
        self.body.addLayout(row)
        self.hide()

    def ask(self, points: Sequence[OpenPoint]) -> None:
        """Show what is open still, as Open points lists it."""
        self.warning.setText(" ".join(grouped(points)))
        for part in (self.warning, self.list_button):
            part.setVisible(bool(points))
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _approve(self) -> None:
        self.hide()
        self.approved.emit()

    def _list(self) -> None:
        self.hide()
        self.list_wanted.emit()


def ask_approval(
    desk: Desk, work: WorkBar, shown: Callable[[], int | None], card: ApproveCard
) -> None:
    """Ask with all that is open; a file that came back from Word is compared first.

    `shown` gives the meeting of the page: where it is another by then, nothing is asked.
    """
    workspace, meeting_id = desk.workspace, shown()
    if meeting_id is None:
        return
    points = workspace.read.open_before_approval(meeting_id)
    if workspace.read.returned_file(meeting_id) is None:
        card.ask(points)
        return

    def look(_progress: Progress) -> tuple[OpenPoint, ...]:
        from exports.returned.undecided import undecided_point

        return undecided_point(workspace, meeting_id)

    def ask(more: tuple[OpenPoint, ...]) -> None:
        if shown() == meeting_id:
            card.ask((*points, *more))

    work.start("Comparing what came back from Word", look, ask)


def grouped(points: Iterable[OpenPoint]) -> list[str]:
    """A sentence for each thing that is open, with all items or actions in which it is."""
    of: dict[str, list[str]] = {}
    for one in points:
        of.setdefault(one.words, []).append(_where(one))
    return [
        f"{words}: {_some(named)}." if any(named) else f"{words}." for words, named in of.items()
    ]


def _where(one: OpenPoint) -> str:
    if one.names_it:
        return ""
    if one.of and one.reference:
        return f"{one.of} ({one.reference})"
    return one.of or one.reference


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"{', '.join(names[:MOST_NAMED])}{more}"
