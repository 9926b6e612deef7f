"""Words as far as a few lines hold them, and words wider than their line as more than one."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

WIDEST = 400
"""Letters of a line at the most: no text is laid out further than it can show."""
LONG = re.compile(r"\S{12,}")
HERE = "\u200b"
"""Shows nothing, and lets a line end where it stands."""
PIECE = 4
WORTH = "mmmm"
"""How much of what follows a name is worth showing."""
TELLS = "mmmmmm"
"""How much of a name itself is: less tells nobody whose it is."""


def broken(words: str, font: QFont, width: int) -> str:
    """Give the words so that one wider than its line goes on in the next."""
    metrics = QFontMetrics(font)

    def pieces(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) < WIDEST and metrics.horizontalAdvance(word) <= width:
            return word
        return HERE.join(word[at : at + PIECE] for at in range(0, len(word), PIECE))

    return LONG.sub(pieces, words)


def some_lines(words: str, font: QFont, width: int, most: int) -> str:
    """Give the words on so many lines; the last ends in … where it is not the end of them."""
    shown = words[: most * WIDEST]
    begins = _last_line(shown, font, width, most)
    rest = " ".join(words[begins : begins + WIDEST].split())
    last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return f"{words[:begins]}{last}"


def whose_and_more(whose: str, more: str, metrics: QFontMetrics, width: int) -> str:
    """Give a name and, where there is room, what follows it on one line.

    A name too long is cut in its middle: names that begin alike stay apart by their ends.
    Where not even that has room, nothing is shown.
    """
    follows = f" · {more}" if whose and more else more
    least = metrics.horizontalAdvance(f" · {WORTH}") if whose else 0
    if more and metrics.horizontalAdvance(whose) + least <= width:
        return metrics.elidedText(f"{whose}{follows}", Qt.TextElideMode.ElideRight, width)
    if metrics.horizontalAdvance(whose) > width < metrics.horizontalAdvance(TELLS):
        return ""
    return metrics.elidedText(whose, Qt.TextElideMode.ElideMiddle, width)


def _last_line(words: str, font: QFont, width: int, most: int) -> int:
    """Where the last line that may be shown begins."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
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
