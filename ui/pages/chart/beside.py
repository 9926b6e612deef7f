"""What stands beside the picture: the same in words, ways between two, and groups."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QStackedWidget, QVBoxLayout, QWidget

from models.records.network import Network
from models.rules.network.groups import Cluster
from models.rules.network.paths import Way, shortest_ways
from ui import look
from ui.pages.chart.sentences import Sentences
from ui.pages.chart.telling import Telling
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel
from ui.widgets.steps import StepTabs

TABS = ("Links", "Way between two", "Groups")
WAY, GROUPS = 1, 2
HINT = "Choose two, or press W on one and then on the other."


class Beside(QWidget):
    """Three lists in words; what is chosen in one is shown in the picture."""

    chosen = Signal(object)
    """The key of a sentence: of a node, a tie, a way, a group or a pair."""
    opened = Signal(object)
    way_changed = Signal()
    turned = Signal(int)

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._telling = telling
        self._network = Network()
        self.ways: tuple[Way, ...] = ()
        self.tabs = StepTabs(TABS, "In words")
        self.links = Sentences("Who is linked with whom")
        self.way_list = Sentences("Ways between two")
        self.groups = Sentences("Groups, who stands between, who would join two")
        self.one, self.other = Combo((), "From"), Combo((), "To")
        self.hint, self.stack = SoftLabel(HINT), QStackedWidget()
        self._build()

    def show_network(
        self, network: Network, names: Sequence[tuple[object, str]], chosen: int | None
    ) -> None:
        """Tell another network, and stand where the one chosen is told of."""
        self._network = network
        for combo in (self.one, self.other):
            combo.set_choices(names)
        self.links.show_sentences(self._telling.links())
        self.point_to(chosen)
        self._find_ways()

    def show_groups(self, found: Sequence[Cluster]) -> None:
        """Tell the groups."""
        self.groups.show_sentences(self._telling.groups(found))

    def point_to(self, chosen: int | None) -> None:
        """Stand where somebody is told of."""
        self.links.stand_on(("node", chosen) if chosen is not None else None)

    def ask_way(self, node_id: int) -> None:
        """Take somebody as one end of a way: the first where none is asked, else the second."""
        self.tabs.go_to(WAY)
        if self.one.value() is None or self.other.value() is not None:
            self.one.set_value(node_id)
            self.other.set_value(None)
        else:
            self.other.set_value(node_id)
        self._find_ways()

    def drop_way(self) -> None:
        """Ask for no way."""
        self.one.set_value(None)
        self.other.set_value(None)
        self._find_ways()

    def _find_ways(self) -> None:
        ends = self.one.value(), self.other.value()
        # From somebody to themselves no way is asked for: another is still to be chosen.
        asked = all(isinstance(end, int) for end in ends) and ends[0] != ends[1]
        before = self.ways
        self.ways = (
            shortest_ways(self._network, *ends) if asked else ()  # type: ignore[arg-type]
        )
        self.hint.setVisible(not asked)
        self.way_list.show_sentences(self._telling.ways(self._network, self.ways, asked))
        if self.ways:
            self.way_list.stand_on(("way", 0))
        if self.ways != before:
            self.way_changed.emit()

    def _build(self) -> None:
        way = QWidget()
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.addRow("From", self.one)
        form.addRow("To", self.other)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addWidget(self.way_list, 1)
        for widget in (self.links, way, self.groups):
            self.stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tabs)
        outer.addWidget(self.stack, 1)
        self.setMinimumWidth(look.current().px(240))
        self.tabs.chosen.connect(self._turn)
        for combo in (self.one, self.other):
            combo.changed.connect(lambda _value: self._find_ways())
        for sentences in (self.links, self.way_list, self.groups):
            sentences.chosen_key.connect(self.chosen)
            sentences.opened_key.connect(self.opened)

    def _turn(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.turned.emit(at)
