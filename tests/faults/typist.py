"""Somebody who types in the live room without end, saying each key and each line that was kept."""

import json
import random
import sys
import time
from datetime import datetime
from pathlib import Path

from models.clock import SetClock
from models.workspace import Workspace

# isort: split
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import look
from ui.pages.meeting import MeetingPage
from ui.pages.page import PageEntry
from ui.window import MainWindow

NOW = datetime(2026, 11, 12, 10, 0)
WORDS = ("visit", "school", "about", "bus", "home", "again", "with", "worker", "nurse")
FIELDS = ("capture", "line", "form", "reason", "voice")
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Typist:
    """Types in one field after another, a key every 15 to 90 milliseconds."""

    def __init__(self, page: MeetingPage, chance: random.Random, number: int) -> None:
        self.page, self.chance, self.number = page, chance, number
        item = page.room.item
        self.editors = {
            "capture": page.room.capture.line,
            "line": item.agencies.bar.text,
            "form": item.agreed.action.text,
            "reason": page.room.ask.line,
            "voice": item.presentation.fields["voice"].editor,
        }

    def stands(self, field: str) -> str:
        """What stands in a field, where it is open."""
        editor = self.editors[field]
        if field in ("line", "reason") and not editor.isVisible():
            return ""
        return editor.text() if hasattr(editor, "text") else editor.toPlainText()

    def tell(self) -> None:
        """Say what the room came back with."""
        came = {field: self.stands(field) for field in FIELDS}
        place, step = self.page.state.place, self.page.room.item.step
        said = self.page.window().status.message.text()
        say("back", came=came, place=place, step=step, said=said)

    def write(self, sentence: int) -> None:
        """Write one sentence in a field taken by chance and keep it."""
        field = self.chance.choice(FIELDS)
        text = self._begin(field, f"{self.number}.{sentence}")
        editor = self.editors[field]
        before = self.stands(field)
        for at, letter in enumerate(text, 1):
            QTest.keyClicks(editor, letter)
            say("key", field=field, text=before + text[:at], step=self.page.room.item.step)
            QTest.qWait(self.chance.randint(15, 90))
        self._end(field)
        say("ended", field=field, kept=None if field == "reason" else f"{self.number}.{sentence}")

    def _begin(self, field: str, mark: str) -> str:
        page, item = self.page, self.page.room.item
        words = " ".join(self.chance.choices(WORDS, k=self.chance.randint(3, 7)))
        if field == "line":
            item.go_to(1)
            item.agencies.add_line(("agency", 3))
        elif field == "form":
            item.go_to(5)
            self._empty(field)
        elif field == "reason":
            page.defer_item()
            self._empty(field)
        elif field == "voice":
            item.go_to(0)
            self.editors[field].setFocus()
            self.editors[field].moveCursor(QTextCursor.MoveOperation.End)
            return f" {words} {mark}."
        else:
            page.capture()
            self._empty(field)
            return f"action Baines to {words} {mark}"
        return f"{words} {mark}"

    def _empty(self, field: str) -> None:
        """Take out what stands in a field, as a hand does."""
        editor = self.editors[field]
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)

    def _end(self, field: str) -> None:
        if field == "voice":
            self.page.capture()  # left, and so kept
        else:
            QTest.keyClick(self.editors[field], ESCAPE if field == "reason" else ENTER)


def say(what: str, **facts: object) -> None:
    """Say it with the time, at once."""
    sys.stdout.write(json.dumps({"what": what, "at": time.monotonic(), **facts}) + "\n")
    sys.stdout.flush()


def main(path: str, passphrase: str, number: int) -> None:
    app = QApplication.instance() or QApplication([])
    look.apply(app, "light", 1.0)
    workspace = Workspace.open(Path(path), passphrase, clock=SetClock(NOW))
    window = MainWindow(workspace, [PageEntry("meeting", "Meeting", MeetingPage)])
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.go("meeting")
    QTest.qWait(50)
    typist = Typist(window.page, random.Random(number), number)
    typist.tell()
    if window.page.state.item_id is None:  # killed before it had turned to its first item
        window.page.turn_to(window.page.state.facts.order[0].id)
        QTest.qWait(1_000)
    sentence = 0
    while True:
        sentence += 1
        typist.write(sentence)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
