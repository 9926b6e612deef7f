"""Painting a time line: clusters, one row a subject; for the window and for a picture alike."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from models.records.timeline import Cluster, Gap, Happening, Mark
from ui import look
from ui.pages.people.times import shapes
from ui.pages.people.times.content import Content, Lane
from ui.pages.people.times.frame import Frame, Pointed, calendar, in_sight, ring_centre
from ui.pages.people.times.heading import paint_head, paint_names

MARK_GAP = 2
"""Two marks of a kind nearer than so many pixels are painted as one."""
Marks = dict[Mark, QPixmap]


def drawn_marks(ratio: float) -> Marks:
    """The marks drawn once in the look in force, for a screen of that many pixels."""
    return {mark: shapes.pixmap(mark, ratio) for mark in Mark}


def paint(
    painter: QPainter,
    frame: Frame,
    content: Content,
    pointed: Pointed,
    marks: Marks,
    *,
    focus: bool = False,
) -> None:
    """Paint everything that is in sight."""
    the_look = look.current()
    painter.fillRect(frame.area, the_look.colour("card"))
    beyond = frame.top(len(content.lanes)) + 1
    below = frame.area.adjusted(0, max(beyond - frame.area.top(), 0), 0, 0)
    painter.fillRect(below, the_look.colour("paper"))
    painter.setClipRect(frame.area.adjusted(0, frame.head, 0, 0))
    _rows(painter, frame, content, pointed)
    painter.setClipRect(frame.times)
    _calendar_lines(painter, frame, content)
    _cluster_bands(painter, frame, content, pointed)
    for at in frame.rows(len(content.lanes)):
        _gaps(painter, frame, at, content.lanes[at])
        _bars(painter, frame, at, content.lanes[at])
        _marks(painter, frame, at, content.lanes[at], marks)
    _ring(painter, frame, content, pointed, focus=focus)
    painter.setClipRect(frame.area)
    paint_names(painter, frame, content, pointed)
    paint_head(painter, frame, content, pointed)
    painter.setClipping(False)


def _rows(painter: QPainter, frame: Frame, content: Content, pointed: Pointed) -> None:
    the_look = look.current()
    line = QPen(the_look.colour("line"), 1)
    for at in frame.rows(len(content.lanes)):
        if at == pointed.at:
            row = QRect(frame.area.left(), frame.top(at), frame.area.width(), frame.row)
            painter.fillRect(row, the_look.colour("hover"))
        painter.setPen(line)
        below = frame.top(at) + frame.row
        painter.drawLine(frame.area.left(), below, frame.area.right(), below)


def _calendar_lines(painter: QPainter, frame: Frame, content: Content) -> None:
    the_look = look.current()
    light, heavy = the_look.colour("line"), the_look.colour("edge")
    bottom = min(frame.top(len(content.lanes)), frame.area.bottom())
    for tick, x in calendar(frame):
        painter.setPen(QPen(heavy if tick.heavy else light, 1))
        painter.drawLine(int(x), frame.times.top(), int(x), bottom)
    x = frame.x(content.today.toordinal() + 0.5)
    painter.setPen(QPen(the_look.colour("accent"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(int(x), frame.times.top(), int(x), bottom)


def _cluster_bands(painter: QPainter, frame: Frame, content: Content, pointed: Pointed) -> None:
    """A ground under what came together; the one that is chosen is joined by a line as well."""
    the_look = look.current()
    ground, edge = the_look.colour("medium_ground"), the_look.colour("medium")
    for one, left, width in in_sight(frame, content):
        rows = sorted(content.places[each] for each in one.subject_ids)
        for at in rows:
            painter.fillRect(QRectF(left, frame.top(at) + 2, width, frame.row - 3), ground)
        if pointed.what is one:
            painter.setPen(QPen(edge, 2))
            x = int(left + width / 2)
            painter.drawLine(x, frame.times.top(), x, frame.top(rows[0]))
            for above, below in pairwise(rows):
                painter.drawLine(x, frame.top(above + 1), x, frame.top(below))


def _gaps(painter: QPainter, frame: Frame, at: int, lane: Lane) -> None:
    the_look = look.current()
    metrics, soft = the_look.metrics(11), the_look.colour("soft")
    since, until = frame.days()
    y = frame.middle(at, 1)
    painter.setFont(the_look.font(11))
    for one in lane.gaps:
        first, last = one.since.toordinal() + 1, one.until.toordinal()
        if last < since or first > until:
            continue
        left, right = int(frame.x(first)) + 4, int(frame.x(last)) - 4
        painter.setPen(QPen(soft, 1, Qt.PenStyle.DashLine))
        painter.drawLine(left, y, right, y)
        # In the middle of what of it is in sight.
        inside = max(left, frame.times.left()), min(right, frame.times.right())
        words = f"{one.weeks} weeks nothing"
        if metrics.horizontalAdvance(words) + 16 > inside[1] - inside[0]:
            words = f"{one.weeks} w"
        wide = metrics.horizontalAdvance(words)
        if wide + 12 <= inside[1] - inside[0]:
            x = (inside[0] + inside[1] - wide) // 2
            clear = QRect(x - 4, y - metrics.height() // 2, wide + 8, metrics.height())
            painter.fillRect(clear, the_look.colour("card"))
            painter.drawText(x, y + (metrics.ascent() - metrics.descent()) // 2, words)


def _bars(painter: QPainter, frame: Frame, at: int, lane: Lane) -> None:
    the_look = look.current()
    since, until = frame.days()
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in lane.bars:
        if bar.until + 1 < since or bar.since > until:
            continue
        left, right = frame.x(bar.since), frame.x(bar.until + 1)
        middle = frame.middle(at, shapes.lane(bar.mark))
        tall = the_look.px(10 if bar.mark is Mark.EPISODE else 3)
        box = QRectF(left, middle - tall / 2, max(right - left, 4), tall)
        painter.setBrush(_fading(bar.mark) if bar.lasts else shapes.colour(bar.mark))
        painter.drawRect(box)
        if bar.lasts:
            painter.setBrush(shapes.colour(bar.mark))
            painter.drawRect(QRectF(left, box.top(), 3, tall))


def _fading(mark: Mark) -> QColor:
    """What is not known to have ended is paler."""
    pale = QColor(shapes.colour(mark))
    pale.setAlphaF(0.45)
    return pale


def _marks(painter: QPainter, frame: Frame, at: int, lane: Lane, marks: Marks) -> None:
    since, until = frame.days()
    half = (look.current().px(shapes.SIZE) + 2) // 2
    origin = frame.x(0) + frame.scale.per_day / 2 - half
    per_day, put = frame.scale.per_day, painter.drawPixmap
    slack = half / per_day
    for mark, days in lane.marks:
        low, high = bisect_left(days, since - slack), bisect_right(days, until + slack)
        pixmap, y, last = marks[mark], frame.middle(at, shapes.lane(mark)) - half, -99
        for day in days[low:high]:
            x = int(origin + day * per_day)
            if x - last >= MARK_GAP:
                put(x, y, pixmap)
                last = x


def _ring(
    painter: QPainter, frame: Frame, content: Content, pointed: Pointed, *, focus: bool
) -> None:
    """A ring round what is chosen."""
    the_look, one = look.current(), pointed.what
    painter.setPen(QPen(the_look.colour("accent" if focus else "edge"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(one, Happening) and pointed.at >= 0:
        x, y = ring_centre(frame, pointed.at, one)
        side = the_look.px(shapes.SIZE) + 6
        painter.drawRoundedRect(QRectF(x - side / 2, y - side / 2, side, side), 4, 4)
    elif isinstance(one, Gap) and pointed.at >= 0:
        left, right = frame.x(one.since.toordinal() + 1), frame.x(one.until.toordinal())
        box = QRectF(left, frame.top(pointed.at) + 3, right - left, frame.row - 6)
        painter.drawRoundedRect(box, 4, 4)
    elif isinstance(one, Cluster):
        for each, left, width in in_sight(frame, content):
            if each is one:
                for at in (content.places[who] for who in one.subject_ids):
                    painter.drawRect(QRectF(left, frame.top(at) + 2, width, frame.row - 3))
