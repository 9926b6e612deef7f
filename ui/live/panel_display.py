"""The panel display: a second window in large type, with only what everyone present may see."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.marks import ItemState
from models.records.item import ItemRecord, ItemRow
from models.rules.clocks import time_left
from models.rules.said_done import in_short
from models.rules.words_read import WELCOME
from ui import look
from ui.capture_shield import MAY_BE_SHARED
from ui.live.action_review import in_turn
from ui.live.agreed_by_agency import agencies_by_name, agreed_of, by_agency
from ui.live.agreed_column import agreed_entries, names_here
from ui.live.display_place import frame_of, place_beside
from ui.live.going_out import coming_words
from ui.live.ledger import Entry
from ui.live.running_order import MARKS
from ui.live.state import ACTIONS, OPENING, RoomState
from ui.live.timing import seconds_of
from ui.live.under_which import UnderWhich
from ui.live.urgent import urgent_entries, urgent_lines_of
from ui.live.whole_rows import WholeRows, left_words
from ui.live.words_aloud import aloud
from ui.widgets.buttons import button
from ui.widgets.elapsed import ShareBar
from ui.widgets.labels import Words, set_look
from ui.widgets.lines import Line
from ui.widgets.marking import MarkingStrip

NAME, CLOCK, TEXT, ORDER = 44, 44, 22, 18
HEIGHT, MOST = 768, 1.5
"""The height from which letters grow with the screen, which is seen from the same seats."""


class PanelDisplay(QWidget):
    """Follows the room and is never revealed; F8 or its button blanks it with the main window.

    Of an item it shows what is agreed, and of the others their references; an item that waits is
    announced by its reference alone.
    """

    blank_wanted = Signal()
    show_wanted = Signal()
    closed = Signal()

    def __init__(self, state: RoomState, panel_name: str, main: QWidget) -> None:
        # Without a parent: a window that belongs to another stays over it, over the capture bar.
        super().__init__(None, Qt.WindowType.Window)
        look.wear(self)
        self._main, self.behind = main, False
        self.setWindowTitle("MaceDesk: panel display")
        self.setAccessibleName("Panel display")
        self.setProperty("look", "paper")
        self.setProperty(MAY_BE_SHARED, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.state = state
        self.item: ItemRecord | None = None
        self._shown, self._agreed_last = (0, 0, 0), False
        self.strip = MarkingStrip(panel_name)
        self.name, self.waits = Words(wrap=False), False
        self.time, self.planned = Words(wrap=False), Words(look="soft", wrap=False)
        self.used, self.order = ShareBar("Time used"), Words(look="soft")
        self.agreed, self.left_out = WholeRows("Agreed so far", size=TEXT), Words(look="soft")
        self.agreed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.agreed.shows_place = True
        self.under = UnderWhich(self.agreed)
        self.agreed.left_out.connect(self._say_left_out)
        self.blank = button("Blank both windows", self.blank_wanted.emit, keys="F8")
        self._build()
        QShortcut(QKeySequence("F8"), self, activated=self.blank_wanted.emit)
        QShortcut(QKeySequence("F10"), self, activated=self.show_wanted.emit)
        QShortcut(QKeySequence("F9"), self, activated=self.close)
        QShortcut(QKeySequence("PgDown"), self, activated=lambda: self.turn_page(1))
        QShortcut(QKeySequence("PgUp"), self, activated=lambda: self.turn_page(-1))
        self._dress()
        look.current().changed.connect(self._dress)

    def open(self) -> None:
        """Show the display where it takes neither the keys nor the sight of the main window.

        It fills another screen where there is one; else it stands beside the main window, or
        behind it where there is no room: a call can share it there too.
        """
        here, in_hand = self._main.screen(), self._main.isActiveWindow()
        other = next((one for one in QApplication.screens() if one != here), None)
        self.refill()
        if other is not None:
            self.setGeometry(other.geometry())
            # showFullScreen would also take the keys.
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        else:
            main, whole = self._main.frameGeometry(), here.availableGeometry()
            place = place_beside(main, whole)
            self.setGeometry(place - frame_of(self._main))
            self.behind = place.intersects(main)
        self.show()
        self._main.raise_()
        if in_hand:
            self._main.activateWindow()

    def cover(self, covered: bool) -> None:
        """Hide everything but the marking, or show the room again."""
        self.stack.setCurrentIndex(1 if covered else 0)
        self.strip.hide_panel(covered)
        self.blank.setText("Show again  F8" if covered else "Blank both windows  F8")
        self.repaint()

    def follow(self, key: Hashable) -> None:
        """Stand where the room stands in its list, if that is shown here."""
        self.agreed.go_to(key)

    def turn_page(self, pages: int) -> None:
        """Scroll what is listed by a page, on (1) or back (-1)."""
        self.agreed.turn_page(pages)

    def refill(self) -> None:
        """Show the place the room is at, read as everyone present; nothing of what waits."""
        meeting, row = self.state.meeting, self.state.row
        self.item, self.waits = None, self.state.out.waits(self.state.place)
        self.order.setText(self._order())
        if self.waits and row is not None:
            self._announce(row)
        elif meeting is not None and row is not None:
            self.item = self._item(meeting.id, row.id)
        if self.item is not None:
            self._show_item(self.item)
        elif not self.waits:
            self._show_place()
        self.tick()

    def _item(self, meeting_id: int, item_id: int) -> ItemRecord | None:
        """The item as everyone present may read it: what the room has, unless it is revealed."""
        if not self.state.revealed:
            return self.state.item
        workspace = self.state.workspace
        found: ItemRecord | None = workspace.read_as(
            workspace.room_reader(meeting_id, item_id)
        ).item(item_id)
        return found

    @property
    def spoken(self) -> str:
        """What it shows, in words."""
        if self.stack.currentIndex():
            return "blank"
        lines = [line.spoken for line in self.agreed.lines.lines]
        return ". ".join(part for part in (self.name.text(), *lines) if part)

    def tick(self) -> None:
        """Bring the clock up to date."""
        self.strip.tell_time(self.state.now)
        row = None if self.waits else self.state.row
        for part in (self.time, self.planned, self.used):
            part.setVisible(row is not None)
        if row is None:
            return
        seconds = seconds_of(row, self.state.now)
        self.time.setText(f"{seconds // 60:02d}:{seconds % 60:02d}")
        words, tint = time_left(seconds, row.planned_minutes)
        self.planned.setText(words)
        set_look(self.planned, tint)
        # A style sheet that is laid on afresh for another tint takes the size with it.
        self.planned.setFont(look.current().font(self._grown(TEXT), 400))
        self.used.set_share(seconds / (row.planned_minutes * 60) if row.planned_minutes else 0)

    def _announce(self, row: ItemRow) -> None:
        """Say what comes, and nothing of it."""
        self.name.setText(coming_words(row))
        self.agreed.show_entries(())

    def _show_item(self, item: ItemRecord) -> None:
        self.name.setText(f"{item.row.reference}  {item.header.initials}")
        masked = self.state.names.masked
        urgent = urgent_entries(item.urgent, masked)
        agreed = agreed_entries(masked, item, here=names_here(self.state))
        self.agreed.show_entries([*urgent, *agreed])
        if self._newest_is_urgent(item.row.id, len(urgent), len(agreed)):
            self.agreed.scrollToTop()
        else:
            self.agreed.scrollToBottom()

    def _newest_is_urgent(self, item_id: int, urgent: int, agreed: int) -> bool:
        """Whether what was said last on an item is what cannot wait, not what was agreed."""
        before, self._shown = self._shown, (item_id, urgent, agreed)
        if before[0] != item_id or urgent > before[1]:
            self._agreed_last = False
        elif agreed > before[2]:
            self._agreed_last = True
        return bool(urgent) and not self._agreed_last

    def _order(self) -> str:
        """The running order by reference, with what is done and where the room is."""
        here = self.state.item_id
        told = []
        for row in self.state.facts.order:
            mark = "▶" if row.id == here else MARKS.get(ItemState(row.state), "")
            told.append(f"{mark}\u00a0{row.reference}" if mark else row.reference)
        return "   ".join(told)

    def _show_place(self) -> None:
        names = {OPENING: "Welcome", ACTIONS: "Actions from earlier meetings"}
        self.name.setText(names.get(str(self.state.place), "What was agreed"))
        entries: Sequence[Line] = ()
        if self.state.place == OPENING:
            lines = [line for key in WELCOME for line in aloud(self.state, key).splitlines()]
            entries = [Entry(("script", at), line) for at, line in enumerate(lines)]
        elif self.state.meeting is not None:
            entries = self._actions(self.state.meeting.id)
        self.agreed.show_entries(entries)

    def _actions(self, meeting_id: int) -> Sequence[Line]:
        """The actions in the order in which the room goes through them."""
        workspace, masked = self.state.workspace, self.state.names.masked
        read = workspace.read_as(workspace.room_reader(meeting_id))
        if self.state.place != ACTIONS:
            urgent = urgent_lines_of(read.urgent_lines(meeting_id), self.state, masked)
            _items, agreed = agreed_of(read, meeting_id)
            return [*urgent, *by_agency(masked, agreed, agencies_by_name(self.state))]
        held_on = self.state.meeting.held_on if self.state.meeting else None
        earlier = [one for one in read.actions(open_only=True) if one.meeting_on != held_on]
        return [
            Entry(
                one.id,
                masked(one.text),
                soft=", ".join(filter(None, (masked(one.subject), one.owner, one.agency))),
                right=in_short(one.standing),
                tag=one.reference,
            )
            for one in in_turn(earlier, by_agency=True)
        ]

    def _say_left_out(self, above: int, below: int) -> None:
        """Say how many entries have no room; its line stays, so that no row moves for it."""
        words = left_words(above, below)
        self.left_out.setText(words or " ")
        self.left_out.setAccessibleName(words)

    def _dress(self) -> None:
        the_look = look.current()
        for label, size, weight in (
            (self.name, NAME, 700),
            (self.time, CLOCK, 700),
            (self.planned, TEXT, 400),
            (self.left_out, ORDER, 600),
            (self.order, ORDER, 400),
        ):
            label.setFont(the_look.font(self._grown(size), weight, figures=label is self.time))
        # Room for what the words become, so that the figures stay where they are.
        widest = self.planned.fontMetrics().horizontalAdvance("just over 12 min")
        self.planned.setMinimumWidth(widest)
        self.agreed.grow(self._grown(TEXT))

    def _grown(self, size: int) -> int:
        return round(size * min(max(self.height() / HEIGHT, 1), MOST))

    def _build(self) -> None:
        room = QWidget()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.name, 1)
        top.addWidget(self.time)
        top.addWidget(self.planned)
        column = QVBoxLayout(room)
        column.setContentsMargins(32, 20, 32, 12)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(self.used)
        column.addWidget(self.under)
        column.addWidget(self.agreed, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.order)
        self.stack = QStackedWidget()
        self.stack.addWidget(room)
        self.stack.addWidget(QWidget())
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 0, 32, 12)
        foot.addStretch(1)
        foot.addWidget(self.blank)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(self.stack, 1)
        whole.addLayout(foot)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
