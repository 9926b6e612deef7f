"""What every page has: a title, a head, a body, its commands, and a way to hear of changes."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.commands import Bound, Command
from ui.desk import Desk
from ui.pages.chart_asked import Asked
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Heading, SoftLabel

if TYPE_CHECKING:
    from ui.room_list import RoomList, RoomPart


class Page(QWidget):
    """A page of the window. Subclasses set `title`, fill `body`, and answer the calls below.

    The window builds a page when it is first shown and calls `reload` then. While the page is
    shown it hears `on_changed`; while hidden it is reloaded on its next showing if anything moved.
    """

    title = ""
    whole_width = False
    """True for a page that wants the navigation's room too (the live room)."""
    room_safe = False
    """True for a page that may be seen by everyone present while a meeting runs."""
    room_list: "RoomList | None" = None
    """What its cover lists meanwhile, where everyone present may see some of it."""

    room_part: "Callable[[], RoomPart] | None" = None
    """What its cover shows instead of a list, where it has something of its own for the room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("look", "paper")
        self.setAccessibleName(self.title)
        self.heading = Heading(self.title)
        self.soft = SoftLabel(wrap=False)
        self.soft.hide()
        self.head = FlowLayout(gap=12)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.soft)
        self.tools = FlowLayout(gap=8)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(self.head, 1)
        row.addLayout(self.tools)
        column.addLayout(row)
        column.addLayout(self.body, 1)
        self.bound = Bound(self.commands(), self, self, wide=False)

    def say(self, soft: str) -> None:
        """Show soft words beside the title."""
        self.soft.setText(soft)
        self.soft.setVisible(bool(soft))

    def commands(self) -> Sequence[Command]:
        """Give what can be done on this page; `calls` names methods of the page."""
        return ()

    def letters(self) -> Sequence[tuple[str, str, str]]:
        """Give (list, keys, what they do) for the letters that act in lists of this page."""
        return ()

    def reload(self) -> None:
        """Read everything again."""

    def on_changed(self, changes: Any) -> None:
        """Hear of a commit while shown; the plain answer is to read again."""
        self.reload()

    def show_record(self, key: Hashable) -> None:
        """Go to one record on this page."""

    def start_finding(self) -> bool:
        """Put the cursor where this page is searched; False where it cannot be."""
        return False

    def on_chart(self) -> Asked | None:
        """Give what the link chart is to show of what stands here; None shows all there is."""
        return None

    def look_up(self) -> bool:
        """Look somebody up on this page; False where the window's own line does it."""
        return False

    def may_leave(self) -> bool:
        """Keep what is half-typed; False stays on the page."""
        return True

    def hide_again(self) -> None:
        """Hide what was revealed while a meeting runs: the page is left, or the window covered."""

    def idle_minutes(self, usual: int) -> int:
        """Give after how many idle minutes the window locks while this page is shown."""
        return usual


@dataclass(frozen=True)
class PageEntry:
    """A page in the navigation; it is built when it is first shown."""

    id: str
    title: str
    make: Callable[[Desk], Page]
    short: str = ""
    """The word for the narrow navigation, where the title is long."""
