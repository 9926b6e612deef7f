"""The column at the right: what is agreed, and under it the chair's prompts."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.live.agreed_column import AgreedColumn
from ui.live.prompt_sheet import PromptSheet

AGREED, GAP, MOST, SHORT, LEAST = 360, 8, 0.75, 260, 180


class SideColumn(QWidget):
    """What is agreed has its height first; the prompts show as many as are left, the next always.

    While the hand is in the prompts they have most of the column. The prompts fill what height
    there is and give it back: what the column shows now is no height that it must have.
    """

    def __init__(self, agreed: AgreedColumn, sheet: PromptSheet) -> None:
        super().__init__()
        self.agreed, self.sheet = agreed, sheet
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(agreed, 1)
        column.addWidget(sheet)
        sheet.list.handed.connect(lambda _there: self.fit())

    def fit(self) -> None:
        """Divide the height."""
        sheet, whole = self.sheet, self.height() - GAP
        sheet.setVisible(sheet.list.lines.rowCount() > 0)
        most = round(whole * MOST) if sheet.in_hand else whole - look.current().px(AGREED)
        sheet.be_short(whole < look.current().px(SHORT))
        sheet.fit(most)

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), look.current().px(LEAST))

    sizeHint = minimumSizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
