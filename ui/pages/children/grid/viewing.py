"""The line of views: which one is shown, keeping the present one, taking one away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.records.tracker import View
from models.rules.tracker.views import AT_START
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.combo import Combo

FIRST = "The usual view"
OWN, PANEL = "own", "panel"
KEEP = (
    Field("name", "Name of the view"),
    Field("whose", "Whose it is", "pick", ((OWN, "Mine alone"), (PANEL, "Everybody's"))),
)
LEFT_OUT = "The view is kept without what may name a child: typed words, and some filters."
SHORTEST, WIDEST = 12, 40
"""Letters that the choice of a view has room for."""
Key = tuple[str, str]


class Views(QWidget):
    """Which view is shown; `wanted` carries one that was chosen."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.views: dict[Key, View] = {}
        self.which = Combo((), "View")
        self.keep_button = button("Keep this view", None, keys="Alt+Shift+G")
        self.drop_button = button("Take this view away", self.drop)
        self.entry = EntryCard("Keep this view", KEEP, desk, self._keep)
        if not may(desk, "edit_settings"):
            self.entry.form.show_row("whose", False)
        self._now = View()
        self.which.changed.connect(self._chosen)

    def reload(self) -> None:
        """Read again which views there are."""
        kept = self._desk.workspace.read.tracker_views()
        self.views = {(PANEL if one.of_panel else OWN, one.name): one for one in kept}
        self.which.set_choices([
            (("", ""), FIRST),
            *((key, f"{one.name} (everybody's)" if one.of_panel else one.name)
              for key, one in self.views.items()),
        ])  # fmt: skip
        longest = max(len(self.which.itemText(at)) for at in range(self.which.count()))
        self.which.setMinimumContentsLength(min(max(longest, SHORTEST), WIDEST))
        if self.which.value() is None:
            self.which.set_value(("", ""))
        self._tell()

    def chosen(self) -> View | None:
        """The view that is shown as it was kept, where one was chosen."""
        return self.views.get(self.which.value())  # type: ignore[call-overload, no-any-return]

    def ask(self, now: View) -> None:
        """Ask under which name the tracker is kept as it stands now."""
        self._now = now
        known = self.chosen()
        whose = PANEL if known is not None and known.of_panel else OWN
        self.entry.ask({"name": known.name if known else None, "whose": whose})

    def go_to(self) -> None:
        """Put the hand on the choice."""
        self.which.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.which.showPopup()

    def drop(self) -> None:
        """Take the chosen view away; undo brings it back."""
        known = self.chosen()
        if known is None:
            return
        drop = self._desk.workspace.views.drop_view
        if self._desk.attempt(self.which, lambda: drop(known.name, of_panel=known.of_panel)):
            self._desk.notice.say("The view is taken away. Ctrl+Z brings it back.")

    def _keep(self, values: dict[str, object]) -> None:
        of_panel = values.get("whose") == PANEL
        now = self._now
        view = View(
            str(values.get("name", "")), now.columns, now.widths, now.shown, now.words,
            now.filters, now.sort, now.descending, of_panel,
        )  # fmt: skip
        self._desk.workspace.views.keep_view(view)
        self.reload()
        name = " ".join(view.name.split())
        self.which.set_value((PANEL if of_panel else OWN, name))
        self._tell()
        kept = self.chosen()
        less = bool(now.words) or kept is None or len(kept.filters) < len(now.filters)
        self._desk.notice.say(LEFT_OUT if less else "The view is kept.")

    def _chosen(self, key: object) -> None:
        self.wanted.emit(self.chosen() or AT_START)
        self._tell()

    def _tell(self) -> None:
        known = self.chosen()
        self.drop_button.setVisible(
            known is not None and (not known.of_panel or may(self._desk, "edit_settings"))
        )
