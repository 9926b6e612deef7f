"""The house typeface: loaded from the resources, once per application."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = ("Regular", "SemiBold", "Bold")
SYMBOLS = ("Segoe UI Symbol", "Apple Symbols", "DejaVu Sans", "Noto Sans Symbols2")
"""Families that hold the ticks, circles and triangles which the house typeface lacks."""


@cache
def load_house_fonts() -> bool:
    """Load the three weights; False where one could not be read, and the system font serves."""
    folder = files("resources.fonts")
    ids = [
        QFontDatabase.addApplicationFontFromData(
            QByteArray((folder / f"AtkinsonHyperlegibleNext-{weight}.ttf").read_bytes())
        )
        for weight in WEIGHTS
    ]
    return -1 not in ids


def house_font(family: str | None, pixels: int, weight: int = 400) -> QFont:
    """Give a font of a family (None: the house typeface), in pixels, weight 400 to 700."""
    name = family or (
        FAMILY
        if load_house_fonts()
        else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    )
    font = QFont()
    font.setFamilies([name, *SYMBOLS])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


def with_table_figures(font: QFont) -> QFont:
    """Give the same font with figures of one width, so that columns and clocks stand still."""
    aligned = QFont(font)
    aligned.setFeature(QFont.Tag("tnum"), 1)
    return aligned
