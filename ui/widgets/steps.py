"""The steps of one thing, side by side, by number and by arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.widgets.flow import FlowLayout
from ui.widgets.toggle import Toggle


class StepTabs(QWidget):
    """Numbered steps; the present one is marked, done ones carry a tick. Emits the index.

    Where room is dear (`be_short`) only the present one has its name; the others their number.
    """

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], name: str = "Steps") -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._done: frozenset[int] = frozenset()
        self._short = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(name)
        flow = FlowLayout(self, gap=4)
        self._buttons = [Toggle() for _ in self._steps]
        for at, made in enumerate(self._buttons):
            self._group.addButton(made, at)
            flow.addWidget(made)
        self._group.idToggled.connect(self._toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()
        if self._steps:
            self._group.button(0).setChecked(True)

    @property
    def current(self) -> int:
        """Index of the present step, -1 where there are none."""
        return self._group.checkedId()

    def go_to(self, index: int) -> None:
        """Make a step the present one; the keyboard, where it is on a step, goes along."""
        made, on_a_step = self._group.button(index), any(one.hasFocus() for one in self._buttons)
        made.setChecked(True)
        if on_a_step:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> list[int]:
        """The steps that are shown, by index."""
        return [at for at in range(len(self._steps)) if not self._group.button(at).isHidden()]

    def show_step(self, index: int, shown: bool) -> None:
        """Show a step, or leave it out where it does not apply; the first stands in its place."""
        made = self._group.button(index)
        if not shown and made.isChecked():
            self.go_to(0)
        if made.isHidden() == shown:
            made.setVisible(shown)
            self._say()

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) of the steps that are shown, round and round."""
        shown = self.shown
        at = shown.index(self.current) if self.current in shown else -by
        self.go_to(shown[(at + by) % len(shown)])

    def be_short(self, short: bool) -> None:
        """Name the present step alone, or all."""
        if short != self._short:
            self._short = short
            self._say()

    def set_done(self, done: frozenset[int]) -> None:
        """Mark steps as done, by index."""
        if done != self._done:
            self._done = done
            self._say()

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self._say()
            self.chosen.emit(index)

    def _say(self) -> None:
        shown = self.shown
        for number, at in enumerate(shown, 1):
            step, made = self._steps[at], self._buttons[at]
            named = not self._short or made.isChecked()
            words = f"{number}{f' {step}' if named else ''}{' ✓' if at in self._done else ''}"
            state = ", done" if at in self._done else ""
            made.say(words, f"Step {number} of {len(shown)}, {step}{state}")
