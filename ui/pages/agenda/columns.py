"""The agenda's columns: what is proposed, the order, and the item beside its returns."""

from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui import look

THREE_COLUMNS = 1000


class AgendaColumns(QSplitter):
    """Three columns where there is room; else what is proposed is a tab beside the item."""

    def __init__(self, pool: QWidget, order: QWidget, item: QWidget, returns: QWidget) -> None:
        super().__init__()
        self.pool, self.side = pool, QTabWidget()
        # A page that is never laid out must own it as well: it ends with its page.
        self.addWidget(pool)
        self._wide: bool | None = None
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(order, 1)
        self.addWidget(middle)
        self.addWidget(self.side)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(10)
        self.side.setAccessibleName("Item and returns")
        self.side.tabBar().setAccessibleName("Item and returns")
        self.side.setDocumentMode(True)
        self.side.addTab(item, "Item")
        self.side.addTab(returns, "Returns")

    def bring_forward(self, part: QWidget) -> None:
        """Show a part where it is one of the tabs."""
        if self.side.indexOf(part) >= 0:
            self.side.setCurrentWidget(part)

    def say_proposed(self, count: int) -> None:
        """Name the tab of what is proposed with how many there are."""
        at = self.side.indexOf(self.pool)
        if at >= 0:
            self.side.setTabText(at, f"Proposed {count}" if count else "Proposed")

    def fit(self, width: int) -> None:
        """Lay the columns out for a page of this width."""
        wide = width >= look.current().px(THREE_COLUMNS)
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self.insertWidget(0, self.pool)
            self.pool.show()
            self.setSizes([width * 24 // 100, width * 42 // 100, width * 34 // 100])
        else:
            self.side.insertTab(0, self.pool, "Proposed")
            self.setSizes([width // 2, width // 2])
