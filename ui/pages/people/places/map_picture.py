"""The map as a picture of its own: what all the panel may see, marked head and foot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from models.queries import audiences
from models.rules.hot_spot_rows import hot_spots
from models.rules.hot_spots import Period
from models.rules.map_view import View
from models.rules.place_shapes import SHAPES
from models.workspace import Workspace
from ui import look
from ui.pages.people.places.map_page import marks
from ui.pages.people.places.map_paint import MapPainter
from ui.pages.people.places.shapes import shape_path
from ui.pages.picture_file import on_paper, paint_marking

WIDE, TALL, STRIP, KEY = 1600, 1000, 34, 34
MIDDLE = Qt.AlignmentFlag.AlignCenter


def picture(workspace: Workspace, view: View, now: Period, then: Period) -> QImage:
    """The map of a period on paper, as all the panel may see it."""
    read = workspace.read_as(audiences.body_beside(workspace.reader()))
    places, panel = read.map_places(), read.panel()
    painting = MapPainter()
    painting.named = len(places)
    painting.take_outlines(read.outlines())
    painting.marks = marks(places, hot_spots(places, "place", now, then))
    words = f"{panel.name} · {now.words}, against {then.words}"
    with on_paper():
        return drawn(painting, view, panel.marking, words)


def drawn(painting: MapPainter, view: View, marking: str, words: str) -> QImage:
    """The picture, with the same ground in sight as the view has."""
    image = QImage(WIDE, TALL, QImage.Format.Format_RGB32)
    image.fill(look.current().colour("hover"))
    painter = QPainter(image)
    held = TALL - 2 * STRIP - KEY
    metres = max(view.wide * view.metres / WIDE, view.tall * view.metres / held)
    painter.save()
    painter.setClipRect(QRectF(0, STRIP, WIDE, held))
    painter.translate(0, STRIP)
    painting.paint(painter, View(view.middle, metres, WIDE, held))
    painter.restore()
    _paint_key(painter, STRIP + held, words)
    for top in (0, TALL - STRIP):
        paint_marking(painter, QRectF(0, top, WIDE, STRIP), marking)
    painter.end()
    return image


def _paint_key(painter: QPainter, top: float, words: str) -> None:
    """What the shapes stand for, and the period, on one line."""
    the_look = look.current()
    painter.fillRect(QRectF(0, top, WIDE, KEY), the_look.colour("card"))
    painter.setFont(the_look.font(12))
    metrics, left = the_look.metrics(12), 12.0
    for shape, (name, _) in SHAPES.items():
        painter.save()
        painter.translate(left + 8, top + KEY / 2)
        painter.scale(7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(the_look.colour("accent"))
        painter.drawPath(shape_path(shape))
        painter.restore()
        painter.setPen(the_look.colour("ink"))
        wide = metrics.horizontalAdvance(name)
        painter.drawText(QRectF(left + 22, top, wide + 4, KEY), MIDDLE, name)
        left += wide + 44
    rest = QRectF(left, top, WIDE - left - 12, KEY)
    painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
