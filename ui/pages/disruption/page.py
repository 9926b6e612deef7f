"""The disruption page: plans, what is in force, and what could be used."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget

from ui.commands import Command
from ui.desk import Desk
from ui.pages.disruption.arranged import ARRANGEMENTS, LIST
from ui.pages.disruption.catalogue import Catalogue
from ui.pages.disruption.plans import Plans
from ui.pages.disruption.register import COLUMNS, FILTERS, Register
from ui.pages.page import Page
from ui.pages.records.tips import Tips
from ui.room_list import RoomList
from ui.widgets.flow import Chips

HERE = "Disruption"


class DisruptionPage(Page):
    """Plans by person, place and group; the register; the catalogue with its legal bases."""

    title = HERE
    room_list = RoomList(
        lambda read: read.measures(),
        COLUMNS,
        frozenset({"Measure", "Against", "Breach or reason"}),
        ("measure", "measures"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chips = Chips(name="How measures stand")
        self.plans, self.register = Plans(desk), Register(desk)
        self.catalogue = Catalogue()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Plans, register and catalogue")
        self.tabs.tabBar().setAccessibleName("Plans, register and catalogue")
        for part, title in (
            (self.plans, "Plans"),
            (self.register, "Register of measures"),
            (self.catalogue, "Catalogue"),
        ):
            self.tabs.addTab(part, title)
        self.body.addWidget(self.chips)
        self.tips = Tips("prevention", "prevention and safer places")
        self.body.addWidget(self.tips)
        self.body.addWidget(self.tabs, 1)
        self.plans.measure_wanted.connect(self._show_measure)

    def commands(self) -> Sequence[Command]:
        return (
            Command("open_plan", "Open a disruption plan", "open_plan", "Ctrl+N", where=HERE),
            Command(
                "add_measure",
                "Add a measure to this plan",
                "add_measure",
                "Ctrl+Shift+M",
                where=HERE,
            ),
            Command(
                "plan_action",
                "Add an action to this plan",
                "add_action",
                "Ctrl+Shift+A",
                where=HERE,
            ),
            Command(
                "register_named",
                "Put the measure that an action names on the register",
                "register_named",
                "Ctrl+Return",
                where=HERE,
            ),
            Command("move_measure", "Move this measure on", "move_measure", "Ctrl+M", where=HERE),
            Command("show_plans", "Disruption plans", "show_plans", where=HERE),
            *(
                Command(
                    f"plans_{how}",
                    f"Disruption plans: {words}",
                    "arrange",
                    where=HERE,
                    argument=how,
                )
                for how, words in ARRANGEMENTS
            ),
            Command("show_register", "Register of measures", "show_register", where=HERE),
            *(
                Command(
                    f"register_{key}",
                    f"Measures: {FILTERS[key][0]}",
                    "filter_register",
                    where=HERE,
                    argument=key,
                )
                for key in ("in force", "expiring", "breached", "not pursued")
            ),
            Command("show_catalogue", "Catalogue of measures", "show_catalogue", where=HERE),
        )

    def reload(self) -> None:
        read = self.desk.workspace.read
        measures = read.measures()
        self.plans.show_plans(read.plans())
        self.register.show_measures(measures)
        self.catalogue.show_measures(read.catalogue())
        soon = sum(FILTERS["expiring"][1](row) for row in measures)
        breached = sum(FILTERS["breached"][1](row) for row in measures)
        in_force = sum(FILTERS["in force"][1](row) for row in measures)
        dropped = sum(FILTERS["not pursued"][1](row) for row in measures)
        waiting = sum(FILTERS["waiting"][1](row) for row in measures)
        self.register.named.show_named(read.named_measures())
        self.chips.show_tags(
            [
                f"{in_force:,} in force",
                (f"{soon:,} expiring in 30 days", "medium" if soon else "plain"),
                (f"{breached:,} breached", "high" if breached else "plain"),
                f"{waiting:,} agreed, considered or applied for",
                f"{dropped:,} considered, not pursued",
            ]
        )

    def show_record(self, key: Hashable) -> None:
        """Show a plan by its id, a measure by ("measure", id), or a filter of the register."""
        if isinstance(key, tuple):
            self._show_measure(key[1])
        elif key == "named":
            self.show_register()
        elif isinstance(key, str):
            self.show_register()
            self.register.choose_filter(key)
        else:
            self.show_plans()
            self.plans.go_to(key)

    def start_finding(self) -> bool:
        part: Any = self.tabs.currentWidget()
        if part is self.plans:
            self.plans.arrange(LIST)
        part.table.start_finding()
        return True

    def may_leave(self) -> bool:
        return self.plans.settle()

    def open_plan(self) -> None:
        """Ask for a new plan."""
        self.show_plans()
        self.plans.open_plan()

    def add_measure(self) -> None:
        """Ask for a measure of the chosen plan."""
        self.show_plans()
        if self.plans.panel.plan is None:
            self.desk.notice.say("Choose a plan first, or open one: Ctrl+N.")
        self.plans.panel.add_measure()

    def add_action(self) -> None:
        """Ask for an action of the chosen plan."""
        self.show_plans()
        self.plans.panel.add_action()

    def arrange(self, how: str) -> None:
        """Show the plans as a list, by strand or by VOLT."""
        self.show_plans()
        self.plans.arrange(how)

    def register_named(self) -> None:
        """Put the measure that an action names on the register."""
        self.show_register()
        self.register.named.take()

    def move_measure(self) -> None:
        """Go to the status of the chosen measure, or of the one whose line is in hand."""
        in_hand = self.plans.panel.measure_in_hand()
        self.show_register()
        if in_hand is not None:
            self.register.go_to(in_hand)
        if self.register.panel.row is None:
            self.desk.notice.say("Choose a measure first.")
        self.register.panel.begin()

    def filter_register(self, key: str) -> None:
        """Show only measures of one kind."""
        self.show_register()
        self.register.choose_filter(key)

    def show_plans(self) -> None:
        """Show the plans."""
        self.tabs.setCurrentWidget(self.plans)

    def show_register(self) -> None:
        """Show the register of measures."""
        self.tabs.setCurrentWidget(self.register)

    def show_catalogue(self) -> None:
        """Show the catalogue."""
        self.tabs.setCurrentWidget(self.catalogue)

    def _show_measure(self, measure_id: Hashable) -> None:
        self.show_register()
        self.register.go_to(measure_id)
