"""The look in force: theme, text size and family, applied to the application in one call."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from ui.look.fonts import house_font, with_table_figures
from ui.look.palette import palette_of
from ui.look.sheet import sheet_of
from ui.look.tokens import DARK, LIGHT, Tokens

SMALLEST, LARGEST = 1.0, 2.0
WEARS = "wears_the_look"
"""The mark of a window that wears the style sheet."""


class Theme(StrEnum):
    """Which of the two sets of colours a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """Colours, fonts and sizes for whoever paints; `changed` follows every new look."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.SYSTEM
        self.tokens: Tokens = LIGHT
        self.scale = SMALLEST
        self.family: str | None = None
        self.sheet = ""
        self._listens_to: QApplication | None = None
        self._fonts: dict[tuple[int, int, bool], QFont] = {}
        self._metrics: dict[tuple[int, int, bool], QFontMetrics] = {}
        self._colours: dict[str, QColor] = {}

    @property
    def dark(self) -> bool:
        """True while the dark colours are in force."""
        return self.tokens is DARK

    def px(self, size: float) -> int:
        """Give a size of text, or of what holds text, in pixels at the present text scale."""
        return round(size * self.scale)

    def font(self, size: int = 14, weight: int = 400, *, figures: bool = False) -> QFont:
        """Give a font by its size at 100 %; `figures` aligns digits for tables and clocks."""
        wanted = (size, weight, figures)
        if wanted not in self._fonts:
            font = house_font(self.family, self.px(size), weight)
            self._fonts[wanted] = with_table_figures(font) if figures else font
        return self._fonts[wanted]

    def metrics(self, size: int = 14, weight: int = 400, *, figures: bool = False) -> QFontMetrics:
        """Give the measures of `font` with the same arguments."""
        wanted = (size, weight, figures)
        if wanted not in self._metrics:
            self._metrics[wanted] = QFontMetrics(self.font(size, weight, figures=figures))
        return self._metrics[wanted]

    def colour(self, token: str) -> QColor:
        """Give a token's colour."""
        if token not in self._colours:
            self._colours[token] = QColor(getattr(self.tokens, token))
        return self._colours[token]

    def listen_to(self, app: QApplication) -> None:
        """Follow the system when it turns dark or light, as long as the theme is the system's."""
        if self._listens_to is not app:
            self._listens_to = app
            app.styleHints().colorSchemeChanged.connect(_follow_system)

    def take(self, theme: Theme, tokens: Tokens, scale: float, family: str | None) -> None:
        """Take another theme, text scale and family; fonts and colours are made afresh."""
        self.theme, self.tokens, self.scale, self.family = theme, tokens, scale, family
        self._fonts.clear()
        self._metrics.clear()
        self._colours.clear()


_look: Look | None = None


def current() -> Look:
    """Give the look in force; before `apply` it is the light one at 100 %."""
    global _look
    if _look is None:
        _look = Look()
    return _look


def apply(
    app: QApplication,
    theme: Theme | str = Theme.SYSTEM,
    text_scale: float = SMALLEST,
    family: str | None = None,
) -> Look:
    """Dress the application: theme, text scale 1.0 to 2.0, family (None: the house typeface)."""
    look, theme = current(), Theme(theme)
    look.listen_to(app)
    _ask_platform(app, theme)
    scale = min(max(text_scale, SMALLEST), LARGEST)
    look.take(theme, _tokens_for(app, theme), scale, family)
    _dress(app, look)
    return look


def wear(window: QWidget) -> None:
    """Put the style sheet on a window, or on whatever has none above it: now, and at each new look.

    It does not lie on the application: Qt would then style all parts of a page again whenever they
    are put into a larger part, which takes three times as long as building the page.
    """
    window.setProperty(WEARS, True)
    _put_on(window, current().sheet)


def _ask_platform(app: QApplication, theme: Theme) -> None:
    hints = app.styleHints()
    schemes = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}
    hints.setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))


def _tokens_for(app: QApplication, theme: Theme) -> Tokens:
    if theme is Theme.SYSTEM:
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def _follow_system(_scheme: object = None) -> None:
    app, look = QApplication.instance(), current()
    if not isinstance(app, QApplication) or look.theme is not Theme.SYSTEM:
        return
    tokens = _tokens_for(app, Theme.SYSTEM)
    if tokens is not look.tokens:
        look.take(Theme.SYSTEM, tokens, look.scale, look.family)
        _dress(app, look)


def _dress(app: QApplication, look: Look) -> None:
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(look.tokens))
    app.setFont(look.font())
    look.sheet = sheet_of(look.tokens, look.scale)
    for window in app.topLevelWidgets():
        if window.property(WEARS):
            _put_on(window, look.sheet)
    if app.topLevelWidgets():
        # Hidden widgets take their new fonts only with the next events.
        QTimer.singleShot(0, app, lambda: _measure_again(app))
    look.changed.emit()


def _put_on(window: QWidget, sheet: str) -> None:
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def _measure_again(app: QApplication) -> None:
    # Qt does not pass new sizes on through pages that are hidden when the fonts change.
    for widget in app.allWidgets():
        widget.updateGeometry()
    for window in app.topLevelWidgets():
        for layout in window.findChildren(QLayout):
            layout.invalidate()
