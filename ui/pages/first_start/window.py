"""The window before a panel is open; it closes when the panel's own window is shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.errors import Refusal, Trouble
from ui import look
from ui.dialogues import Dialogues, SystemDialogues
from ui.pages.first_start.choice import Choice
from ui.pages.first_start.copies import FILES, PutBack
from ui.pages.first_start.make import MakePanel
from ui.pages.first_start.opener import Made, Opener, PanelWish
from ui.pages.first_start.recovery import RecoveryKey
from ui.pages.first_start.sign_in import SignIn
from ui.tasks import Cancelled, Tasks
from ui.widgets.marking import MarkingStrip

Failed = Callable[[Refusal | Trouble | Cancelled], object]


class StartWindow(QWidget):
    """Signs in to a known file, or begins anew; `opener` does what is chosen."""

    def __init__(
        self,
        opener: Opener,
        known: Path | None,
        *,
        dialogues: Dialogues | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__()
        look.wear(self)
        self.setWindowTitle("MaceDesk")
        self.setProperty("look", "paper")
        self._opener, self._known = opener, known
        self._dialogues = dialogues or SystemDialogues()
        self._tasks = tasks or Tasks(1)
        self._made: Made | None = None
        self._wish: PanelWish | None = None
        self.sign_in, self.choice = SignIn(), Choice()
        self.make = MakePanel(opener, self._dialogues)
        self.recovery, self.put_back = RecoveryKey(self._dialogues), PutBack(self._dialogues)
        self.pages = QStackedWidget()
        self._build()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Show the sign-in for the known file, or the ways to begin."""
        if self._known is not None:
            self._show(self.sign_in)
            self.sign_in.begin(self._known)
        else:
            self._show(self.choice)

    def open_other(self) -> None:
        """Choose another panel's file to sign in to."""
        found = self._dialogues.open_files(self, "Open a panel's file", FILES)
        if found:
            self._known = Path(found[0])
            self.begin()

    def tell(self, words: str) -> None:
        """Say something where the person is looking, such as that something went wrong."""
        self.choice.wait()
        self.choice.error.say(words)
        self.sign_in.wait(False)
        self.sign_in.error.say(words)
        self.make.wait(False)
        self.put_back.wait(False)

    # what was chosen

    def _chosen(self, way: str) -> None:
        self.choice.error.say("")
        if way == "make":
            self._show(self.make)
            self.make.begin()
        elif way == "open":
            self.open_other()
        elif way == "restore":
            self._put_back(returns=False)
        else:
            self._demo()

    def _demo(self) -> None:
        self.choice.wait("Reading the demo panel's papers; this takes some seconds …")

        def failed(error: Refusal | Trouble | Cancelled) -> None:
            self.choice.wait()
            self.choice.error.say(_message(error))

        self._tasks.run(lambda _progress: self._opener.demo(), self._enter, failed)

    def _sign_in(self, said: str, by_key: bool) -> None:
        path = self._known
        if path is None:
            return
        self.sign_in.wait(True)
        words = {"recovery_key": said} if by_key else {"passphrase": said}

        def failed(error: Refusal | Trouble | Cancelled) -> None:
            self.sign_in.wait(False)
            self.sign_in.refuse(_message(error))

        self._tasks.run(lambda _progress: self._opener.open(path, **words), self._enter, failed)

    def _make(self, wish: PanelWish) -> None:
        self._wish = wish

        def failed(error: Refusal | Trouble | Cancelled) -> None:
            self.make.refuse(_message(error), getattr(error, "field", None))

        self._tasks.run(lambda _progress: self._opener.make(wish), self._show_key, failed)

    def _show_key(self, made: Made) -> None:
        assert self._wish is not None
        self._made = made
        self.make.wait(False)
        self._show(self.recovery)
        self.recovery.begin(self._opener.recovery_key(made), self._wish.name, self._wish.path)

    def _put_back(self, *, returns: bool) -> None:
        self._show(self.put_back)
        self.put_back.begin(self._known, returns=returns)

    def _restore(self, copy: Path, to: Path, secret: str, returns: bool) -> None:
        act = self._opener.bring_back if returns else self._opener.restore

        def done(_nothing: Any) -> None:
            self._known = to
            self.begin()

        def failed(error: Refusal | Trouble | Cancelled) -> None:
            self.put_back.refuse(_message(error))

        self._tasks.run(lambda _progress: act(copy, to, secret), done, failed)

    def _kept(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            self._enter(made)

    def _enter(self, made: Made) -> None:
        self._opener.enter(made)
        self.close()

    # building

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)

    def _build(self) -> None:
        self.pages.setProperty("look", "paper")
        for page in (self.choice, self.sign_in, self.make, self.recovery, self.put_back):
            self.pages.addWidget(page)
        self.pages.setMaximumWidth(look.current().px(760))
        middle = QHBoxLayout()
        middle.setContentsMargins(24, 24, 24, 16)
        middle.addStretch(1)
        middle.addWidget(self.pages, 8)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(MarkingStrip())
        column.addLayout(middle, 1)
        self.resize(look.current().px(900), look.current().px(720))

    def _connect(self) -> None:
        self.choice.chosen.connect(self._chosen)
        self.sign_in.given.connect(self._sign_in)
        self.sign_in.other_file.connect(self.open_other)
        self.sign_in.restore.connect(lambda: self._put_back(returns=False))
        self.sign_in.bring_back.connect(lambda: self._put_back(returns=True))
        self.sign_in.anew.connect(lambda: self._show(self.choice))
        self.make.wished.connect(self._make)
        self.make.left.connect(lambda: self._show(self.choice))
        self.recovery.kept.connect(self._kept)
        self.put_back.given.connect(self._restore)
        self.put_back.left.connect(self.begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tasks.close()
        if self._made is not None:
            self._opener.abandon(self._made)
            self._made = None
        super().closeEvent(event)


def _message(error: Refusal | Trouble | Cancelled) -> str:
    return error.message if isinstance(error, (Refusal, Trouble)) else "Stopped."
