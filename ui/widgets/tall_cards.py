"""Cards that ask for the height that work in them needs: where there is less, the page scrolls."""

from PySide6.QtCore import QSize

from ui import look
from ui.widgets.card import CardList

WIDE, TALL = 200, 200


class TallCards(CardList):
    """A list of cards beside or under another list, never squeezed to a line or two."""

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(WIDE), look.current().px(TALL))
