"""The page of the link chart: its picture, its words, and what is asked of it."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from exports import filing
from models.rules import access
from models.rules.network.groups import Cluster, clusters
from models.rules.network.told import counted
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.chart.beside import GROUPS, Beside
from ui.pages.chart.bonds import Bond
from ui.pages.chart.filters import Filters, Toggle
from ui.pages.chart.plan import Plan
from ui.pages.chart.saving import png_of
from ui.pages.chart.signs import Signs
from ui.pages.chart.state import ChartState
from ui.pages.chart.telling import Telling
from ui.pages.chart.view import ChartView
from ui.pages.chart_asked import AGENDA, AROUND, EVERYTHING, Asked, agenda, around
from ui.pages.page import Page
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout

WHERE = "Link chart"
DEPTHS = tuple((at, f"{at} step{'' if at == 1 else 's'} far") for at in (1, 2, 3, 4))
TABLES = frozenset({
    "link", "subject", "child", "person_of_concern", "place", "peer_group", "vehicle", "phone",
    "online_account", "theme", "same_as", "agenda_item", "meeting", "attendance", "declaration",
    "assessment", "risk_judgement",
})  # fmt: skip
NOTHING = ("No links to show.", "Links are made on a record, or taken from papers.")
NOT_FOR_ALL = ("No links that everyone present may see.", "F4 shows what you may read.")


class ChartPage(Page):
    """Who is linked with whom; while a meeting runs, as everyone present may see it."""

    title = "Link chart"
    room_safe = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = ChartState(desk.workspace)
        self.telling = Telling(self.state, desk.workspace.store.clock.today)
        self.view, self.beside = ChartView(self._told), Beside(self.telling)
        self.filters = Filters(desk, self._last_panel)
        self.what, self.depth = Combo((), "What the chart shows"), Combo(DEPTHS, "How far")
        self.find = Combo((), "Find on the chart")
        self.focus, self.grouped = Toggle("Near only  O"), Toggle("Groups  G")
        self.empty, self.stack, self.signs = EmptyState(*NOTHING), QStackedWidget(), Signs()
        self._node: int | None = None
        self._bright: frozenset[int] | None = None
        self._way: frozenset[frozenset[int]] = frozenset()
        self._clusters: tuple[Cluster, ...] = ()
        self._build()

    def commands(self) -> Sequence[Command]:
        return (
            Command("chart_back", "Back to where the chart was opened", "go_back", "Alt+Left",
                    where=WHERE),
            Command("chart_fit", "Show the whole chart", "fit", "Ctrl+Shift+F", where=WHERE),
            Command("chart_arrange", "Arrange the chart anew", "arrange", where=WHERE),
            Command("chart_save", "Save the chart as a picture", "save", "Ctrl+S", where=WHERE),
            Command("chart_reveal", "Show names and all you may read; hide them again", "reveal",
                    "F4", where=WHERE),
            Command("chart_new", "New since the last panel", "show_new", where=WHERE),
            Command("chart_all", "Chart of everything", "show_everything", where=WHERE),
        )  # fmt: skip

    def letters(self) -> Sequence[tuple[str, str, str]]:
        return (
            (WHERE, "Arrows", "To the neighbour that lies there"),
            (WHERE, "Shift+arrows", "Move the sheet"),
            (WHERE, "PgUp, PgDown", "Nearer, farther"),
            (WHERE, "Return", "Open the record"),
            (WHERE, "+, -", "Show what follows, or hide it"),
            (WHERE, "C", "Centre the chart here"),
            (WHERE, "O", "Only those near, or all"),
            (WHERE, "W", "One end of a way, then the other"),
            (WHERE, "G", "Groups"),
            (WHERE, "F", "The whole chart"),
            (WHERE, "A", "Arrange anew"),
        )

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
            self._node = (
                self.state.whole.centres[0]
                if question.kind == AROUND and self.state.whole.centres
                else None
            )
            self._show(fit=True)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

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
        """Write the chart as a picture, as it stands, with its marking and what the signs mean."""
        if not self.state.drawn.nodes or not self.desk.allows(self, "export_documents"):
            return
        today = self.desk.workspace.store.clock.today()
        path = self.desk.dialogues.save_file(
            self, "Save the chart", f"link-chart-{today.isoformat()}.png", "Pictures (*.png)"
        )
        if path is not None:
            path = path if path.suffix else path.with_suffix(".png")
            words = counted(self.state.drawn)
            content = png_of(self._plan(), self._title(), words)
            if self.desk.attempt(self, filing.put, content, path):
                self.desk.notice.say("The chart is written.")

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
            self.desk.go("children" if node.kind == "child" else "people", node_id)

    def _expand(self, node_id: int) -> None:
        if self.state.expand(node_id):
            self._show()
        else:
            self.desk.notice.say("Nothing more is linked here.")

    def _collapse(self, node_id: int) -> None:
        if self.state.collapse(node_id):
            self._show()
        else:
            self.desk.notice.say("All that is linked here has other links as well.")

    def _centre(self, node_id: int) -> None:
        self.show_record(around(node_id, back=self.state.question.back))

    # what is shown

    def _show(self, *, fit: bool = False) -> None:
        self.filters.count(self.state.whole)
        drawn = self.state.drawn
        self._find_groups()
        names = [(node.id, self.state.called(node)) for node in drawn.nodes]
        self.find.set_choices(names)
        if self._node is not None and drawn.node(self._node) is None:
            self._node = None
        self._offer()
        words = NOT_FOR_ALL if self.state.in_room else NOTHING
        self.empty.say(*words)
        self.stack.setCurrentIndex(0 if drawn.nodes else 1)
        self.say(self._said())
        self.beside.show_network(drawn, names, self._node)
        self._redraw(fit=fit)

    def _said(self) -> str:
        rest = self.state.left_out
        left = f"; {rest} less linked are left out" if rest else ""
        return f"{self._title()} · {counted(self.state.drawn)}{left}"

    def _title(self) -> str:
        asked = self.state.question
        if asked.kind == AGENDA:
            return "Tonight's agenda" if self.state.meeting == asked.meeting_id else "The agenda"
        if asked.kind == AROUND:
            names = [
                self.state.called(node)
                for one in self.state.whole.centres
                if (node := self.state.whole.node(one)) is not None
            ]
            return f"Around {' and '.join(names)}" if names else "Around one record"
        return "Everything"

    def _plan(self) -> Plan:
        drawn = self.state.drawn
        shown = self.grouped.isChecked()
        return Plan(
            drawn,
            self.state.places,
            {node.id: self.state.called(node) for node in drawn.nodes},
            self._node,
            self._bright,
            self._way,
            [(one.ids, f"Group {one.number}") for one in self._clusters] if shown else (),
            self.state.more,
        )

    def _redraw(self, *, fit: bool = False) -> None:
        self._bright = self._seen()
        self.view.show_plan(self._plan(), fit=fit)

    def _seen(self) -> frozenset[int] | None:
        """Whom to see while the rest is dimmed: those on a way, or near the one chosen."""
        if self.beside.ways:
            return frozenset(one for way in self.beside.ways for one in way.ids)
        if self.focus.isChecked() and self._node is not None:
            return frozenset({self._node, *self.state.drawn.neighbours(self._node)})
        return None

    def _find_groups(self) -> None:
        if self.grouped.isChecked() or self.beside.tabs.current == GROUPS:
            self._clusters = clusters(self.state.drawn)
            self.beside.show_groups(self._clusters)

    def _choose(self, node_id: object) -> None:
        self._node = node_id if isinstance(node_id, int) else None
        self.beside.point_to(self._node)
        self._redraw()
        node = self.state.drawn.node(self._node) if self._node is not None else None
        if node is not None:
            self.view.bring_into_sight(node.id)
            ties = [self.telling.tie(tie, node.id) for tie in self.state.drawn.ties_of(node.id)]
            self.view.setAccessibleDescription(". ".join((self.telling.node(node), *ties)))

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
        self._find_groups()
        self._redraw()

    def _told(self, node_id: int | None, bond: Bond | None) -> str:
        if bond is not None:
            return self.telling.bond(bond)
        node = self.state.drawn.node(node_id) if node_id is not None else None
        return self.telling.node(node) if node is not None else ""

    def _last_panel(self) -> date | None:
        rows = self.desk.workspace.read.meetings()
        return max((one.held_on for one in rows if one.state == "closed"), default=None)

    # what is offered

    def _offer(self) -> None:
        asked, read = self.state.question, self.desk.workspace.read
        meeting = self.state.meeting or getattr(read.next_meeting(), "id", None)
        choices: list[tuple[object, str]] = [(EVERYTHING, "Everything")]
        if meeting is not None or asked.kind == AGENDA:
            running = self.state.meeting is not None
            choices.insert(0, (AGENDA, "Tonight's agenda" if running else "The next agenda"))
        if asked.kind == AROUND:
            choices.append((AROUND, self._title()))
        self.what.set_choices(choices)
        self.what.set_value(asked.kind)
        self.depth.setVisible(asked.kind != EVERYTHING)
        self._meeting = meeting
        reveals = access.may(self.desk.workspace.person.role, "reveal_in_room")
        self.revealing.setVisible(self.state.meeting is not None and reveals)
        self.revealing.setText(f"{'Hide' if self.state.revealed else 'Show'} names  F4")

    def _ask(self, kind: object) -> None:
        back = self.state.question.back
        if kind == EVERYTHING:
            self.show_record(Asked(back=back))
        elif kind == AGENDA and self._meeting is not None:
            self.show_record(agenda(self._meeting, back))

    def _go_far(self, depth: object) -> None:
        if isinstance(depth, int):
            self.state.deepen(depth)
            self._show(fit=True)

    def _filter(self) -> None:
        self.state.choose(self.filters.chosen())
        self._show()

    def _build(self) -> None:
        self.revealing = button("Show names", self.reveal, keys="F4")
        for widget in (
            button("Back", self.go_back, keys="Alt+Left"),
            self.revealing,
            button("Save as a picture", self.save, keys="Ctrl+S"),
        ):
            self.tools.addWidget(widget)
        row = QWidget()
        flow = FlowLayout(row, gap=6)
        for combo, width in ((self.what, 180), (self.depth, 110), (self.find, 180)):
            combo.setMinimumWidth(look.current().px(width))
            flow.addWidget(combo)
        line = self.find.lineEdit()
        if line is not None:
            line.setPlaceholderText("Find on the chart")
        for widget in (
            self.filters.sure,
            self.filters.when,
            *self.filters.days,
            _small("Fit  F", self.fit),
            _small("Arrange  A", self.arrange),
            self.focus,
            self.grouped,
        ):
            flow.addWidget(widget)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.stack, 1)
        column.addWidget(self.signs)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(10)
        beside.addWidget(left)
        beside.addWidget(self.beside)
        beside.setStretchFactor(0, 1)
        beside.setStretchFactor(1, 0)
        beside.setSizes([look.current().px(800), look.current().px(330)])
        for widget in (row, self.filters):
            self.body.addWidget(widget)
        self.body.addWidget(beside, 1)
        self.depth.set_value(1)
        self._connect()

    def _connect(self) -> None:
        self.what.changed.connect(self._ask)
        self.depth.changed.connect(self._go_far)
        self.find.changed.connect(self._choose)
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


def _small(words: str, press: Callable[[], object]) -> QPushButton:
    made = button(words, press, "step")
    made.setAccessibleName(words.split("  ")[0])
    return made
