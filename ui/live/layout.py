"""The room as it is laid out: head, order, what is in hand, what is agreed, the capture bar."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.marks import MeetingState
from ui import look
from ui.desk import Desk
from ui.live.action_log import ActionLog
from ui.live.agreed_column import AgreedColumn
from ui.live.ask_bar import AskBar
from ui.live.capture_bar import CaptureBar
from ui.live.haste import Haste
from ui.live.heard_matrix import HeardMatrix
from ui.live.item_view import ItemView
from ui.live.ledger import focus_of
from ui.live.look_up import LookUp
from ui.live.mending import Mending
from ui.live.opening import Opening
from ui.live.past import Past
from ui.live.prompt_sheet import PromptSheet
from ui.live.read_back import ReadBack
from ui.live.room_head import LARGE, RoomHead
from ui.live.running_order import RunningOrder
from ui.live.side_column import SideColumn
from ui.live.state import ACTIONS, CLOSING, OPENING, RoomState
from ui.pages.page import Page
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.shown_stack import ShownStack
from ui.widgets.steady import Steady

LEFT, RIGHT, MOST_BESIDE = 232, 290, 0.46
FOR_NAMES = 40
"""Pixels more for the running order where the page is wide: a name stands whole in it."""
TAKEN_AS_WORDS = "Taken as words for the capture bar: no letter of them has changed anything."


class Room(QObject):
    """Builds the widgets once and fills what the room's state says has changed."""

    turned = Signal(object)
    start_wanted = Signal()
    reveal_wanted = Signal()
    look_up_wanted = Signal()
    display_wanted = Signal()

    def __init__(self, page: Page, desk: Desk, state: RoomState) -> None:
        super().__init__(page)
        self.page, self.state = page, state
        self.head, self.ask = RoomHead(state), AskBar(state, self._spare)
        self.order, self.agreed = RunningOrder(state), AgreedColumn(desk, state)
        self.sheet = PromptSheet(desk, state, self.ask)
        self.side = SideColumn(self.agreed, self.sheet)
        self.beside = Steady(self.side)
        self.opening = Opening(desk, state, self.ask)
        self.log = ActionLog(desk, state, self.ask)
        self.item = ItemView(desk, state, self.ask)
        self.read_back = ReadBack(desk, state, self.ask)
        self.heard = HeardMatrix(state)
        self.capture = CaptureBar(desk, state)
        self.mending, self.past = Mending(desk, state, self.capture), Past(desk, state, self.ask)
        self.look_up = LookUp(page, desk, state, self.capture)
        self.none = EmptyState("No meeting is planned.", "Plan one on the page Agenda.")
        self.aside = EmptyState("You take no part in this item.", "Turn to another: Ctrl+G.")
        self.start = button("Start the meeting", self.start_wanted.emit, "primary", keys="F5")
        self.haste = Haste(desk.workspace.store, self)
        self._build()
        self._connect(desk)
        look.current().changed.connect(self._look_changed)
        self.fit()

    def flush(self) -> None:
        """Keep what is half-typed, wherever it is."""
        self.item.flush()

    def tick(self) -> None:
        """Bring every clock up to date."""
        self.head.tick()
        if self.state.running:
            self.order.tick()
        if self.state.row is not None:
            self.item.head.tick(self.state.row)

    def go_there(self) -> None:
        """Mark the room's place in the order and bring back what was half-typed."""
        self.order.go_there()
        self.capture.half.recall()
        self.mending.recall()

    def free_hand(self) -> None:
        """The hand goes to the capture bar, unless it is answering a question."""
        if not self.ask.isAncestorOf(self.page.window().focusWidget() or self.page):
            self.capture.begin()

    def first_field(self) -> QWidget:
        """Where the hand goes when the page is shown."""
        shown = self.centre.currentWidget()
        if shown in (self.opening, self.log, self.read_back, self.heard):
            return shown.first_field()  # type: ignore[attr-defined, no-any-return]
        return self.capture.line

    # filling

    def fill_meeting(self) -> None:
        """Show what is known of the meeting as a whole."""
        meeting, quick = self.state.meeting, self.state.place
        self.head.refill()
        self.order.refill()
        planned = meeting is not None and meeting.state == MeetingState.PLANNED
        self.start.setVisible(planned)
        self.page.say(_standing(self.state))
        for place, part in (
            (OPENING, self.opening),
            (ACTIONS, self.log),
            (CLOSING, self.read_back),
        ):
            if quick == place:
                part.refill()
        if self.centre.currentWidget() is self.heard:
            self.heard.refill()

    def show_heard(self) -> None:
        """Lay over the middle who was heard on which item; again, and the place is back."""
        if self.centre.currentWidget() is self.heard:
            self.fill_place()
        elif self.state.meeting is not None:
            self.heard.refill()
            self._show(self.heard)
            self.beside.hide()
        focus_of(self.first_field())

    def fill_place(self) -> None:
        """Show the place that the room has turned to."""
        places = {OPENING: self.opening, ACTIONS: self.log, CLOSING: self.read_back}
        wanted = places.get(str(self.state.place), self.item)
        if self.state.meeting is None:
            wanted = self.none
        elif wanted is self.item:
            wanted = self.item if self.state.item is not None else self.aside
        else:
            wanted.refill()
        self._show(wanted)
        self.beside.setVisible(wanted is self.item)
        self.order.go_there()
        self.mending.put_aside()
        self.capture.follow(self.state.item_id)
        self.capture.half.recall()

    def _show(self, wanted: QWidget) -> None:
        """Turn the middle over; a hand that was in it goes on in what comes."""
        focus, before = self.page.window().focusWidget(), self.centre.currentWidget()
        inside = focus is not None and before is not None and before.isAncestorOf(focus)
        self.centre.setCurrentWidget(wanted)
        if before is not wanted and inside:
            focus_of(self.first_field())

    def fill_item(self) -> None:
        """Show the item in hand."""
        item = self.state.item
        if item is not None:
            self.item.refill(item)
        self.head.count()
        self.agreed.refill(item)
        self.sheet.refill(item)
        self.side.fit()
        self.order.tick()

    def fill_head(self) -> None:
        """Say whether the item in hand is on the panel display."""
        if self.state.item is not None:
            self.item.head.refill(self.state.item)

    # building

    def _build(self) -> None:
        page, head = self.page, self.head
        page.head.addWidget(head.quorum)
        page.head.addWidget(head.present)
        page.head.addWidget(head.unplaced)
        for part in (head.forecast, head.kept, self.start):
            page.tools.addWidget(part)
        page.tools.addWidget(button("Look up", self.look_up_wanted.emit, keys="Ctrl+K"))
        page.tools.addWidget(button("Panel display", self.display_wanted.emit, keys="F9"))
        self.centre = ShownStack()
        for part in (
            self.opening,
            self.log,
            self.item,
            self.read_back,
            self.heard,
            self.none,
            self.aside,
        ):
            self.centre.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.order)
        row.addWidget(Steady(self.centre), 1)
        row.addWidget(self.beside)
        page.body.addLayout(row, 1)
        page.body.addWidget(self.ask)
        page.body.addWidget(Steady(self.capture))

    def _connect(self, desk: Desk) -> None:
        self.state.meeting_changed.connect(self.fill_meeting)
        self.state.place_changed.connect(self.fill_place)
        self.state.item_changed.connect(self.fill_item)
        self.state.out.changed.connect(self.fill_head)
        self.order.turned.connect(self.turned)
        self.heard.turned.connect(self.turned)
        self.heard.left.connect(self.show_heard)
        self.item.reveal_wanted.connect(self.reveal_wanted)
        self.capture.kept.connect(desk.notice.say)
        self.capture.urgent.connect(desk.notice.urge)
        self.capture.seen_to.connect(desk.notice.dismiss)
        self.capture.closing.connect(self.item.begin_decision)
        self.capture.unknown.connect(self.look_up.offer)
        self.look_up.linked.connect(self.capture.linked)
        self.look_up.turn_wanted.connect(self.turned)
        self.agreed.list.opened.connect(self.mending.open)
        self.agreed.left.connect(self.capture.begin)
        self.mending.step_wanted.connect(self.item.go_to)
        for part in (self.agreed, self.item.agencies):
            part.history_wanted.connect(self.past.ask)
        self.item.hand_freed.connect(self.free_hand)
        self.sheet.left.connect(self.capture.begin)
        self.haste.words.connect(lambda words: self._take_words(desk, words))
        self.haste.watch_questions(self.ask, self.capture.line)
        self.haste.watch(
            self.opening.attendance.list,
            self.item.agencies.list,
            self.item.agreed.review.list,
            self.log.review.list,
            self.agreed.list,
            self.read_back.list,
        )

    @property
    def may_type_on(self) -> bool:
        """Whether no question stands over the bar."""
        return self.ask.isHidden() and self.look_up.isHidden()

    def type_on(self, letter: str) -> None:
        """A letter typed where nothing takes it, as on a button, begins or goes on in the bar."""
        self.capture.begin()
        self.capture.line.end(False)
        self.capture.line.insert(letter)

    def _take_words(self, desk: Desk, words: str) -> None:
        """What was typed into a list or a question as a sentence goes on in the capture bar."""
        if not self.ask.isHidden():
            self.ask.leave()
        self.state.refresh()
        self.type_on(words)
        desk.notice.say(TAKEN_AS_WORDS)

    def _look_changed(self) -> None:
        self.heard.table.fit()
        self.fit()
        self.head.refill()

    def fit(self) -> None:
        """Give the columns beside their width: less than half of the page together."""
        self.look_up.place()
        self.ask.fit()
        # They grow with half the zeal of the text: at 200 % width is dear.
        grown = 1 + (look.current().scale - 1) / 2
        roomy = look.current().scale <= LARGE
        self.page.heading.setVisible(roomy)
        self.head.kept.setVisible(roomy)  # the line at the foot says it as well
        grown = min(grown, MOST_BESIDE * self.page.width() / (LEFT + RIGHT))
        left, right = round(LEFT * grown), round(RIGHT * grown)
        spare = max(round(MOST_BESIDE * self.page.width()) - left - right, 0)
        # Where the page is wide they grow with all of it: names first, then what is agreed.
        names = min(look.current().px(LEFT + FOR_NAMES) - left, spare)
        agreed = min(look.current().px(RIGHT) - right, spare - names)
        self.order.setFixedWidth(left + names)
        self.beside.setFixedWidth(right + max(agreed, 0))

    def could_narrow_by(self) -> int:
        """How much less width the columns beside the item could do with."""
        return max(self.order.minimumWidth() + self.beside.minimumWidth() - LEFT - RIGHT, 0)

    def _spare(self) -> int:
        """The height of the page beyond what it must have."""
        layout = self.page.layout()
        return self.page.height() - layout.minimumSize().height() if layout is not None else 0


def _standing(state: RoomState) -> str:
    meeting = state.meeting
    if meeting is None:
        return ""
    if meeting.state == MeetingState.RUNNING:
        return ""
    day = f"{meeting.held_on:%d %B %Y}"
    return f"planned for {day}" if meeting.state == MeetingState.PLANNED else f"closed, {day}"
