"""What a meeting leaves behind, tab beside tab: minutes, changes, documents, items, log."""

from PySide6.QtWidgets import QTabWidget

from ui.desk import Desk
from ui.pages.minutes.changes import Changes
from ui.pages.minutes.comments import Comments
from ui.pages.minutes.documents import Documents
from ui.pages.minutes.issued import Issued
from ui.pages.minutes.items import Items
from ui.pages.minutes.preview import Preview

NAME = "Minutes, changes, documents, items, comments, issued"


class MinutesTabs(QTabWidget):
    """The tabs of one meeting; two of them count what stands in them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.preview, self.documents = Preview("The minutes as they print"), Documents()
        self.items, self.comments, self.issued = Items(desk), Comments(desk), Issued(desk)
        self.changes = Changes(desk)
        self.setDocumentMode(True)
        self.setAccessibleName(NAME)
        self.tabBar().setAccessibleName(NAME)
        for part, title in (
            (self.preview, "Minutes"),
            (self.changes, "Changes"),
            (self.documents, "Documents"),
            (self.items, "Items"),
            (self.comments, "Comments"),
            (self.issued, "Issued"),
        ):
            self.addTab(part, title)

    def count_in(self, comments: int, issued: int) -> None:
        """Say in their tabs how many comments are not settled and how often it was issued."""
        for part, title, number in (
            (self.comments, "Comments", comments),
            (self.issued, "Issued", issued),
        ):
            self.setTabText(self.indexOf(part), f"{title} {number}" if number else title)
