"""The catalogue of measures: what it is, on what law, who applies, against whom."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.codes import MeasureType
from ui.rows import Column, RowsModel
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

TARGETS = {
    "C": "child protection",
    "P": "person",
    "L": "place",
    "N": "network",
    "V": "vehicle, phone or online",
    "B": "business or licence",
}
COLUMNS = (
    Column[MeasureType]("Measure", lambda m: m.name, width=26, stretch=True),
    Column[MeasureType]("Group", lambda m: m.group, width=16),
    Column[MeasureType]("Who applies", lambda m: m.applicant, width=16),
    Column[MeasureType]("Against", lambda m: _targets(m), width=16),
    Column[MeasureType](
        "Law", lambda m: m.status,
        kind=lambda m: "" if m.status == "in force" else "medium", width=18,
    ),
    Column[MeasureType]("Legal basis", lambda m: m.legal_basis, width=26),
)  # fmt: skip


class Catalogue(SideBySide):
    """Every measure, searched by any words; the chosen one in full beside it."""

    def __init__(self) -> None:
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda one: one.code), "Catalogue", noun=("measure", "measures")
        )
        self.table.filter.setPlaceholderText("Search by name, law, who applies or against whom")
        self.none = SoftLabel("Choose a measure to read it in full.")
        self.card, self._words = Card("", large=True), QVBoxLayout()
        self._measures: dict[Hashable, MeasureType] = {}
        self.card.body.addLayout(self._words)
        self.card.hide()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        cards = CardList("The chosen measure of the catalogue")
        cards.add(self.card)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(cards, 1)
        super().__init__(self.table, side, 0.66)
        self.table.chosen.connect(self._choose)

    def show_measures(self, measures: Sequence[MeasureType]) -> None:
        """Show the catalogue."""
        self._measures = {one.code: one for one in measures}
        self.table.model.set_rows(measures)

    def _choose(self, key: Hashable | None) -> None:
        one = self._measures.get(key)
        self.none.setVisible(one is None)
        self.card.setVisible(one is not None)
        if one is None:
            return
        self.card.say(one.name, one.group)
        while (item := self._words.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for label, text in _facts(one):
            self._words.addWidget(SoftLabel(label))
            self._words.addWidget(Words(text))


def _targets(one: MeasureType) -> str:
    return ", ".join(TARGETS.get(letter, letter) for letter in one.targets)


def _facts(one: MeasureType) -> list[tuple[str, str]]:
    law = {
        "in force": "In force",
        "check commencement": "Check whether it has commenced before it is relied on",
        "verify": "Check locally before it is relied on",
    }[one.status]
    since = f", from {plain_date(one.in_force_from)}" if one.in_force_from else ""
    until = f", to {plain_date(one.in_force_to)}" if one.in_force_to else ""
    facts = [
        ("Legal basis", one.legal_basis),
        ("Who applies", one.applicant),
        ("Against", _targets(one)),
        ("Way", one.way),
        ("Standing of the law", f"{law}{since}{until}."),
        ("What to record", one.note),
        ("Also called", ", ".join(one.synonyms)),
        ("Source", one.source),
    ]
    return [(label, text) for label, text in facts if text]
