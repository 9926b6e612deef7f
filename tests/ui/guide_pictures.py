"""The guide's pictures, taken from the real windows: python -m tests.ui.guide_pictures OUT."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from macedesk import demo
from models.errors import Refusal, Trouble
from tests.ui.guide_stages import Rehearsed, Stage, after, morning, papers, rest, room
from ui import look
from ui.pages import chart_asked
from ui.pages.first_start import StartWindow
from ui.pages.people.lists import MAP, MATCHES
from ui.pages.people.page import BESIDE

SIZE = (1366, 768)
SETTLES_MS, MOST_LOOKS = 700, 6
COLOURS = 128
LARGEST = 120_000

Play = Callable[[Stage], QWidget]


@dataclass(frozen=True)
class Shot:
    """A picture of the guide: its name, the panel it is taken of, and how to get there."""

    name: str
    stage: Callable[[], Stage]
    play: Play
    theme: str = "light"


def page(page_id: str, key: object = None, *calls: str) -> Play:
    """Show a page, and a record on it; then call these methods of the page."""

    def play(stage: Stage) -> QWidget:
        shown = stage.go(page_id, key)
        for name in calls:
            getattr(shown, name)()
        return stage.window

    return play


def first_row(page_id: str) -> Play:
    """A page with the first row of its table chosen."""

    def play(stage: Stage) -> QWidget:
        table = stage.go(page_id).table
        table.go_to(table.model.key(table.model.rows[0]))
        return stage.window

    return play


def agenda(stage: Stage) -> QWidget:
    """The running order with an item chosen."""
    stage.go("agenda", ("item", stage.item("LCS620625")))
    return stage.window


def preview(stage: Stage) -> QWidget:
    """Papers dropped on Referrals, read and not yet kept."""
    shown = stage.go("referrals")
    shown._show_preview(stage.dropped)
    shown.preview.table.go_to(0)
    return stage.window


def triage(stage: Stage) -> QWidget:
    """The card of a referral at immediate risk."""
    rows = stage.workspace.read.referrals()
    stage.go("referrals", next(row.id for row in rows if row.immediate_risk))
    return stage.window


def child(stage: Stage) -> QWidget:
    """The page of a child of the demo panel."""
    stage.go("children", stage.subject("LCS620625"))
    return stage.window


def opening(stage: Stage) -> QWidget:
    """The opening of the meeting, attendance taken."""
    stage.go("meeting").turn_to("opening")
    return stage.window


def item(revealed: bool, step: int = 0, line: str = "") -> Play:
    """The item in hand at one of its steps, with something half-typed in the capture bar."""

    def play(stage: Stage) -> QWidget:
        shown = stage.go("meeting")
        shown.turn_to(stage.item("LCS620625"))
        rest(SETTLES_MS)
        if revealed != shown.state.revealed:
            shown.reveal()
        shown.step_to(str(step))
        shown.room.capture.line.setText(line)
        shown.room.capture.understand()
        shown.capture()
        return stage.window

    return play


def display(stage: Stage) -> QWidget:
    """The second window, for the shared screen."""
    shown = stage.go("meeting")
    shown.turn_to(stage.item("LCS620625"))
    rest(SETTLES_MS)
    if shown.display.shown is None:
        shown.panel_display()
    shown.display.shown.resize(*SIZE)
    return shown.display.shown  # type: ignore[no-any-return]


def read_back(stage: Stage) -> QWidget:
    """The read-back before the meeting is closed."""
    stage.go("meeting").read_back()
    return stage.window


def minutes(stage: Stage) -> QWidget:
    """The minutes as they print, composed off the window's thread."""
    shown = stage.go("minutes")
    stage.wait(lambda: bool(shown.preview.toPlainText()))
    return stage.window


def confirming(stage: Stage) -> QWidget:
    """An extract being read before it may leave."""
    shown = stage.go("minutes")
    shown.make_documents()
    stage.wait(lambda: bool(shown.documents.table.model.rows))
    extracts = [row for row in shown.documents.table.model.rows if "extract" in row.document.name]
    shown.documents.table.go_to(extracts[0].document.name)
    return stage.window


def reports(stage: Stage) -> QWidget:
    """The quarterly table and its picture, which is drawn off the window's thread."""
    shown = stage.go("reports")
    shown.day.set_value(demo.MEETING)
    shown.reload()
    rest(4 * SETTLES_MS)
    return stage.window


def chart(stage: Stage) -> QWidget:
    """The link chart of the next meeting's agenda."""
    meeting = stage.workspace.read.meeting_on(demo.MEETING)
    stage.go("chart", chart_asked.agenda(meeting.id))
    rest(SETTLES_MS)
    return stage.window


def list_of(at: int) -> Play:
    """One of the lists of People and places."""

    def play(stage: Stage) -> QWidget:
        shown = stage.go("people")
        shown.show_all()
        shown.lists.tabs.go_to(at)
        rest(2 * SETTLES_MS)
        return stage.window

    return play


def together(stage: Stage) -> QWidget:
    """A child and those linked over time."""
    stage.go("people").show_times(BESIDE, stage.subject("LCS620625"))
    rest(2 * SETTLES_MS)
    return stage.window


def go_or_do(stage: Stage) -> QWidget:
    """Ctrl+K with something typed."""
    stage.go("children").show_all()
    stage.window.open_go_or_do()
    stage.window.go_or_do.line.setText("hart")
    return stage.window


def first_start(way: str) -> Play:
    """What is shown before there is a panel: its form, or its recovery key."""

    def play(_stage: Stage) -> QWidget:
        shown = StartWindow(Rehearsed(), None)
        shown.make.begin()
        shown.recovery.begin(Rehearsed.KEY, demo.PANEL, Rehearsed().default_file(demo.PANEL))
        shown.pages.setCurrentWidget(getattr(shown, way))
        return shown

    return play


CAPTURED = "action Lowther to serve CAWN on Darren Pike by next Fri"
SHOTS = (
    Shot("first-start", papers, first_start("make")),
    Shot("recovery-key", papers, first_start("recovery")),
    Shot("preview", papers, preview),
    Shot("today", morning, page("today")),
    Shot("triage", morning, triage),
    Shot("children", morning, page("children")),
    Shot("child", morning, child),
    Shot("people", morning, page("people")),
    Shot("chart", morning, chart),
    Shot("map", morning, list_of(MAP)),
    Shot("duplicates", morning, list_of(MATCHES)),
    Shot("times", morning, together),
    Shot("go-or-do", morning, go_or_do),
    Shot("agenda", morning, agenda),
    Shot("opening", room, opening),
    Shot("item-room-safe", room, item(revealed=False)),
    Shot("item-agencies", room, item(revealed=True, step=1, line=CAPTURED)),
    Shot("item-decision", room, item(revealed=True, step=4)),
    Shot("item-agreed", room, item(revealed=True, step=5)),
    Shot("panel-display", room, display),
    Shot("item-dark", room, item(revealed=True, step=1, line=CAPTURED), "dark"),
    Shot("read-back", room, read_back),
    Shot("minutes", after, minutes),
    Shot("confirm", after, confirming),
    Shot("actions", after, first_row("actions")),
    Shot("disruption", after, page("disruption")),
    Shot("care-plans", after, first_row("care_plans")),
    Shot("reports", after, reports),
    Shot("settings", after, page("settings", "panel")),
    Shot("today-dark", after, page("today"), "dark"),
)


class Heard:
    """What went wrong while a picture was being taken, also inside Qt's own calls."""

    def __init__(self) -> None:
        self.words: list[str] = []
        sys.excepthook = self._caught

    def take(self) -> list[str]:
        """What was heard since the last time."""
        words, self.words = self.words, []
        return words

    def _caught(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self.words.append(f"{kind.__name__}: {error}")


def take(app: QApplication, shot: Shot, out: Path) -> None:
    """Take one picture and write it in few colours; LookupError where it is too large."""
    look.apply(app, shot.theme)
    window = shot.play(shot.stage())
    window.resize(*SIZE)
    window.show()
    picture = at_rest(window)
    if window is not shot.stage().window:
        window.close()
    if len(picture) > LARGEST:
        raise LookupError(f"{len(picture)} bytes are more than {LARGEST}")
    (out / f"{shot.name}.png").write_bytes(picture)


def at_rest(window: QWidget) -> bytes:
    """The window once nothing moves in it any more, as far as that is waited for."""
    before, now = b"", b""
    for _ in range(MOST_LOOKS):
        rest(SETTLES_MS)
        before, now = now, squeezed(window)
        if now == before:
            break
    return now


def squeezed(window: QWidget) -> bytes:
    """The window as PNG with a palette."""
    buffer, small = QBuffer(), BytesIO()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")  # type: ignore[call-overload]
    whole = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def main(arguments: list[str]) -> int:
    """Take the pictures, all or those named, into a folder; 1 where one could not be taken."""
    out, wanted = Path(arguments[0]), set(arguments[1:])
    out.mkdir(parents=True, exist_ok=True)
    app, heard, missing = QApplication(["MaceDesk"]), Heard(), []
    app.setCursorFlashTime(0)
    troubles: Any = (ImportError, AttributeError, LookupError, TypeError, StopIteration,
                     RuntimeError, TimeoutError, Refusal, Trouble)  # fmt: skip
    for shot in SHOTS:
        if wanted and shot.name not in wanted:
            continue
        try:
            take(app, shot, out)
        except troubles as error:
            heard.words.append(f"{type(error).__name__}: {error}")
        words = heard.take()
        missing += [f"{shot.name}: {word}" for word in words]
        sys.stdout.write(f"{shot.name}: {'not taken' if words else 'taken'}\n")
    for line in missing:
        sys.stderr.write(f"{line}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
