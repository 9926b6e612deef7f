"""The look follows the person: theme, text size, family."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui import look
from ui.look.fonts import FAMILY, load_house_fonts
from ui.look.tokens import DARK, LIGHT
from ui.widgets.combo import Combo

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_house_typeface_is_shipped_and_loads(qapp):
    assert load_house_fonts()
    assert QApplication.font().family() == FAMILY


def shown(qtbot):
    """A window that wears the look."""
    window = QWidget()
    look.wear(window)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(("theme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_a_theme_brings_its_tokens(qapp, theme, tokens):
    the_look = look.apply(qapp, theme)
    assert the_look.tokens is tokens
    assert the_look.dark is (tokens is DARK)
    assert QApplication.palette().window().color().name().upper() == tokens.paper


def test_text_grows_with_the_scale_and_not_past_two_hundred_per_cent(qapp, qtbot):
    window = shown(qtbot)
    label = QLabel("Kept", window)
    label.show()
    assert label.font().pixelSize() == 14
    look.apply(qapp, "light", 1.5)
    assert label.font().pixelSize() == 21
    assert look.apply(qapp, "light", 5).scale == 2.0


def test_another_family_serves_a_panel_that_prefers_it(qapp):
    look.apply(qapp, "light", 1.0, "DejaVu Sans")
    assert QApplication.font().family() == "DejaVu Sans"


def test_figures_in_tables_are_of_one_width(qapp):
    metrics = look.current().metrics(figures=True)
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_whoever_paints_hears_of_a_new_look(qapp, qtbot):
    with qtbot.waitSignal(look.current().changed):
        look.apply(qapp, "dark", 1.25)


def test_a_window_wears_each_new_look_and_so_does_what_is_offered_in_it(qapp, qtbot):
    window = shown(qtbot)
    combo = Combo([(1, "Police"), (2, "Health")], "Agency")
    QVBoxLayout(window).addWidget(combo)
    qtbot.keyClicks(combo, "Pol")
    offered = combo.completer().popup()
    assert look.current().sheet == window.styleSheet() == offered.styleSheet() != ""
    before = window.styleSheet()
    look.apply(qapp, "dark", 1.0)
    assert look.current().sheet == window.styleSheet() == offered.styleSheet() != before
    offered.hide()
