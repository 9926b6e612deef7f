"""What a chart is painted with: shapes and words as pictures, each made once."""

from PySide6.QtGui import QPixmap

from models.records.network import Node
from ui import look
from ui.pages.chart.labels import Lettering
from ui.pages.chart.shapes import sprite


class Ink:
    """Pictures for one look and one density of the screen; who holds it gives them up with it."""

    def __init__(self, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self._shapes: dict[object, QPixmap] = {}
        self._letterings: dict[tuple[int, int, str], Lettering] = {}

    def shape(self, node: Node, role: str, radius: float, middle: bool) -> QPixmap:
        """The picture of a node."""
        size = round(radius * 2) / 2
        key = (node.kind, node.risk, role, node.is_child, size, middle)
        if key not in self._shapes:
            self._shapes[key] = sprite(node, role, size, middle, self.ratio)
        return self._shapes[key]

    def lettering(self, size: int = 12, weight: int = 400, colour: str = "ink") -> Lettering:
        """Words in a size, weight and colour."""
        key = (size, weight, colour)
        if key not in self._letterings:
            the_look = look.current()
            ink, ground = the_look.colour(colour), the_look.colour("card")
            made = Lettering(the_look.font(size, weight), ink, ground, self.ratio)
            self._letterings[key] = made
        return self._letterings[key]
