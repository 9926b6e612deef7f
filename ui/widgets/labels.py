"""Words on a page: headings, soft words, keys and errors beside their field."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.widgets.direction import in_order


class Words(QLabel):
    """Plain text in one of the looks; wraps unless told not to, never reads markup.

    Names of scripts that are read from the right keep their place in it.
    """

    def __init__(
        self, text: str = "", look: str = "", *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(in_order(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("look", look)

    def setText(self, text: str) -> None:
        super().setText(in_order(text))

    def sizeHint(self) -> QSize:
        # Qt's own hint for wrapping text is a squarish block; words want one line if they can.
        hint = super().sizeHint()
        if not self.wordWrap() or not self.text():
            return hint
        line = self.fontMetrics().size(0, self.text())
        margins = self.contentsMargins()
        width = line.width() + margins.left() + margins.right() + 2 * self.margin() + 2
        return QSize(width, self.heightForWidth(width))


class Heading(Words):
    """The one large thing of a page."""

    def __init__(self, text: str = "", *, wrap: bool = False) -> None:
        super().__init__(text, "heading", wrap=wrap)


class SectionHeading(Words):
    """The quiet heading over a group of lines, with its count if one is given."""

    def __init__(self, text: str = "", count: int | None = None) -> None:
        super().__init__("", "section")
        self.say(text, count)

    def say(self, text: str, count: int | None = None) -> None:
        """Show other words and another count."""
        self.setText(text if count is None else f"{text}  {count}")


class SoftLabel(Words):
    """Words that support and do not lead."""

    def __init__(self, text: str = "", *, wrap: bool = True) -> None:
        super().__init__(text, "soft", wrap=wrap)


class StrongLabel(Words):
    """Words in the heavier weight, in the size of the text."""

    def __init__(self, text: str = "", *, wrap: bool = True) -> None:
        super().__init__(text, "strong", wrap=wrap)


class InlineError(Words):
    """What is wrong with a field, in words beside it; takes no room while all is well."""

    def __init__(self, text: str = "") -> None:
        super().__init__("", "high")
        self.say(text)

    def say(self, text: str) -> None:
        """Show what is wrong; nothing hides it."""
        self.setText(text)
        self.setAccessibleName(f"Not accepted: {text}" if text else "")
        self.setVisible(bool(text))


class KeyHint(Words):
    """A key as this system writes it (⌘K on macOS, Ctrl+K elsewhere), with what it does."""

    def __init__(self, keys: str, does: str = "") -> None:
        native = native_keys(keys)
        super().__init__(native, "key", wrap=False)
        self.setAccessibleName(f"{does}: {native}" if does else native)
        self.setToolTip(does)


class Hairline(QFrame):
    """A thin line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "hairline")


def native_keys(keys: str) -> str:
    """Give a shortcut in the words of this system; Return is the key that is called Enter."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")


def set_look(widget: QWidget, look: str, name: str = "look") -> None:
    """Change a widget's look in the style sheet, at once."""
    if widget.property(name) != look:
        widget.setProperty(name, look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
