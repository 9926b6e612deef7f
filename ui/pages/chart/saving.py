"""The chart as a picture for a paper: its marking above, what the signs mean below."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from ui import look
from ui.pages.chart.drawing import Drawing
from ui.pages.chart.ink import Ink
from ui.pages.chart.plan import Plan
from ui.pages.chart.shapes import TITLES, key_picture
from ui.pages.chart.signs import paint_signs, signs_height
from ui.pages.picture_file import on_paper, paint_marking

SHARP = 2.0
SIDE, STRIP, HEAD, FOOT, LEAST = 24, 24, 84, 56, 760
MOST = 6000
"""Pixels of the longest side, so that a picture of hundreds still opens anywhere."""


def picture(plan: Plan, marking: str, title: str, words: str) -> QImage:
    """The plan on paper, with marking, title, and a legend."""
    with on_paper():
        return _picture(plan, marking, title, words)


def _picture(plan: Plan, marking: str, title: str, words: str) -> QImage:
    ink, zoom = Ink(SHARP), 1.0
    drawing = Drawing(plan, zoom, ink)
    longest = max(drawing.bounds().width(), drawing.bounds().height())
    if longest * SHARP > MOST:
        drawing = Drawing(plan, MOST / SHARP / longest, ink)
    bounds = drawing.bounds()
    width = max(bounds.width() + 2 * SIDE, LEAST)
    foot = FOOT + signs_height(width - 2 * SIDE)
    height = bounds.height() + HEAD + foot
    image = QImage(round(width * SHARP), round(height * SHARP), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(look.current().colour("card"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_marking(painter, QRectF(0, 0, width, STRIP), marking)
    _head(painter, width, title, words)
    painter.save()
    painter.translate((width - bounds.width()) / 2 - bounds.x(), HEAD - bounds.y())
    drawing.paint(painter, bounds)
    painter.restore()
    kinds = dict.fromkeys(node.kind for node in plan.network.nodes)
    _legend(painter, QRectF(SIDE, height - foot, width - 2 * SIDE, foot), list(kinds))
    painter.end()
    return image


def _head(painter: QPainter, width: float, title: str, words: str) -> None:
    the_look = look.current()
    painter.setPen(the_look.colour("ink"))
    place = QRectF(SIDE, 30, width - 2 * SIDE, 30)
    for said, size, weight in ((title, 14, 600), (words, 12, 400)):
        painter.setFont(the_look.font(size, weight))
        cut = the_look.metrics(size, weight).elidedText(
            said, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
        place.translate(0, 24)


def _legend(painter: QPainter, place: QRectF, kinds: Sequence[str]) -> None:
    """The shapes in a first row, what the signs mean below."""
    the_look = look.current()
    painter.setFont(the_look.font(12))
    painter.setPen(QPen(the_look.colour("line"), 1))
    painter.drawLine(place.topLeft(), place.topRight())
    metrics = the_look.metrics(12)
    x, y = place.x(), place.y() + 22.0
    for kind in (one for one in TITLES if one in kinds):
        painter.drawPixmap(QPointF(x, y - 9), key_picture(kind, 18, SHARP))
        painter.setPen(the_look.colour("ink"))
        painter.drawText(QPointF(x + 22, y + 4), TITLES[kind])
        x += 40 + metrics.horizontalAdvance(TITLES[kind])
    paint_signs(painter, place.x(), y + 20, place.width())
