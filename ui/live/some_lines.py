"""Words as far as a few lines hold them, with the sign that more follow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

WIDEST = 400
"""Letters of a line at the most: no text is laid out further than it can show."""


def some_lines(words: str, font: QFont, width: int, most: int) -> str:
    """Give the words on so many lines; the last ends in … where it is not the end of them."""
    begins = _last_line(words[: most * WIDEST], font, width, most)
    rest = " ".join(words[begins : begins + most * WIDEST].split())
    last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return f"{words[:begins]}{last}"


def _last_line(words: str, font: QFont, width: int, most: int) -> int:
    """Where the last line that may be shown begins."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    begins = 0
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        begins = line.textStart()
    layout.endLayout()
    return begins


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
