"""The window: what is heard in it, undo, text size, locking and blanking."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from ui import look
from ui.clipboard import ClipboardGuard
from ui.commands import WINDOW_COMMANDS, Bound, page_commands
from ui.desk import Desk
from ui.dialogues import Dialogues, SystemDialogues
from ui.field_keys import FieldKeys
from ui.frame import WindowWorkspace
from ui.going import Going
from ui.hub import Hub, Watching
from ui.lock import IdleLock
from ui.notice import Notice
from ui.pages.page import PageEntry
from ui.status import kept_words
from ui.tasks import Tasks

WHILE_BLANK = ("blank", "lock")


class MainWindow(Going):
    """The frame around the pages given; each is built when first shown."""

    covered = Signal(str)
    """What covers the windows now: "lock", "blank" or nothing; the panel display follows."""
    closed = Signal()
    text_scale_chosen = Signal(float)
    signed_out = Signal(int)
    """Somebody else signs in, in the demo this user: nothing is half-done, and it may be closed."""

    def __init__(
        self,
        workspace: WindowWorkspace,
        pages: Sequence[PageEntry],
        *,
        dialogues: Dialogues | None = None,
        tasks: Tasks | None = None,
        watcher: Watching | None = None,
        idle_minutes: int = 10,
    ) -> None:
        super().__init__()
        look.wear(self)
        self.setWindowTitle("MaceDesk")
        self.workspace = workspace
        self.usual_idle_minutes = idle_minutes
        self._backup_note = ""
        self.desk = Desk(
            workspace,
            Hub(workspace.store, watcher, self),
            Notice(self),
            tasks or Tasks(),
            dialogues or SystemDialogues(),
            self.go,
        )
        self._build(pages)
        commands = (*WINDOW_COMMANDS, *page_commands([(e.id, e.title) for e in pages]))
        self.bound = Bound(commands, self, self)
        self._connect()
        if sys.platform == "darwin":
            self.menuBar().addMenu("Do").addActions(list(self.bound.actions.values()))
        if pages:
            self.go(pages[0].id)
        self._second()

    # undo, text size, covering

    def undo(self) -> None:
        """Take back the last step of this sitting."""
        store = self.workspace.store
        self._take_back(store.undo_label, store.undo, "Nothing to take back.")

    def redo(self) -> None:
        """Do again what was taken back."""
        store = self.workspace.store
        self._take_back(store.redo_label, store.redo, "Nothing to do again.")

    def larger_text(self) -> None:
        """Make the text a quarter larger, to 200 %."""
        self.set_text_scale(look.current().scale + 0.25)

    def smaller_text(self) -> None:
        """Make the text a quarter smaller, to 100 %."""
        self.set_text_scale(look.current().scale - 0.25)

    def plain_text(self) -> None:
        """Show the text at 100 %."""
        self.set_text_scale(1.0)

    def set_text_scale(self, scale: float) -> None:
        """Show the text at a scale of 1.0 to 2.0, and tell the settings."""
        the_look, app = look.current(), QApplication.instance()
        look.apply(app, the_look.theme, scale, the_look.family)  # type: ignore[arg-type]
        self.text_scale_chosen.emit(the_look.scale)

    def lock(self) -> None:
        """Hide every name at once and ask for the passphrase."""
        self.covers.lock()

    def sign_out(self, seat: int = 0) -> None:
        """Let somebody else sign in, in the demo take a seat; what is half-typed is kept first."""
        if self.workspace.store.file is None and not seat:
            self.lock()
        elif self.page is None or self.page.may_leave():
            self.signed_out.emit(seat)

    def toggle_blank(self) -> None:
        """Blank all windows, or show them again."""
        self.covers.toggle_blank()

    def shield(self) -> None:
        """Leave the windows out of screen capture while a meeting runs, where this can be done."""
        self.desk.shield.turn(self.shelf.running and self.desk.machine.hide_from_capture)

    # what is heard

    def _changed(self, changes: Any) -> None:
        self.workspace.hear(changes)
        self.shelf.hear(changes)
        self._tick()

    def _second(self) -> None:
        self._backup_note = self.workspace.backup_note
        self._tick()
        if self.covers.state == "lock":
            self.workspace.lock()  # Work under way when it was locked may have read since.
        else:
            self.shelf.see_day(self.workspace.store.clock.now().date())

    def _tick(self) -> None:
        store, actions = self.workspace.store, self.bound.actions
        undo, redo = store.undo_label or "", store.redo_label or ""
        actions["undo"].setText(undo or "Undo")
        actions["redo"].setText(redo or "Redo")
        self.strip.tell_time(store.clock.now())
        signed_in, kept = self.workspace.signed_in_name, store.kept_at
        facts = [f"Signed in: {signed_in}" if signed_in else ""]
        facts += [kept_words(kept, store.clock.now()) if kept else "", self._backup_note]
        self.status.tell(facts, undo)

    def _take_back(self, label: str | None, act: Callable[[], object], nothing: str) -> None:
        if label is None:
            self.desk.notice.say(nothing)
        elif self.desk.attempt(None, act):
            self.desk.notice.say(f"Done: {label}")

    def _covered(self, state: str) -> None:
        for command_id, action in self.bound.actions.items():
            action.setEnabled(not state or (state == "blank" and command_id in WHILE_BLANK))
        if state:
            self.shelf.hide_again()
            self.go_or_do.leave()
        if state == "lock":
            self.workspace.lock()
            self.clipboard.forget()
        self.strip.hide_panel(bool(state))
        self.status.setVisible(not state)
        self._tick()
        self.idle.start()
        self.covered.emit(state)

    # building

    def _connect(self) -> None:
        app = QApplication.instance()
        self.clipboard = ClipboardGuard(QApplication.clipboard(), self)
        self._field_keys = FieldKeys(app, self)  # type: ignore[arg-type]
        self.idle = IdleLock(self._idle_minutes, self)
        self.idle.idle.connect(self.lock)
        self.covers.covered.connect(self._covered)
        self.covers.lock_page.somebody_else.connect(self.sign_out)
        self.shelf.shown.connect(self.navigation.mark)
        self.shelf.ran.connect(self.shield)
        self.navigation.chosen.connect(self.go)
        self.navigation.asked.connect(self.go_or_do.begin)
        self.status.pages_wanted.connect(self.frame.open_menu)
        self.status.undo_wanted.connect(self.undo)
        self.desk.notice.said.connect(self.status.say)
        self.desk.hub.changed.connect(self._changed)
        self.ticking = QTimer(self)
        self.ticking.setInterval(1_000)
        self.ticking.timeout.connect(self._second)
        self.ticking.start()

    def _idle_minutes(self) -> int:
        usual = self.usual_idle_minutes
        return self.page.idle_minutes(usual) if self.page is not None else usual

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.idle.watch(self.windowHandle())
        self.shield()
        self.idle.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        stays = self.page is not None and not self.page.may_leave()
        if stays or (event.spontaneous() and self.frame.leaving.asks()):
            event.ignore()
            return
        self.closed.emit()
        self.ticking.stop()
        self.idle.stop()
        self._field_keys.close()
        self.desk.shield.turn(False)
        self.desk.tasks.close()
        self.desk.hub.close()
        self.clipboard.forget()
        super().closeEvent(event)
