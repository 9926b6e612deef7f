"""This machine: colours, text size, typeface, when the window locks."""

from typing import Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QCheckBox

from ui import look
from ui.desk import Desk
from ui.forms import Form
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
SCALES = tuple((per_cent, f"{per_cent} %") for per_cent in (100, 110, 125, 150, 175, 200))
MINUTES = tuple((minutes, f"{minutes} minutes") for minutes in (1, 3, 5, 10, 15, 30))
OF_NO_LOOK = {"lock_minutes", "hide_from_capture", "pause_display"}


class MachinePart(CardList):
    """How the window looks and when it locks, on this machine only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("This machine")
        self._desk = desk
        self.theme, self.scale = Combo(THEMES, "Colours"), Combo(SCALES, "Text size")
        self.house_font = QCheckBox("Atkinson Hyperlegible Next, made for legibility")
        self.lock = Combo(MINUTES, "Locks after")
        self.hidden = QCheckBox("Leave all windows out but the panel display")
        form = Form("This machine")
        form.row("theme", "Colours", self.theme)
        form.row("text_scale", "Text size", self.scale, "Also Ctrl+= and Ctrl+-, up to 200 %")
        form.row("panel_font", "Typeface", self.house_font)
        hint = "With nobody at the keys; while a meeting runs, after 30 minutes"
        form.row("lock_minutes", "Locks after", self.lock, hint)
        form.row("hide_from_capture", "Screen sharing", self.hidden)
        self.paused = QCheckBox("Waits between items until the next is shown (F10)")
        self.shielded = SoftLabel()
        form.row("shielded", "", self.shielded)
        form.row("pause_display", "Panel display", self.paused)
        self.hidden.setEnabled(desk.shield.possible)
        card = Card("This machine")
        card.add(form)
        card.add(SoftLabel("Kept for whoever signs in here; nobody is named in it."))
        self.add(card)
        self.theme.changed.connect(lambda value: self._change(theme=value))
        self.scale.changed.connect(lambda value: self._change(text_scale=value))
        self.lock.changed.connect(lambda value: self._change(lock_minutes=value))
        self.hidden.clicked.connect(lambda checked: self._change(hide_from_capture=checked))
        self.paused.clicked.connect(lambda checked: self._change(pause_display=checked))
        self.house_font.clicked.connect(lambda checked: self._change(panel_font=checked))

    def reload(self) -> None:
        """Show what is kept."""
        machine, now = self._desk.machine, look.current()
        self.theme.set_value(machine.theme)
        scale = round(now.scale * 100)
        if scale not in dict(SCALES):
            self.scale.set_choices(sorted({*SCALES, (scale, f"{scale} %")}))
        self.scale.set_value(scale)
        self.house_font.setChecked(machine.panel_font)
        self.lock.set_value(machine.lock_minutes)
        self.paused.setChecked(machine.pause_display)
        self.hidden.setChecked(self._desk.shield.possible and machine.hide_from_capture)
        self.shielded.setText(self._desk.shield.words)
        self.hidden.setAccessibleDescription(self._desk.shield.words)

    def _change(self, **changes: Any) -> None:
        if None in changes.values():
            self.reload()
        elif self._desk.attempt(self, self._desk.machine.change, **changes):
            self._dress(changes)
            self.shielded.setText(self._desk.shield.words)

    def _dress(self, changes: dict[str, Any]) -> None:
        app, now, machine = QApplication.instance(), look.current(), self._desk.machine
        if not isinstance(app, QApplication) or OF_NO_LOOK & set(changes):
            return
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        scale = changes.get("text_scale", round(now.scale * 100)) / 100
        look.apply(app, machine.theme, scale, None if machine.panel_font else system)
