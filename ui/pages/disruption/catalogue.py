"""The catalogue of measures: what it is, on what law, who applies, against whom."""

from collections.abc import Hashable, Sequence

from models.codes import MeasureType
from ui.measure_law import LawWords, targets
from ui.rows import Column, RowsModel
from ui.widgets.card import Card, CardList
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[MeasureType]("Measure", lambda m: m.name, width=26, stretch=True),
    Column[MeasureType]("Group", lambda m: m.group, width=16),
    Column[MeasureType]("Who applies", lambda m: m.applicant, width=16, spare=True),
    Column[MeasureType]("Against", targets, width=16, spare=True),
    Column[MeasureType](
        "Law", lambda m: m.status,
        kind=lambda m: "" if m.status == "in force" else "medium", width=18,
    ),
    Column[MeasureType]("Legal basis", lambda m: m.legal_basis, width=26, spare=True),
)  # fmt: skip


class Catalogue(SideBySide):
    """Every measure, searched by any words; the chosen one in full beside it."""

    def __init__(self) -> None:
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda one: one.code), "Catalogue", noun=("measure", "measures")
        )
        self.table.filter.setPlaceholderText("Search by name, law, who applies or against whom")
        self.card, self.law = Card("", large=True), LawWords()
        self._measures: dict[Hashable, MeasureType] = {}
        self.card.add(self.law)
        cards = CardList("The chosen measure of the catalogue")
        cards.add(self.card)
        super().__init__(self.table, cards, 0.66)
        self.show_second(False)
        self.table.chosen.connect(self._choose)

    def show_measures(self, measures: Sequence[MeasureType]) -> None:
        """Show the catalogue."""
        self._measures = {one.code: one for one in measures}
        self.table.model.set_rows(measures)

    def _choose(self, key: Hashable | None) -> None:
        one = self._measures.get(key)
        self.show_second(one is not None)
        if one is None:
            return
        self.card.say(one.name, one.group)
        self.law.show_measure(one)
