"""A time line as a picture for a paper: marking above and below, legend, every row in full."""

from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from models.records.timeline import Mark
from ui import look
from ui.pages.people.times import shapes
from ui.pages.people.times.content import Content
from ui.pages.people.times.drawing import drawn_marks, paint
from ui.pages.people.times.frame import Frame, Pointed, head_height, name_width
from ui.pages.picture_file import on_paper, paint_marking
from ui.widgets.dates import plain_date

LEAST_WIDE, TALLEST, RATIO = 1100, 4000, 2.0


def picture(shown: Frame, content: Content, marking: str, made_on: date) -> QImage:
    """What is in sight across, and all rows down, with marking and legend; on white, for paper."""
    with on_paper():
        return _picture(shown, content, marking, made_on)


def _picture(shown: Frame, content: Content, marking: str, made_on: date) -> QImage:
    the_look = look.current()
    edge, strip, legend = the_look.px(16), the_look.px(30), the_look.px(44)
    wide = max(shown.area.width(), LEAST_WIDE)
    row = min(shown.row, max((TALLEST - head_height()) // max(len(content.lanes), 1), 12))
    tall = head_height() + row * len(content.lanes) + 1
    whole = QRect(0, 0, wide + 2 * edge, 2 * strip + legend + tall + edge)
    made = QImage(round(whole.width() * RATIO), round(whole.height() * RATIO),
                  QImage.Format.Format_RGB32)  # fmt: skip
    made.setDevicePixelRatio(RATIO)
    made.fill(the_look.colour("card"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for top in (0, whole.height() - strip):
        paint_marking(painter, QRectF(0, top, whole.width(), strip), marking)
    _legend(painter, QRect(edge, strip, wide, legend), made_on)
    area = QRect(edge, strip + legend, wide, tall)
    paint(painter, _frame(shown, content, area, row), content, Pointed(), drawn_marks(RATIO))
    painter.end()
    return made


def _frame(shown: Frame, content: Content, area: QRect, row: int) -> Frame:
    """The same stretch of time as in the window, over the width of the picture."""
    names = name_width(content, area.width() // 4)
    since, until = shown.days()
    per_day = (area.width() - names) / max(until - since, 1)
    first = content.first.toordinal()
    return Frame(area, content.scale(per_day), names, head_height(), row,
                 round((since - first) * per_day))  # fmt: skip


def _legend(painter: QPainter, box: QRect, made_on: date) -> None:
    the_look = look.current()
    metrics, side = the_look.metrics(12), the_look.px(shapes.SIZE)
    painter.setFont(the_look.font(12))
    base = box.center().y() + (metrics.ascent() - metrics.descent()) // 2
    x = box.left()
    for mark in Mark:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shapes.draw(painter, mark, QRectF(x, box.center().y() - side / 2, side, side))
        painter.setPen(the_look.colour("ink"))
        painter.drawText(x + side + 6, base, mark.value)
        x += side + metrics.horizontalAdvance(mark.value) + the_look.px(22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(the_look.colour("soft"))
    said = f"Made {plain_date(made_on)}"
    painter.drawText(box.right() - metrics.horizontalAdvance(said), base, said)
