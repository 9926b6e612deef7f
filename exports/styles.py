"""The named styles that every template of the panel has."""

from enum import StrEnum


class Style(StrEnum):
    """A style by the name that Word shows; a panel's own template must have each of them."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    HEADING_3 = "Heading 3"
    NORMAL = "Normal"
    BULLET = "List Bullet"
    CELL = "MACE Cell"
    CELL_HEADING = "MACE Cell Heading"
    LABEL = "MACE Label"
    NOTE = "MACE Note"
    TABLE = "MACE Table"
    FACTS = "MACE Facts"


HEADINGS = {1: Style.HEADING_1, 2: Style.HEADING_2, 3: Style.HEADING_3}
TABLES = frozenset({Style.TABLE, Style.FACTS})
