"""The look follows the person: theme, text size, family."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ui import look
from ui.look.fonts import FAMILY, load_house_fonts
from ui.look.tokens import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_house_typeface_is_shipped_and_loads(qapp):
    assert load_house_fonts()
    assert QApplication.font().family() == FAMILY


@pytest.mark.parametrize(("theme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_a_theme_brings_its_tokens(qapp, theme, tokens):
    the_look = look.apply(qapp, theme)
    assert the_look.tokens is tokens
    assert the_look.dark is (tokens is DARK)
    assert QApplication.palette().window().color().name().upper() == tokens.paper


def test_text_grows_with_the_scale_and_not_past_two_hundred_per_cent(qapp, qtbot):
    label = QLabel("Kept")
    qtbot.addWidget(label)
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
