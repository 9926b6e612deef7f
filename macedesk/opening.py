"""From the start of the program to its end: signing in, the window, the backup at close."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from exports.filing import safe_name
from macedesk import crash, passphrase, settings, startup
from macedesk.machine import remember
from macedesk.settings import Settings
from models.errors import Refusal, Trouble
from models.storage.restoring import restore, return_copy
from models.workspace import Workspace
from ui.closing import ClosingWindow
from ui.dialogues import Dialogues
from ui.pages.first_start import PanelWish, StartWindow
from ui.tasks import Cancelled, Tasks
from ui.window import MainWindow

ENDING = ".mace"
BESIDE = ("", ".keys", "-wal", "-shm", ".lock")
BROKEN_OFF = "An issue of documents was broken off: see Minutes, Issued, and issue them again."
FIRST_LOOK_MS = 5_000
EVERY_HOUR_MS = 3_600_000


class Opening:
    """The opener that the start asks, and what happens until the program ends."""

    def __init__(
        self,
        app: QApplication,
        known: Settings,
        path: Path | None,
        *,
        dialogues: Dialogues | None = None,
        tasks: Tasks | None = None,
        leave: Callable[[], object] | None = None,
    ) -> None:
        self._app, self._known, self._path = app, known, path
        self._dialogues, self._tasks = dialogues, tasks
        self._leave = leave or app.quit
        self._wish: PanelWish | None = None
        self._demo: Workspace | None = None
        self._met = False
        self.workspace: Workspace | None = None
        self.window: MainWindow | None = None
        self.start: StartWindow | None = None
        self.closing: ClosingWindow | None = None
        self._daily = QTimer()
        self._daily.timeout.connect(self.back_up_daily)

    def begin(self) -> None:
        """Show the sign-in for the known file, or the first start."""
        self._end_with_last_window()
        self._ask_who()

    def begin_demo(self) -> None:
        """Show the demo at its meeting."""
        self._end_with_last_window()
        self.enter(self.demo())

    def _end_with_last_window(self) -> None:
        self._app.setQuitOnLastWindowClosed(False)
        self._app.lastWindowClosed.connect(self.last_window_closed)

    def _ask_who(self) -> None:
        self.start = StartWindow(self, self._path, dialogues=self._dialogues, tasks=self._tasks)
        crash.install(self.start.tell, lambda: None)
        self.start.show()

    # what the start asks

    def default_file(self, name: str) -> Path:
        """Where a panel of this name would best lie: a name not taken, on this machine's disk."""
        folder, stem = settings.data_folder(), safe_name(name, "panel")
        path, number = folder / f"{stem}{ENDING}", 1
        while path.exists():
            number += 1
            path = folder / f"{stem}-{number}{ENDING}"
        return path

    def user_name(self) -> str:
        """Who is signed in to this machine."""
        return passphrase.user_name()

    def make(self, wish: PanelWish) -> Workspace:
        """The panel's file with the panel in it; nothing is left where that fails."""
        try:
            wish.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble(f"The folder could not be made: {error.strerror}.") from None
        made = Workspace.create(wish.path, wish.passphrase, wish.user)
        try:
            made.panel.make(wish.name, area=wish.area or None, districts=wish.districts)
        except (Refusal, Trouble):
            self.abandon(made)
            raise
        self._wish = wish
        return made

    def recovery_key(self, made: Workspace) -> str:
        """The recovery key of what was made just now."""
        return made.care.new_recovery_key()

    def open(
        self, path: Path, passphrase: str | None = None, recovery_key: str | None = None
    ) -> Workspace:
        """A panel's file, opened."""
        return Workspace.open(path, passphrase, recovery_key=recovery_key)

    def demo(self) -> Workspace:
        """The invented panel, in memory."""
        from macedesk import demo

        self._demo = demo.make(say=lambda _words: None)
        return self._demo

    def restore(self, copy: Path, to: Path, passphrase: str) -> None:
        """Put a backup where the panel's file is or was."""
        restore(copy, to, passphrase=passphrase)

    def bring_back(self, copy: Path, to: Path, passphrase: str) -> None:
        """Take a handed-over copy back into the file that it left."""
        return_copy(copy, to, passphrase=passphrase)

    def abandon(self, made: Workspace) -> None:
        """Close what was made just now, and take its file away: nobody holds its recovery key."""
        path = made.care.path
        made.close()
        if path is not None:
            for ending in BESIDE:
                path.with_name(path.name + ending).unlink(missing_ok=True)

    def enter(self, made: Workspace) -> None:
        """Show the window; remember the file for next time."""
        self.workspace = made
        if made.care.path is not None:
            self._remember(made.care.path)
        self.window = startup.show(made, settings.load())
        self.window.signed_out.connect(self.sign_out)
        if made is self._demo or made.read.running_meeting() is not None:
            self.window.go(startup.MEETING_PAGE)
        elif made.care.recovered:
            self.window.go("settings", "backup")
            self.window.desk.notice.say("Set a new passphrase: the recovery key opened the file.")
        self._say_broken_off(made)
        if made.care.brought_up:
            self.window.desk.notice.say(made.care.brought_up)
        self._met = made.read.running_meeting() is not None
        self.window.desk.hub.changed.connect(self._heard)
        self._daily.start(EVERY_HOUR_MS)
        QTimer.singleShot(FIRST_LOOK_MS, self._daily, self.back_up_daily)

    def _say_broken_off(self, made: Workspace) -> None:
        """What was being issued as the program ended, where no other window is issuing it now."""
        file = made.store.file
        if file is None or not file.lock.first or made.store.handed_over:
            return
        if made.minutes.break_off() and self.window is not None:
            self.window.desk.notice.say(BROKEN_OFF)

    def sign_out(self, seat: int = 0) -> None:
        """Close the panel's window and ask who signs in next; the demo goes on in this seat."""
        if seat:
            self._take_seat(seat)
            return
        workspace, window = self.workspace, self.window
        assert workspace is not None and window is not None
        self._path = workspace.care.path or self._path
        self._daily.stop()
        self._ask_who()  # before the window goes, or the program would end with it
        self.workspace = self.window = self._demo = None
        window.close()
        window.deleteLater()
        workspace.close()

    def _take_seat(self, user_id: int) -> None:
        """The demo in the hands of another of its people, on the same page of another window."""
        workspace, window = self.workspace, self.window
        assert workspace is not None and window is not None
        page = window.shelf.current_id
        self._demo = workspace.take_seat(user_id)
        self.enter(self._demo)  # before the window goes, or the program would end with it
        assert self.window is not None
        self.window.restoreGeometry(window.saveGeometry())
        if page is not None:
            self.window.go(page)
        window.close()
        window.deleteLater()

    # backups

    def back_up_daily(self) -> None:
        """Make the backup of the day, where none was made and no meeting runs.

        A file that cannot be reached just now is said; the next hour looks again.
        """
        if self.workspace is None or self.window is None:
            return
        try:
            due = self.workspace.care.backup_is_due
            due = due and self.workspace.read.running_meeting() is None
        except Trouble as trouble:
            self.window.desk.notice.answer(None, trouble)
            return
        if due:
            self._back_up()

    def _heard(self, changes: Any) -> None:
        """A meeting that was just closed is backed up at once, not when the window closes."""
        workspace = self.workspace
        if workspace is None or not any(table == "meeting" for table, _ in changes.touched):
            return
        met, self._met = self._met, workspace.read.running_meeting() is not None
        if met and not self._met:
            self._back_up()

    def _back_up(self) -> None:
        """Make a backup off the window's thread; what stands in its way is said."""
        workspace, window, folder = self.workspace, self.window, settings.load().backup_folder
        if workspace is None or window is None or not folder or workspace.care.path is None:
            return
        if window.isVisible():
            window.desk.tasks.run(
                lambda _progress: workspace.care.back_up_by_itself(Path(folder)),
                lambda _name: None,
                lambda error: (
                    window.desk.notice.answer(None, error)
                    if isinstance(error, (Refusal, Trouble))
                    else None
                ),
            )

    def last_window_closed(self) -> None:
        """The last window is gone: back up and end, or just end."""
        if self.closing is not None:
            return
        workspace, folder = self.workspace, settings.load().backup_folder
        if workspace is None or not folder or workspace.care.path is None:
            self._end()
            return
        self.closing = ClosingWindow(self._dialogues)
        self.closing.again.connect(self._back_up_at_close)
        self.closing.other_folder.connect(self._other_folder)
        self.closing.left.connect(self._end)
        self.closing.show()
        self._back_up_at_close()

    def _back_up_at_close(self) -> None:
        workspace, closing = self.workspace, self.closing
        assert workspace is not None and closing is not None
        folder = settings.load().backup_folder
        closing.making()

        def failed(error: Refusal | Trouble | Cancelled) -> None:
            closing.refuse(error.message if isinstance(error, (Refusal, Trouble)) else "Stopped.")

        self._closing_tasks().run(
            lambda _progress: startup.back_up_if_due(workspace, folder, at_close=True),
            lambda message: closing.refuse(message) if message else closing.close(),
            failed,
        )

    def _other_folder(self, folder: Path) -> None:
        remember(backup_folder=str(folder))
        self._back_up_at_close()

    def _closing_tasks(self) -> Tasks:
        self._tasks = self._tasks or Tasks(1)
        return self._tasks

    def _end(self) -> None:
        self._daily.stop()
        if self._tasks is not None:
            self._tasks.close()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        self._leave()

    def _remember(self, path: Path) -> None:
        changes = {"last_file": str(path)}
        if self._wish is not None and self._wish.backup_folder is not None:
            changes["backup_folder"] = str(self._wish.backup_folder)
        try:
            remember(**changes)
        except Trouble:
            # The panel opens all the same; next time its file is chosen by hand.
            return
