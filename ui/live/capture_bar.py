"""The capture bar: one line for everything that is agreed, understood before Enter."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.errors import Refusal
from models.marks import Sharing
from models.rules.capture import CaptureKind, CaptureReading, cannot_be_withheld
from models.rules.capture.turning_words import NO_WHY, TURNS
from models.services.conduct.outside import OUTSIDE
from ui.desk import Desk
from ui.live.both_texts import BothTexts
from ui.live.for_whom import ENTER, KEYS, answered
from ui.live.half_line import HalfLine, capture_key
from ui.live.kept_words import in_words, offered
from ui.live.lent_line import HINT
from ui.live.set_aside import BRINGS, GivenUp, Refused, SetAside
from ui.live.state import RoomState
from ui.live.understood_line import UnderstoodLine
from ui.live.unseen_words import WAITS_UNSEEN
from ui.live.unseen_words import may_stand as may_stand_here
from ui.widgets.labels import InlineError, SoftLabel

CLEARED = f"Cleared · {BRINGS}"
REFUSED = "Mend it, or type on: it waits above"
FOR_WHOM_ONLY = (
    "Shift+Enter and Alt+Enter answer the question for whom a line is. Enter keeps it; "
    "“chair only” or “not for the minutes” in it says who reads it."
)
TURN_LAST = "The room turns at the end of a line: type what is of another item there."
FIRST_DECIDED = "The decision before it still asks for something: turn when that is kept."
SECOND = ("second_person", "reason", "rationale")


class CaptureBar(UnderstoodLine):
    """Keeps what its line says; what was not understood stays as text.

    `kept(words)` tells what Enter kept, `urgent(words)` that somebody is to be told at once.
    """

    kept = Signal(str)
    urgent = Signal(str)
    seen_to = Signal()
    """Escape in an empty line, or somebody was told: what was urgent need not stand."""
    turning = Signal(object, str)
    """The room is to turn as the last entry of a kept line reads; with what else Enter kept."""
    unknown = Signal(object)
    """A link was kept whose other end nobody of this meeting goes by: the reading that names it."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(state)
        self.desk = desk
        self._unlinked: str | None = None
        self._told: list[str] = []
        self._turn: CaptureReading | None = None
        self.error = InlineError()
        self.conflict = BothTexts(state.masked)
        self.hint = SoftLabel(HINT, wrap=False)
        store = desk.workspace.store
        may_stand = partial(may_stand_here, state=state)
        self.half = HalfLine(self.line, store, self._draft_key, self.is_lent, may_stand)
        self.aside = SetAside(self.half, state)
        self.refused = Refused(self.line, self.half, self.is_lent)
        self.given_up = GivenUp(self.line, self.half, self.is_lent)
        self.line.textChanged.connect(lambda _text: self._say_cleared(False))
        self.refused.released.connect(lambda: self.hint.setText(HINT))
        self.half.aside_changed.connect(lambda: self.error.say(""))
        self._build()
        state.item_changed.connect(self.see_what_was_handed_over)
        state.item_changed.connect(self.half.unveil)

    def begin(self) -> None:
        """Go to the line, from anywhere in the room."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, item_id: int | None) -> None:
        """Turn with the room: what was half-typed stays with its item and waits there."""
        if item_id == self.half.item_id:
            return
        self.give_back()
        self.chips.settle()
        self.refused.stands("")
        self.hint.setText(HINT)
        self.half.turn(item_id)
        self.whom.leave()
        self.whose.leave()
        self.error.say("")

    def keep(self, sharing: Sharing | None = None) -> None:
        """Keep every entry of the line; what is refused stays in the line to mend.

        What may be meant for some only, and a risk of which it is not sure whose it is, is asked
        about first, and shared and placed as that is answered.
        """
        self.state.catch_up()
        self.understand()
        self.error.say("")
        if sharing is not None:
            self.readings = answered(self.readings, sharing)
        elif self._lent is None and self._asks_first():
            self.half.note()
            self.desk.notice.turn()
            return
        if self._lent is not None:
            self._lent[0](self.readings)
            return
        self._handed = None
        if not self.readings:
            return
        context = self.state.context
        pieces = self.whom.parts(self.line.text(), context) if context is not None else ()
        self._told, self._turn = [], None
        left = self._keep_each(pieces)
        if self._told:
            self.kept.emit(in_words(self._told))
        elif left:
            self.desk.notice.turn()  # what it says was kept is of an earlier line
        if not left:
            self._clear()
        # A text set anew has no typing to take back: Ctrl+Z takes back what was kept.
        self.line.setText("; ".join(left))
        self.refused.stands(self.line.text())
        self.hint.setText(REFUSED if left else HINT)
        self.error.setVisible(bool(self.error.text()))
        self.understand()
        if self._turn is not None:
            self.turning.emit(self._turn, in_words(self._told))

    def _asks_first(self) -> bool:
        text, readings = self.line.text(), self.readings
        return self.whom.holds(text, readings, self.whose.question(text, readings))

    def _keep_each(self, pieces: Sequence[str]) -> Sequence[str]:
        """Keep entry by entry; what is left begins with what was refused.

        A decision that its step asks more for does not hold up what was said after it.
        """
        for at, reading in enumerate(self.readings):
            self._lacks_second = False
            linked = reading.kind is CaptureKind.LINK
            if linked and reading.unknown and self.state.item_id is not None:
                self._unlinked = pieces[at]
                self.unknown.emit(reading)
                return (*filter(None, (self._handed,)), *pieces[at:])
            if self.desk.attempt(self, self._keep, reading):
                continue
            if self._handed is None and self.hand_over(reading, pieces[at]):
                continue
            return (*filter(None, (self._handed,)), *pieces[at:])
        return (self._handed,) if self._handed else ()

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal over the line; a decision that needs more is asked for in its step."""
        self.error.say(refusal.message)
        self._lacks_second = refusal.field in SECOND
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        sharing = self.whom.answer(event)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if sharing is not None or (event.key() in ENTER and plain):
            self.keep(sharing)
        elif event.key() in ENTER and event.modifiers() in KEYS:
            self.desk.notice.say(FOR_WHOM_ONLY)
        elif event.key() == Qt.Key.Key_Up and plain and self._bring_back():
            pass  # what stood there waits in its place
        elif event.key() == Qt.Key.Key_Tab and self.line.text().strip() and plain:
            self._complete()
        elif event.key() == Qt.Key.Key_Escape and self._lent is not None:
            self._lent[1]()
        elif event.key() == Qt.Key.Key_Escape and self.whom.leave():
            self.whose.leave()  # the line is as it was before Enter
        elif event.key() == Qt.Key.Key_Escape and self.line.text():
            self._give_up()
        elif event.key() == Qt.Key.Key_Escape:
            self.seen_to.emit()
        else:
            return False
        return True

    def linked(self) -> None:
        """The link that lacked an end is kept: take it out of the line, and only that."""
        gone = self._unlinked
        context = self.state.context if gone is not None else None
        if gone is None or context is None:
            return
        self._unlinked = None
        self.half.set_lines(tuple(one for one in self.half.aside if one != gone))
        left = [one for one in self.whom.parts(self.line.text(), context) if one != gone]
        if not left:
            self._clear()
        self.line.setText("; ".join(left))

    def _keep(self, reading: CaptureReading) -> None:
        if reading.kind is CaptureKind.TIMING and reading.status in TURNS:
            self._turn_last(reading)
            return
        conduct = self.desk.workspace.conduct
        if self.state.item_id is None and reading.kind in OUTSIDE:
            meeting_id = self.state.meeting.id if self.state.meeting is not None else 0
            self._told.append(conduct.keep_outside(meeting_id, reading))
            return
        if self.state.item_id is None:
            raise Refusal("Turn to an item first: Ctrl+Down.")
        words = self.state.names.masked(conduct.keep_line(self.state.item_id, reading))
        if reading.kind is CaptureKind.URGENT:
            self.seen_to.emit()
        if reading.kind is CaptureKind.URGENT and reading.told is None:
            self.urgent.emit(f"{words} (Esc when it is done)")
        else:
            judged = any(one.kind is CaptureKind.RISK for one in self.readings)
            self._told.append(f"{words}{offered(reading, self.state, risk_said=judged)}")

    def _turn_last(self, reading: CaptureReading) -> None:
        """The room turns once all else is kept: what is typed behind it may be of another item."""
        if reading is not self.readings[-1]:
            raise Refusal(TURN_LAST)
        if self._handed is not None:
            raise Refusal(FIRST_DECIDED)
        if withheld := cannot_be_withheld(reading):
            raise Refusal(withheld, "sharing")
        if NO_WHY in reading.warnings:
            raise Refusal(NO_WHY)
        self._turn = reading

    def _bring_back(self) -> bool:
        lines = self.half.aside
        if lines and not self.half.may_stand(lines[-1]):
            self.desk.notice.say(WAITS_UNSEEN)
            return True
        return self.refused.bring_back() or self.given_up.bring_back()

    def _give_up(self) -> None:
        """Empty the line; what stood in it is not gone at once."""
        text = self.line.text()
        self._clear()
        self.given_up.take(text)
        self._say_cleared(bool(text.strip()))

    def _say_cleared(self, cleared: bool) -> None:
        if cleared or self.hint.text() == CLEARED:
            self.hint.setText(CLEARED if cleared else HINT)

    def _clear(self) -> None:
        self.line.clear()
        self.whose.leave()
        self.error.say("")
        self.understand()
        self.half.drop()
        self._settling.start()

    def _draft_key(self, item_id: int | None) -> str:
        meeting = self.state.meeting
        return capture_key(meeting.id if meeting else 0, item_id)

    def _build(self) -> None:
        self.line.setProperty("look", "capture")
        self.line.setAccessibleName("Capture bar")
        self.line.setPlaceholderText(
            "action, rec, disrupt, note, update … who, what, by when   (Ctrl+Space)"
        )
        self.line.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.chips, 1)
        row.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.error)
        column.addWidget(self.conflict)
        column.addWidget(self.aside)
        column.addWidget(self.whom)
        column.addLayout(row)
        column.addWidget(self.line)
