"""What the chart's page shows: the picture, the words beside it, and what may be asked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.records.network import Node
from models.rules import access
from models.rules.network.groups import Cluster, clusters
from ui import look
from ui.desk import Desk
from ui.pages.chart.beside import GROUPS, Beside
from ui.pages.chart.bonds import Bond
from ui.pages.chart.filters import Filters
from ui.pages.chart.plan import Plan
from ui.pages.chart.signs import Signs
from ui.pages.chart.state import ChartState
from ui.pages.chart.telling import Telling
from ui.pages.chart.view import ChartView
from ui.pages.chart_asked import AGENDA, AROUND, EVERYTHING
from ui.pages.page import Page
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.toggle import Toggle

DEPTHS = tuple((at, f"{at} step{'' if at == 1 else 's'} far") for at in (1, 2, 3, 4))
NOTHING = ("No links to show.", "Links are made on a record, or taken from papers.")
NOT_FOR_ALL = ("No links that everyone present may see.", "F4 shows what you may read.")


class Showing(Page):
    """A page that shows the chart as its state says, in the picture and in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = ChartState(desk.workspace)
        self.telling = Telling(self.state, desk.workspace.store.clock.today)
        self.view, self.beside = ChartView(self._told), Beside(self.telling)
        self.filters = Filters(desk, self._last_panel)
        self.what, self.depth = Combo((), "What the chart shows"), Combo(DEPTHS, "How far")
        self.find = Combo((), "Find on the chart, or centre it on anybody", free=True)
        self.focus, self.grouped = Toggle("Near only  O"), Toggle("Groups  G")
        self.named = Toggle("Names in the picture")
        self.named.setToolTip("Save as a picture writes names; else initials")
        self.empty, self.stack, self.signs = EmptyState(*NOTHING), QStackedWidget(), Signs()
        self.revealing = button("Show names", keys="F4")
        self._node: int | None = None
        self._bright: frozenset[int] | None = None
        self._way: frozenset[frozenset[int]] = frozenset()
        self._clusters: tuple[Cluster, ...] = ()
        self._build()

    # what is shown

    def _show(self, *, fit: bool = False) -> None:
        self.filters.count(self.state.within)
        drawn = self.state.drawn
        self._find_groups()
        names = [(node.id, self.state.called(node)) for node in self.state.listed]
        if self.state.in_room and not self.find.half_typed:
            self.find.set_value(None)  # whoever was found in whole may not be for everybody
        self.find.set_choices(names)
        if self._node is not None and drawn.node(self._node) is None:
            self._node = None
        self._offer()
        self.empty.say(*self._why_nothing())
        self.stack.setCurrentIndex(0 if drawn.nodes else 1)
        self.say(self._said())
        self.beside.show_network(drawn, names, self._node)
        self._redraw(fit=fit)

    def _why_nothing(self) -> tuple[str, str]:
        """What is said where nothing is drawn: which filter hides it, if one does."""
        hidden = len(self.state.within.ties)
        if hidden and (chosen := self.filters.words()):
            links = f"{hidden:,} link{'' if hidden == 1 else 's'}"
            return (
                f"Nothing to show with {chosen}.",
                f"That hides {links}: choose otherwise above.",
            )
        return NOT_FOR_ALL if self.state.in_room else NOTHING

    def _said(self) -> str:
        rest = self.state.left_out
        left = f"; {rest:,} less linked are left out" if rest else ""
        links = len(self.state.drawn.ties)
        return f"{self._title()} · {links:,} {'link' if links == 1 else 'links'}{left}"

    def _title(self, called: Callable[[Node], str] | None = None) -> str:
        asked = self.state.question
        if asked.kind == AGENDA:
            return "Today's agenda" if self.state.meeting == asked.meeting_id else "The agenda"
        if asked.kind == AROUND:
            names = [
                (called or self.state.called)(node)
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
        self._describe()
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
        if self._node is not None:
            self.view.bring_into_sight(self._node)

    def _describe(self) -> None:
        """What a screen reader says of the picture: the one chosen with its links."""
        node = self.state.drawn.node(self._node) if self._node is not None else None
        ties = self.state.drawn.ties_of(node.id) if node is not None else ()
        said = [self.telling.tie(tie, node.id) for tie in ties] if node is not None else []
        words = ". ".join((self.telling.node(node), *said)) if node is not None else ""
        self.view.setAccessibleDescription(words)

    def _told(self, node_id: int | None, bond: Bond | None) -> str:
        if bond is not None:
            return self.telling.bond(bond)
        node = self.state.drawn.node(node_id) if node_id is not None else None
        return self.telling.node(node) if node is not None else ""

    def _last_panel(self) -> date | None:
        rows = self.desk.workspace.read.meetings()
        return max((one.held_on for one in rows if one.state == "closed"), default=None)

    def _offer(self) -> None:
        asked, read = self.state.question, self.desk.workspace.read
        meeting = self.state.meeting or getattr(read.next_meeting(), "id", None)
        choices: list[tuple[object, str]] = [(EVERYTHING, "Everything")]
        if meeting is not None or asked.kind == AGENDA:
            running = self.state.meeting is not None
            choices.insert(0, (AGENDA, "Today's agenda" if running else "The next agenda"))
        if asked.kind == AROUND:
            choices.append((AROUND, self._title()))
        self.what.set_choices(choices)
        self.what.set_value(asked.kind)
        self.depth.setVisible(asked.kind != EVERYTHING)
        self._meeting = meeting
        reveals = access.may(self.desk.workspace.person.role, "reveal_in_room")
        self.revealing.setVisible(self.state.meeting is not None and reveals)
        self.revealing.setText(f"{'Hide' if self.state.revealed else 'Show'} names  F4")

    def _build(self) -> None:
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
        self.body.addWidget(self.filters)
        self.body.addWidget(beside, 1)
