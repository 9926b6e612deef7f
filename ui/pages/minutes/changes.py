"""What changed: while the chair had the minutes, and since each version before."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtWidgets import QTextBrowser

from ui import look
from ui.desk import Desk
from ui.tasks import Progress

NOTHING = "Nothing has changed."
NOT_KEPT = (
    "There is nothing to compare with yet. What the minutes say is kept as they go to the chair, "
    "as they come back and as they are approved."
)


class Changes(QTextBrowser):
    """The changes item by item, old words beside new ones; composed off the window's thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[int, object] | None = None
        self._found: tuple[Any, ...] | None = None
        # Its colours and sizes are written into the text: another look is another text.
        look.current().changed.connect(self._tell)
        self.setAccessibleName("What changed")
        self.setOpenLinks(False)

    def forget(self) -> None:
        """Something has moved: compare again when it is looked at."""
        self._shown = None

    def show_of(self, meeting_id: int, version: object) -> None:
        """Show what changed in a meeting's minutes."""
        if self._shown == (meeting_id, version):
            return
        self._shown = (meeting_id, version)
        workspace = self._desk.workspace

        def compare(_progress: Progress) -> tuple[Any, ...]:
            from exports import versions

            return versions.changes(workspace, meeting_id)

        def done(found: tuple[Any, ...]) -> None:
            if self._shown == (meeting_id, version):
                self._found = found
                self._tell()

        self._desk.tasks.run(compare, done, lambda _error: self.forget())

    def _tell(self) -> None:
        if self._found is not None:
            self.setHtml(html_of(self._found))


def html_of(found: Sequence[Any]) -> str:
    """The changes as calm text: a sign and a word tell old from new, never colour alone."""
    told = "".join(_since(one) for one in found) or f'<p class="quiet">{NOT_KEPT}</p>'
    the_look = look.current()
    soft = the_look.colour("soft").name()
    sizes = f"font-size: {the_look.px(14)}px;"
    heads = f"h2 {{ font-size: {the_look.px(17)}px; }} h3 {{ font-size: {the_look.px(14)}px; }}"
    return f"<style>body {{ {sizes} }} {heads} .quiet {{ color: {soft}; }}</style>{told}"


def _since(one: Any) -> str:
    parts = "".join(_part(part) for part in one.parts) or f'<p class="quiet">{NOTHING}</p>'
    steps = f'<p class="quiet">{escape(one.steps)}</p>' if one.steps else ""
    return f"<h2>{escape(one.words)}</h2>{steps}{parts}"


def _part(part: Any) -> str:
    return f"<h3>{escape(part.title)}</h3>" + "".join(map(_change, part.changes))


def _change(change: Any) -> str:
    if change.was is None:
        return f"<p><b>New:</b> {escape(change.now)}</p>"
    if change.now is None:
        return f'<p><b>Taken out:</b> <span class="quiet">{escape(change.was)}</span></p>'
    was = f'<b>Was:</b> <span class="quiet">{escape(change.was)}</span>'
    return f"<p>{was}<br><b>Now:</b> {escape(change.now)}</p>"
