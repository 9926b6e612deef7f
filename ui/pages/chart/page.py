"""The page of the link chart: its picture, its words, and what is asked of it."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ui.commands import Command
from ui.desk import Desk
from ui.pages.chart.beside import GROUPS
from ui.pages.chart.filters import small
from ui.pages.chart.keys import COMMANDS, LETTERS
from ui.pages.chart.leaving import picture_of
from ui.pages.chart.row_above import row_above
from ui.pages.chart.showing import Showing
from ui.pages.chart_asked import AGENDA, AROUND, EVERYTHING, Asked, agenda, around
from ui.pages.picture_file import save_picture
from ui.pages.records.record_page import page_of
from ui.widgets.buttons import button

TABLES = frozenset({
    "link", "subject", "child", "person_of_concern", "place", "peer_group", "vehicle", "phone",
    "online_account", "theme", "same_as", "agenda_item", "meeting", "attendance", "declaration",
    "assessment", "risk_judgement",
})  # fmt: skip


class ChartPage(Showing):
    """Who is linked with whom; while a meeting runs, as everyone present may see it."""

    title = "Link chart"
    room_safe = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build_tools()
        self._connect()

    def commands(self) -> Sequence[Command]:
        return COMMANDS

    def letters(self) -> Sequence[tuple[str, str, str]]:
        return LETTERS

    # what the window asks

    def reload(self) -> None:
        """Read again; what is drawn keeps its place."""
        self.state.read()
        self.filters.renew()
        self._show()

    def on_changed(self, changes: Any) -> None:
        if any(table in TABLES for table, _ in changes.touched):
            self.reload()

    def show_record(self, key: Hashable) -> None:
        """Show the chart that a question asks for, or the one around a record by its id."""
        question = around(key) if isinstance(key, int) else key
        if isinstance(question, Asked):
            self._node, self._bright = None, None
            self.focus.setChecked(False)
            self.beside.drop_way()
            self.state.ask(question)
            middle = self.state.whole.centres if question.kind == AROUND else ()
            self._node = next(iter(middle), question.pointed)
            self._show(fit=True)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_chart(self) -> Asked:
        return self.state.question

    def start_finding(self) -> bool:
        self.find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def hide_again(self) -> None:
        self.view.forget()
        if self.state.revealed:
            self.state.revealed = False
            self.reload()
        else:
            self._redraw()

    # what a person asks

    def go_back(self) -> None:
        """Go back to the page the chart was opened from."""
        self.desk.go(self.state.question.back)

    def fit(self) -> None:
        """Show all of it."""
        self.view.fit()

    def arrange(self) -> None:
        """Lay everything out anew."""
        self.state.arrange()
        self._show(fit=True)

    def show_new(self) -> None:
        """Show only what is new since the last panel."""
        if self._last_panel() is None:
            self.desk.notice.say("No panel has met yet.")
        self.filters.show_new()

    def show_everything(self) -> None:
        """Show every link there is."""
        self.show_record(Asked(back=self.state.question.back))

    def reveal(self) -> None:
        """Show names and all that may be read while a meeting runs; noted in its record."""
        if self.state.meeting is None:
            return
        if self.state.revealed:
            self.hide_again()
        elif self.desk.attempt(
            self, self.desk.workspace.conduct.reveal, self.state.meeting, self.title
        ):
            self.state.revealed = True
            self.reload()

    def save(self) -> None:
        """Write the chart as a picture, as it stands: by initials unless names are asked for."""
        if self.state.drawn.nodes:
            proposed = f"link-chart-{self.state.today.isoformat()}.png"
            save_picture(self.desk, self, "Save the chart", proposed, self._picture)

    def _picture(self) -> QImage:
        called = self.state.called if self.named.isChecked() else self.state.short
        read, title = self.desk.workspace.read, self._title(called)
        return picture_of(self._plan(), self.state, read, title, called)

    def _asked(self, what: str) -> None:
        """Do what a key asks of the one chosen."""
        node = self._node
        if what == "focus":
            self.focus.toggle()
        elif what == "groups":
            self.grouped.toggle()
        elif what == "arrange":
            self.arrange()
        elif what == "rest":
            self._rest()
        elif node is not None:
            {"open": self._open, "expand": self._expand, "collapse": self._collapse,
             "centre": self._centre, "way": self.beside.ask_way}[what](node)  # fmt: skip

    def _rest(self) -> None:
        """Leave what stands out, one after the other."""
        if self.beside.ways:
            self.beside.drop_way()
        elif self.focus.isChecked():
            self.focus.setChecked(False)
        else:
            self._choose(None)

    def _open(self, node_id: int) -> None:
        node = self.state.drawn.node(node_id)
        if node is not None:
            self.desk.go(page_of(node.kind), node_id)

    def _expand(self, node_id: int) -> None:
        before = {node.id for node in self.state.drawn.nodes}
        if self.state.expand(node_id):
            self._show()
            came = {node.id for node in self.state.drawn.nodes} - before
            if not self.view.sees(came):
                self.fit()
        else:
            self.desk.notice.say("Nothing more is linked here.")

    def _collapse(self, node_id: int) -> None:
        if self.state.collapse(node_id):
            self._show()
        else:
            self.desk.notice.say("All that is linked here has other links as well.")

    def _centre(self, node_id: int) -> None:
        asked = self.state.question
        self.show_record(around(node_id, back=asked.back, meeting_id=asked.meeting_id))

    # what is heard

    def _chosen_in_words(self, key: object) -> None:
        if isinstance(key, tuple) and key[0] in ("node", "tie"):
            self._node = key[1]
            self._redraw()
            self.view.bring_into_sight(key[1])
        elif isinstance(key, tuple) and key[0] == "pair":
            self._node = key[1]
            self._redraw()

    def _opened_in_words(self, key: object) -> None:
        if isinstance(key, tuple) and key[0] in ("node", "tie"):
            self._open(key[1])

    def _way_changed(self) -> None:
        self._way = frozenset(
            frozenset(pair)
            for way in self.beside.ways
            for pair in zip(way.ids, way.ids[1:], strict=False)
        )
        self._redraw()

    def _moved(self, node_id: int, place: Any) -> None:
        self.state.move(node_id, place)
        self._redraw()

    def _turned(self, at: int) -> None:
        if at == GROUPS:
            self._find_groups()
            self._redraw()

    def _focus(self, on: bool) -> None:
        self._redraw()
        if on and self._bright is not None:
            self.view.fit(self._bright)

    def _group(self) -> None:
        """Groups that are drawn are told beside it as well."""
        if self.grouped.isChecked():
            self.beside.tabs.go_to(GROUPS)
        self._find_groups()
        self._redraw()

    # what is chosen above it

    def _ask(self, kind: object) -> None:
        back = self.state.question.back
        if kind == EVERYTHING:
            self.show_record(Asked(back=back))
        elif kind == AGENDA and self._meeting is not None:
            self.show_record(agenda(self._meeting, back))

    def _found(self, found: object) -> None:
        """Choose who is on the chart, or centre it on whom the words mean."""
        if isinstance(found, str):
            found = self.state.looked_up(found)
            if found is None:
                self.desk.notice.say("Nobody and nothing you may see is called so.")
                return
        if isinstance(found, int):
            if self.state.drawn.node(found) is None:
                self._centre(found)
            else:
                self._choose(found)
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_far(self, depth: object) -> None:
        if isinstance(depth, int):
            self.state.deepen(depth)
            self._show(fit=True)

    def _filter(self) -> None:
        self.state.choose(self.filters.chosen())
        self._show()

    def _build_tools(self) -> None:
        self.revealing.clicked.connect(lambda _checked=False: self.reveal())
        for widget in (
            button("Back", self.go_back, keys="Alt+Left"),
            self.revealing,
            button("Save as a picture", self.save, keys="Ctrl+S"),
        ):
            self.tools.addWidget(widget)
        beside = (
            self.filters.sure,
            self.filters.when,
            *self.filters.days,
            small("Fit  F", self.fit),
            small("Arrange  A", self.arrange),
            self.focus,
            self.grouped,
            self.named,
        )
        self.body.insertWidget(0, row_above(self.what, self.depth, self.find, beside))
        self.depth.set_value(1)

    def _connect(self) -> None:
        self.what.changed.connect(self._ask)
        self.depth.changed.connect(self._go_far)
        self.find.changed.connect(self._found)
        self.filters.changed.connect(self._filter)
        self.focus.toggled.connect(self._focus)
        self.grouped.toggled.connect(lambda _on: self._group())
        self.view.chosen.connect(self._choose)
        self.view.moved.connect(self._moved)
        self.view.asked.connect(self._asked)
        self.beside.chosen.connect(self._chosen_in_words)
        self.beside.opened.connect(self._opened_in_words)
        self.beside.way_changed.connect(self._way_changed)
        self.beside.turned.connect(self._turned)
