"""The row above the chart: what it shows, how far, who is looked for, and how it is drawn."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout


def row_above(what: Combo, depth: Combo, find: Combo, beside: Iterable[QWidget]) -> QWidget:
    """The choices as wide as their words, then what stands beside them."""
    row = QWidget()
    flow = FlowLayout(row, gap=6)
    for combo, letters in ((what, 18), (depth, 9), (find, 13)):
        combo.setMinimumContentsLength(letters)
        flow.addWidget(combo)
    line = find.lineEdit()
    if line is not None:
        line.setPlaceholderText("Find or centre …")
    for widget in beside:
        flow.addWidget(widget)
    return row
