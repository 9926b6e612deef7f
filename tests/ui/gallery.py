"""One page that shows every widget, and a window around it, for pictures and for tests."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import SimpleNamespace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.errors import Refusal
from ui.commands import Command
from ui.desk import Desk
from ui.forms import Form
from ui.pages.page import Page, PageEntry
from ui.rows import Column, RowsModel
from ui.widgets.banner import Banner, BusyBar, ConflictBar
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.date_edit import DateEdit
from ui.widgets.elapsed import Clock, ShareBar
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.labels import KeyHint, SectionHeading, Words
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList
from ui.widgets.steps import StepTabs
from ui.widgets.table import RowsTable
from ui.widgets.tag import Tag

TODAY = date(2026, 11, 12)
TITLES = (
    ("Today", ""), ("Referrals", ""), ("Children", ""), ("People and places", "People"),
    ("Agenda", ""), ("Meeting", ""), ("Actions", ""), ("Disruption", ""), ("Minutes", ""),
    ("Care plans", ""), ("Reports", ""), ("Settings", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Child:
    """An invented child of the tracker grid."""

    id: int
    initials: str
    category: str
    risk: str
    assessed: date | None
    missing: int
    worker: str


KINDS = {"High": "high", "Medium": "medium", "Low": "low", "Not assessed": "medium"}
COLUMNS = (
    Column[Child]("Child", lambda c: c.initials, width=8),
    Column[Child]("Category", lambda c: c.category, width=18),
    Column[Child]("Risk", lambda c: c.risk, kind=lambda c: KINDS[c.risk], width=14),
    Column[Child]("Assessed", lambda c: c.assessed, width=12),
    Column[Child]("Missing 90 d", lambda c: c.missing, right=True, width=8),
    Column[Child]("Lead professional", lambda c: c.worker, width=18, stretch=True),
)


def children(count: int = 40) -> list[Child]:
    """Give invented children."""
    return [
        Child(
            at,
            f"{chr(65 + at % 26)}.{chr(65 + at * 7 % 26)}.",
            ("CCE, county lines", "CSE", "Online", "Peer on peer")[at % 4],
            tuple(KINDS)[at % 4],
            TODAY - timedelta(days=at * 3) if at % 4 != 3 else None,
            at * 5 % 13,
            ("Kay Baines", "I. Varley", "Samuel Adeyemi-Featherstonehaugh")[at % 3],
        )
        for at in range(count)
    ]


class SampleStore:
    """A store in name only: what the frame asks of one."""

    def __init__(self) -> None:
        self.listeners: list = []
        self.file: object | None = object()
        self.undo_label: str | None = "Undo “Record action”"
        self.redo_label: str | None = None
        self.kept_at = datetime(2026, 11, 12, 10, 42, 7)
        self.clock = SimpleNamespace(now=lambda: datetime(2026, 11, 12, 10, 42, 7))
        self.undone = 0

    def subscribe(self, listener):
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def undo(self):
        self.undone += 1
        self.undo_label, self.redo_label = None, self.undo_label

    def redo(self):
        self.undo_label, self.redo_label = self.redo_label, None

    def announce(self, changes):
        for listener in list(self.listeners):
            listener(changes)


def sample_workspace() -> SimpleNamespace:
    """Give a workspace as far as the frame knows it; its passphrase is "open"."""
    return SimpleNamespace(
        store=SampleStore(),
        panel_name="Northmoor MACE",
        signed_in_name="R. Choudhury, chair",
        backup_note="Backup today 09:12",
        hear=lambda changes: None,
        read=SimpleNamespace(running_meeting=lambda: None),
        lock=lambda: None,
        seats=lambda: (),
        unlock=lambda passphrase: passphrase == "open",
    )


def read_sample_date(text: str) -> SimpleNamespace:
    """Understand "Fri" and ISO dates, as much as a picture needs."""
    if text.casefold().endswith("fri"):
        return SimpleNamespace(value=date(2026, 11, 20), warning=None)
    for form in ("%Y-%m-%d", "%d %b %Y"):
        try:
            return SimpleNamespace(value=datetime.strptime(text, form).date(), warning=None)
        except ValueError:
            continue
    return SimpleNamespace(value=None, warning=None)


class GalleryPage(Page):
    """Every widget once, in the states that matter."""

    title = "Children"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.say("40 on record")
        self.head.addWidget(Tag("Quorum ✓ council, police, health", "low"))
        self.head.addWidget(Tag("Finish forecast 12:38, 8 min over", "medium"))
        self.tools.addWidget(button("Look up", keys="Ctrl+K"))
        self.tools.addWidget(button("Panel display", look="primary", keys="F9"))
        columns = QHBoxLayout()
        columns.setSpacing(10)
        self.left, self.right = CardList("Widgets"), CardList("Forms")
        columns.addWidget(self.left, 3)
        columns.addWidget(self.right, 2)
        self.body.addLayout(columns)
        for card in (self._header(), self._returns(), self._table(), self._bars()):
            self.left.add(card)
        for card in (self._running_order(), self._form(), self._empty()):
            self.right.add(card)

    def commands(self):
        return (Command("filter", "Filter the children", "start_finding", "", where="Children"),)

    def start_finding(self) -> bool:
        self.table.start_finding()
        return True

    def _header(self) -> Card:
        card = Card("Aidan Ravenscroft", "15 · LCS620625", large=True)
        clock, used = Clock(), ShareBar("Time used")
        clock.set_time(461, 12)
        used.set_share(461 / 720)
        card.add_to_head(clock)
        card.add(used)
        card.add(
            Chips(
                [
                    "CP plan",
                    ("CCE", "accent"),
                    ("County lines", "accent"),
                    ("Risk: medium, rising ▲", "medium"),
                    "Missing 6 in 90 days",
                    ("2 RHI past 72 h", "high"),
                    ("NRM: not considered", "medium"),
                ]
            )
        )
        card.add(Words("Disruption of the adults and the address; advice on placement."))
        steps = StepTabs(("Presentation", "Agencies", "Analysis", "Risk", "Decision", "Agreed"))
        steps.set_done(frozenset({0}))
        steps.go_to(1)
        card.add(steps)
        return card

    def _returns(self) -> Card:
        card = Card("Police", "DI M. Underhill", "said")
        card.add(Chips([("Fact"), ("Intelligence", "medium")]))
        card.add(ConfirmInPlace("Remove line", "Remove this line?", reason=True))
        asking = ConfirmInPlace("Defer", "Defer this item?", "Defer it", reason=True)
        asking.ask()
        card.add(asking)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for keys, does in (("Ctrl+Down", "next item"), ("F5", "start the clock")):
            line.addWidget(KeyHint(keys, does))
            line.addWidget(Words(does, "soft", wrap=False))
        line.addStretch(1)
        card.add(row)
        return card

    def _table(self) -> Card:
        card = Card()
        self.model = RowsModel(COLUMNS, key=lambda child: child.id)
        self.model.set_rows(children())
        self.table = RowsTable(self.model, "Children", noun=("child", "children"))
        self.table.setMinimumHeight(320)
        self.table.go_to(2)
        card.add(self.table)
        return card

    def _bars(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for kind in ("accent", "high", "medium", "low"):
            column.addWidget(Banner(f"A message of kind {kind}, near what it speaks of.", kind))
        conflict = ConflictBar()
        column.addWidget(conflict)
        conflict.ask("Rationale", "The plan is working.", "The plan is working; review in May.")
        busy = BusyBar()
        column.addWidget(busy)
        busy.show_progress(3, 12, "Writing extracts")
        return holder

    def _running_order(self) -> Card:
        card = Card()
        rows = RowList("Running order")
        rows.show_lines(
            [
                Line("h1", "Running order", heading=True),
                Line("o", "Opening", "✓", right="5 / 5"),
                Line("a", "Actions from 1 Oct", "✓", right="16 / 15"),
                Line("h2", "Children", heading=True),
                Line("v1", "V1  L.Y.", "✓", right="11 / 12"),
                Line("v3", "V3  A.R.", "▶", right="7 / 12"),
                Line("v4", "V4  D-L.J.", right="12"),
                Line("v6", "V6  E.N.", "↷", soft="deferred", right="–"),
            ]
        )
        rows.go_to("v3")
        rows.setMinimumHeight(240)
        card.add(rows)
        return card

    def _form(self) -> Card:
        card = Card("Action")
        form = Form("Action")
        form.row("text", "What is to be done", QPlainTextEdit("Find out where D.P. is living."))
        form.field("text").setMaximumHeight(90)
        owners = Combo([(1, "Jayden O'Brien, Police"), (2, "Kay Baines, Health")], free=True)
        owners.set_value(1)
        form.row("owner", "Owner", owners, "One named person who is here or a member")
        due = DateEdit(read_sample_date, "Due")
        due.set_text("next Fri")
        form.row("due", "Due", due)
        form.section("How will we know")
        form.row("evidence", "Evidence of completion", QLineEdit())
        form.take_refusal(Refusal("Say how the panel will know that this is done.", "evidence"))
        card.add(form)
        card.add(SectionHeading("Actions", 2))
        return card

    def _empty(self) -> Card:
        card = Card()
        card.add(EmptyState("No returns yet.", "Ask the agencies: Ctrl+R", "Ask the agencies"))
        return card


def entries() -> list[PageEntry]:
    """Give the twelve pages of the navigation, each of them the gallery."""
    return [PageEntry(title.casefold(), title, GalleryPage, short) for title, short in TITLES]
