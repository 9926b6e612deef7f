"""The edges of a time line: names at the left, calendar and clusters above."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui import look
from ui.pages.people.times.content import Content
from ui.pages.people.times.frame import Frame, Pointed, calendar, in_sight


def paint_names(painter: QPainter, frame: Frame, content: Content, pointed: Pointed) -> None:
    """Paint the names of the rows in sight."""
    the_look = look.current()
    metrics = the_look.metrics(13, 600)
    side = QRect(
        frame.area.left(), frame.area.top() + frame.head, frame.names, frame.times.height()
    )
    painter.setClipRect(side)
    painter.setFont(the_look.font(13, 600))
    for at in frame.rows(len(content.lanes)):
        box = QRect(side.left(), frame.top(at), frame.names, frame.row - 1)
        ground = "accent_ground" if at == pointed.at else "card"
        painter.fillRect(box, the_look.colour(ground))
        name = metrics.elidedText(
            content.lanes[at].name, Qt.TextElideMode.ElideRight, frame.names - the_look.px(16)
        )
        painter.setPen(the_look.colour("ink"))
        inside = box.adjusted(the_look.px(8), 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
    painter.setClipRect(frame.area)
    painter.setPen(the_look.colour("edge"))
    x = frame.area.left() + frame.names
    bottom = min(frame.area.bottom(), frame.top(len(content.lanes)))
    painter.drawLine(x, frame.area.top(), x, bottom)


def paint_head(painter: QPainter, frame: Frame, content: Content, pointed: Pointed) -> None:
    """Paint the calendar, and under it how many each cluster holds."""
    the_look = look.current()
    metrics = the_look.metrics(12)
    head = QRect(frame.area.left(), frame.area.top(), frame.area.width(), frame.head)
    painter.fillRect(head, the_look.colour("paper"))
    painter.setPen(the_look.colour("edge"))
    painter.drawLine(head.left(), head.bottom(), head.right(), head.bottom())
    painter.setClipRect(head.adjusted(frame.names, 0, 0, 0))
    base = head.top() + metrics.ascent() + the_look.px(3)
    painter.setFont(the_look.font(12))
    for tick, x in calendar(frame):
        if x >= frame.times.left() - 3:
            painter.setPen(the_look.colour("ink" if tick.heavy else "soft"))
            painter.drawText(int(x) + 3, base, tick.words)
    _badges(painter, frame, content, pointed)
    painter.setClipRect(head)
    if content.clusters and frame.names > 0:
        painter.setFont(the_look.font(12))
        painter.setPen(the_look.colour("soft"))
        base = head.bottom() - the_look.px(5) - metrics.descent()
        words = metrics.elidedText(
            "Clusters", Qt.TextElideMode.ElideRight, frame.names - the_look.px(12)
        )
        painter.drawText(head.left() + the_look.px(8), base, words)


def _badges(painter: QPainter, frame: Frame, content: Content, pointed: Pointed) -> None:
    """How many each cluster holds, over where it stands; those too near are one line less."""
    the_look = look.current()
    metrics = the_look.metrics(12, 600)
    tall, last = metrics.height(), -1e9
    top = frame.area.top() + frame.head - tall - the_look.px(4)
    painter.setFont(the_look.font(12, 600))
    for one, left, width in in_sight(frame, content):
        words = str(len(one.subject_ids))
        wide = metrics.horizontalAdvance(words) + the_look.px(10)
        x = left + width / 2 - wide / 2
        chosen = pointed.what is one
        if x < last + 2 and not chosen:
            continue
        box = QRectF(x, top, wide, tall)
        painter.setPen(QPen(the_look.colour("medium"), 2 if chosen else 1))
        painter.setBrush(the_look.colour("medium_ground"))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        last = x + wide
