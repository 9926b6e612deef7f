"""The part of the settings for risk schemes: all versions at the left, the chosen one beside."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from models import codes
from models.errors import Refusal
from models.records.desk import SchemeRow
from ui.desk import Desk
from ui.pages.settings.schemes.indicators import Indicators
from ui.pages.settings.schemes.tried import Tried
from ui.pages.settings.schemes.what import What
from ui.pages.settings.versions import VersionsPart
from ui.widgets.buttons import button
from ui.widgets.steps import StepTabs

TABS = ("What it is", "Indicators", "Try it")
KINDS = "Risk schemes (*.json)"
LARGEST = 256_000


class SchemesPart(VersionsPart):
    """Choosing a scheme, and what is done with it."""

    ONE, MANY, TITLE = "scheme", "schemes", "Risk schemes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs, self.stack = StepTabs(TABS, "Parts of the scheme"), QStackedWidget()
        self.what, self.indicators, self.tried = What(desk), Indicators(desk), Tried()
        for widget in (self.what, self.indicators, self.tried):
            self.stack.addWidget(widget)
        self.tabs.chosen.connect(self.stack.setCurrentIndex)
        self.bring = button("Take one in …", self.take_in)
        self.bring.setVisible(self._able)
        self.export = button("Save as a file …", self.save)
        self._stand(
            (self.new, self.bring),
            (self.copy, self.next, self.retire, self.again, self.export),
            (self.copied, self.version, self.last),
            (self.tabs, self.stack),
            0.38,
        )

    def settle(self) -> bool:
        """Keep what is half-typed; what could not be kept is shown."""
        for at, part in enumerate((self.what, self.indicators)):
            if not part.settle():
                self.tabs.go_to(at)
                return False
        return True

    def take_in(self) -> None:
        """Choose a scheme's file and keep what it holds."""
        for path in self._desk.dialogues.open_files(self, "A risk scheme", KINDS)[:1]:
            self._desk.attempt(self, self._take_in, path)

    def save(self) -> None:
        """Write the chosen scheme as a file for another panel."""
        row = self.chosen()
        scheme = codes.scheme(row.id) if row else None
        if scheme is None:
            return
        path = self._desk.dialogues.save_file(self, "A risk scheme", "risk scheme.json", KINDS)
        if path is not None:
            self._desk.attempt(self, self._write, path, scheme)

    def _rows(self) -> Sequence[SchemeRow]:
        return self._desk.workspace.read.scheme_book()

    def _book(self) -> Any:
        return self._desk.workspace.schemes

    def _version(self, code: str) -> codes.Scheme | None:
        return codes.scheme(code)

    def _used(self, row: SchemeRow) -> str:
        return f"{row.used:,} assessment{'s' * (row.used != 1)}" if row.used else "not used yet"

    def _show_version(self, row: SchemeRow, held: codes.Scheme) -> None:
        self.what.show_scheme(held, row, able=self._able)
        self.indicators.show_scheme(held, editable=row.own and not row.used and self._able)
        self.tried.show_scheme(held)

    def _take_in(self, path: Path) -> None:
        from models.rules.scheme_file import read

        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError:
            raise Refusal("This file cannot be read.") from None
        self._go_to(self._desk.workspace.schemes.take_in(read(data)))
        self._desk.notice.say("Taken in. Try it before anybody is assessed by it.")

    def _write(self, path: Path, scheme: codes.Scheme) -> None:
        from models.rules.scheme_file import written

        try:
            path.write_text(written(scheme), encoding="utf-8")
        except OSError:
            raise Refusal("The file could not be written there.") from None
        self._desk.notice.say("The scheme is written. It holds no assessment and no name.")
