"""A picture that goes into a file: light as paper, its marking on a strip, whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from exports import logged_with
from models.workspace import Workspace
from ui import look
from ui.desk import Desk

KINDS = "Pictures (*.png)"
WRITTEN, READER = "The picture is written.", "Whoever saved it"


def save_picture(
    desk: Desk, near: QWidget, title: str, proposed: str, made: Callable[[], QImage]
) -> None:
    """Ask where a picture goes and write it there; for those who may make documents alone."""
    if not desk.allows(near, "export_documents"):
        return
    to = desk.dialogues.save_file(near, title, proposed, KINDS)
    if to is None:
        return
    path = to if to.suffix else to.with_suffix(".png")
    if desk.attempt(near, _write, desk.workspace, _png(made()), path, proposed):
        desk.notice.say(WRITTEN)


def _write(workspace: Workspace, blob: bytes, path: Path, proposed: str) -> None:
    """Write a picture, and log it by the name that was proposed: what is typed may hold a name."""
    logged_with.put(workspace, blob, path, proposed, READER)


@contextmanager
def on_paper() -> Iterator[None]:
    """While it lasts, what is painted is in the light colours, whatever the window's are."""
    the_look = look.current()
    before = (the_look.theme, the_look.tokens, the_look.scale, the_look.family)
    the_look.take(the_look.theme, look.LIGHT, the_look.scale, the_look.family)
    try:
        yield
    finally:
        the_look.take(*before)


def paint_marking(painter: QPainter, strip: QRectF, marking: str) -> None:
    """Paint a strip with the panel's marking in its middle."""
    the_look = look.current()
    painter.fillRect(strip, the_look.colour("strip"))
    painter.setPen(the_look.colour("strip_ink"))
    painter.setFont(the_look.font(13, 600))
    painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, marking)


def _png(image: QImage) -> bytes:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")
    return bytes(held.data().data())
