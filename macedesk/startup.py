"""Putting the program together: application, look, file, workspace, window."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

# PySide6 reads the source of every module imported after it, to look for its own name: the models
# come first.
from models.workspace import Workspace

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from macedesk import collecting, crash, log, settings
from macedesk.finding import (
    done_on_pages,
    intelligence_by_words,
    lists_of_pages,
    parts_of_settings,
    subjects_by_name,
)
from macedesk.machine import ThisMachine
from macedesk.pages import entries
from macedesk.settings import Settings
from models.errors import Refusal, Trouble
from ui import look
from ui.window import MainWindow

MEETING_PAGE = "meeting"


def run(file: Path | None) -> int:
    """Open the window on a file, on the last one, or on the first start; gives the exit code."""
    app, known = application()
    from macedesk.opening import Opening

    path = file or (Path(known.last_file) if known.last_file else None)
    opening = Opening(app, known, path)
    opening.begin()
    return app.exec()


def run_demo() -> int:
    """Open the demo panel at its meeting; gives the exit code."""
    app, known = application()
    from macedesk.opening import Opening

    opening = Opening(app, known, None)
    opening.begin_demo()
    return app.exec()


def application(arguments: Sequence[str] = ()) -> tuple[QApplication, Settings]:
    """The Qt application with this machine's look."""
    crash.no_core_dumps()
    crash.note_where_it_stops()
    log.begin()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["MaceDesk", *arguments])
    app.setApplicationName("MaceDesk")
    app.setApplicationDisplayName("MaceDesk")
    known = settings.load()
    look.apply(
        app,
        known.theme,
        known.text_scale / 100,
        None if known.panel_font else app.font().family(),
    )
    return app, known


def do(window: MainWindow, page_id: str, command: str) -> None:
    """Show a page and do one of its commands there; neither, where the one in front is kept."""
    window.go(page_id)
    if window.page is not None and window.shelf.current_id == page_id:
        window.page.bound.actions[command].trigger()


def show(workspace: Workspace, known: Settings) -> MainWindow:
    """The window on a workspace, shown; crashes are told in its status line."""
    in_file = workspace.store.file is not None
    window = MainWindow(
        workspace,
        entries(),
        watcher=workspace.store.watch() if in_file else None,
        idle_minutes=known.lock_minutes,
    )
    window.add_source(parts_of_settings(window.go))
    window.add_source(lists_of_pages(window.go, lambda: window.shelf.current_id))
    window.add_source(done_on_pages(partial(do, window), lambda: window.shelf.current_id))
    window.add_source(subjects_by_name(workspace, window.go))
    window.add_source(intelligence_by_words(workspace, window.go))
    stop = workspace.store.subscribe(lambda changes: log.did(changes.operation, changes.number))
    window.closed.connect(stop)
    window.desk.machine = ThisMachine(window)
    crash.install(
        lambda words: window.desk.notice.trouble(Trouble(words)), lambda: _data_key(workspace)
    )
    window.text_scale_chosen.connect(_keep_scale)
    screen = QApplication.primaryScreen().availableGeometry()
    window.resize(min(1440, screen.width()), min(900, screen.height()))
    if window.size().width() < 1440 or window.size().height() < 900:
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(0, window, lambda: collecting.begin(window))
    return window


def back_up_if_due(workspace: Workspace, folder: str, *, at_close: bool) -> str | None:
    """Make the backup that is due; gives a plain sentence where it could not be made."""
    if not folder or workspace.care.path is None:
        return None
    if not (at_close or workspace.care.backup_is_due):
        return None
    try:
        workspace.care.back_up_by_itself(Path(folder))
    except (Refusal, Trouble) as error:
        return error.message
    return None


def _keep_scale(scale: float) -> None:
    settings.save(replace(settings.load(), text_scale=round(scale * 100)))


def _data_key(workspace: Workspace) -> bytes | None:
    file = workspace.store.file
    return file.keys.data if file is not None else None
