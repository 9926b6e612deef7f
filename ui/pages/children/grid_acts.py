"""What is done in the tracker's grid by key: its commands, and the methods that they call."""

from pathlib import Path

from ui.commands import Command
from ui.desk import Desk
from ui.pages.behind_figure import Behind
from ui.pages.children.tracker import Tracker
from ui.pages.records.entering import EntryCard
from ui.widgets.shown_stack import ShownStack

WHERE = "Children"
GRID_COMMANDS = (
    Command("columns", "Choose columns", "choose_columns", "Alt+C", where=WHERE),
    Command("filter_column", "Filter by this column", "filter_column", "Alt+F", where=WHERE),
    Command("clear_filters", "Take all filters away", "clear_filters", "Alt+Shift+F", where=WHERE),
    Command("choose_view", "Choose a view", "choose_view", "Alt+G", where=WHERE),
    Command("keep_view", "Keep this view", "keep_view", "Alt+Shift+G", where=WHERE),
    Command("save_sheet", "Save the tracker as a sheet", "save_sheet", "Ctrl+S", where=WHERE),
    Command("who_not", "Who is not on this list", "who_is_not", "Alt+W", where=WHERE),
    Command("bring_back", "Bring a changed sheet back", "bring_back", "Alt+B", where=WHERE),
    *(
        Command(f"column_{way}", f"Move the column to the {way}", "move_column",
                f"Alt+Shift+{way.capitalize()}", where=WHERE, argument=way)
        for way in ("left", "right")
    ),
    *(
        Command(f"column_{how}", f"Make the column {how}", "size_column", f"Alt+Shift+{key}",
                where=WHERE, argument=how)
        for how, key in (("wider", "Up"), ("narrower", "Down"))
    ),
)  # fmt: skip
GRID_LETTERS = (
    ("the tracker", "Enter", "opens the child"),
    ("the tracker", "Shift+Space", "chooses the child's whole row"),
    ("the tracker", "F2", "writes in the cell; so does typing"),
    ("the tracker", "Del", "empties the chosen cells, after a look at them"),
    ("the tracker", "Ctrl+V", "pastes a block from a spreadsheet, after a look at it"),
    ("proposed changes", "Space", "ticks what is kept"),
    ("proposed changes", "Ctrl+Enter", "keeps what is ticked, as one step"),
    ("who is not on a list", "Y, N", "near names are, or are not, the same child"),
    ("the tracker", "Ctrl+C", "copies the chosen cells for a spreadsheet"),
    ("the tracker", "Ctrl+Shift+S", "sorts by the column stood on, and turns it round"),
)


class GridActs:
    """The grid's part of the page; nothing is done while a child is shown."""

    tracker: Tracker
    stack: ShownStack
    entry: EntryCard
    desk: Desk

    def add_grid_views(self) -> None:
        """Put what the grid opens beside it, and hear of it."""
        tracker, review, listing = self.tracker, self.tracker.review, self.tracker.listing
        for view in (review, listing):
            self.stack.addWidget(view)
            view.closed.connect(self.show_grid)
        tracker.reviewed.connect(self.show_review)
        tracker.comparing.connect(lambda: self.who_is_not())
        listing.opened.connect(lambda child_id: self.desk.go("children", child_id))
        listing.shown_in_grid.connect(self._show_of_list)
        listing.adding.connect(lambda said: self.entry.ask(said))

    def choose_columns(self) -> None:
        """Choose, move and size the tracker's columns."""
        if self._in_grid():
            self.tracker.choose_columns()

    def filter_column(self) -> None:
        """Filter by the column stood on."""
        if self._in_grid():
            self.tracker.filter_column()

    def clear_filters(self) -> None:
        """Take every filter away."""
        if self._in_grid():
            self.tracker.clear_filters()

    def choose_view(self) -> None:
        """Choose a view that was kept."""
        if self._in_grid():
            self.tracker.views.go_to()

    def keep_view(self) -> None:
        """Keep the tracker as it is looked at now."""
        if self._in_grid():
            self.tracker.keep_view()

    def move_column(self, way: str) -> None:
        """Move the column stood on to the left or right."""
        if self._in_grid():
            self.tracker.view.move_column(-1 if way == "left" else 1)

    def size_column(self, how: str) -> None:
        """Make the column stood on wider or narrower."""
        if self._in_grid():
            self.tracker.view.size_column(1 if how == "wider" else -1)

    def save_sheet(self) -> None:
        """Save the children and columns shown as a sheet."""
        if self._in_grid():
            self.tracker.sheets.save()

    def bring_back(self) -> None:
        """Bring a sheet back that was changed elsewhere."""
        if self._in_grid():
            self.tracker.sheets.bring_back()

    def who_is_not(self, path: Path | None = None) -> None:
        """Hold somebody else's list beside the children shown."""
        if self._in_grid():
            self.tracker.who_is_not()
            self.stack.setCurrentWidget(self.tracker.listing)
            if path is not None:
                self.tracker.listing.open_file(path)

    def take_dropped(self, path: Path) -> None:
        """Bring a sheet of the tracker back; any other file is a list to be held beside it."""
        if self._in_grid():
            self.tracker.sheets.bring_back(path, lambda: self.who_is_not(path))

    def show_review(self) -> None:
        """Show a set of changes that is looked at before it is kept."""
        self.stack.setCurrentWidget(self.tracker.review)

    def show_grid(self) -> None:
        """Go back to the grid from a review, where the hand was."""
        if self.stack.currentWidget() in (self.tracker.review, self.tracker.listing):
            self.stack.setCurrentWidget(self.tracker)
            self.tracker.view.setFocus()

    def _show_of_list(self, ids: tuple[int, ...], words: str) -> None:
        self.show_grid()
        today = self.desk.workspace.store.clock.today()
        self.tracker.show_behind(Behind(ids, words, today))

    def _in_grid(self) -> bool:
        return self.stack.currentWidget() is self.tracker
