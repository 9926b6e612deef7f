"""What covers the window: the lock that hides all names at once, and the blank page of F8."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import Trouble
from ui.seats import SeatList, Seats
from ui.widgets.buttons import button
from ui.widgets.labels import Heading, InlineError, SoftLabel

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """Emits `idle` when nobody has touched a watched window for some minutes.

    It listens at the windows themselves and not at the application, where each event of each
    widget would pass through it.
    """

    idle = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._rested = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self.second_passed)

    def start(self) -> None:
        """Count from now."""
        self._rested = 0
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def watch(self, window: QWindow | None) -> None:
        """Take keys and mouse of this window as signs of life."""
        if window is not None:
            window.installEventFilter(self)

    def second_passed(self) -> None:
        """Count one second of rest."""
        self._rested += 1
        if self._rested >= self._minutes() * 60:
            self._rested = 0
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._rested = 0
        return False


class LockPage(QWidget):
    """Asks for the passphrase and shows nobody's name; `unlock` says whether it is right.

    `somebody_else` is asked for where another person is to sign in. Given `seats` it is the demo,
    in memory and without a passphrase: it says so, and asks for one of its people by id.
    """

    unlocked = Signal()
    somebody_else = Signal(int)

    def __init__(self, unlock: Callable[[str], bool], seats: Seats | None = None) -> None:
        super().__init__()
        self._unlock = unlock
        self.seats = SeatList(seats) if seats is not None else None
        self.setProperty("look", "paper")
        self.setAccessibleName("Locked")
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName("Passphrase")
        self.line.setPlaceholderText("Passphrase")
        self.line.returnPressed.connect(self._try)
        self.error = InlineError()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Heading("Locked"))
        column.addWidget(SoftLabel("What was half typed is kept. A running clock runs on."))
        if self.seats is not None:
            column.addWidget(SoftLabel("The demo has no passphrase: press Enter."))
        column.addWidget(self.line)
        column.addWidget(self.error)
        ways = QHBoxLayout()
        ways.addWidget(button("Unlock", self._try, "primary"))
        self.other = button("Somebody else signs in", lambda: self.somebody_else.emit(0), "quiet")
        self.other.setHidden(self.seats is not None)
        ways.addWidget(self.other)
        ways.addStretch(1)
        column.addLayout(ways)
        if self.seats is not None:
            column.addWidget(self.seats)
            self.seats.taken.connect(self.somebody_else)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column, 2)
        row.addStretch(1)

    def begin(self) -> None:
        """Empty the line and wait for the passphrase."""
        self.line.clear()
        self.error.say("")
        if self.seats is not None:
            self.seats.look()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        said = self.line.text()
        self.line.clear()
        try:
            right = self._unlock(said)
        except Trouble as trouble:
            self.error.say(trouble.message)
            return
        if right:
            self.error.say("")
            self.unlocked.emit()
        else:
            self.error.say("That is not the passphrase of whoever is signed in here.")


class BlankPage(QWidget):
    """Nothing to read, and the way back."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName("Blank")
        self.back = button("Show again", back, keys="F8")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
