"""Two versions of a place's assessment side by side, what changed marked in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from models.records.places_assessed import AssessedPlace
from models.rules.place_assessment import Difference, side_by_side
from ui.pages.people.places.worded import count_words, version_words
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, StrongLabel, Words

TITLE = "Two versions side by side"


class Comparison(Card):
    """Choosing an earlier and a later version, and every field that either fills in."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self._versions: dict[object, AssessedPlace] = {}
        self.earlier, self.later = Combo(name="Earlier version"), Combo(name="Later version")
        self._holder = QWidget()
        for combo in (self.earlier, self.later):
            combo.setParent(self)  # until there are versions, nothing else would end them
            combo.hide()
            combo.changed.connect(self._lay)
        self.add(self._holder)

    def show_versions(self, versions: Sequence[AssessedPlace]) -> None:
        """Offer these versions, the latest first; with fewer than two the card is hidden."""
        known = set(self._versions)
        self._versions = {one.id: one for one in versions}
        self.setVisible(len(versions) > 1)
        choices = [(one.id, version_words(one)) for one in versions]
        for combo, at in ((self.earlier, 1), (self.later, 0)):
            combo.set_choices(choices)
            fresh = known != set(self._versions) or combo.value() is None
            if len(versions) > at:
                # Set again though it stays, so that its words are shown from their beginning.
                combo.set_value(versions[at].id if fresh else combo.value())
        self._lay()

    def rows(self) -> tuple[Difference, ...]:
        """What the two chosen versions say."""
        pair = [self._versions.get(one.value()) for one in (self.earlier, self.later)]
        if None in pair:
            return ()
        first, second = pair
        assert first is not None and second is not None
        return side_by_side(first.values, second.values)

    def _lay(self, _chosen: object = None) -> None:
        for combo in (self.earlier, self.later):
            combo.setParent(self)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for column, share in enumerate((3, 4, 4, 1)):
            grid.setColumnStretch(column, share)
        for column, combo in enumerate((self.earlier, self.later), 1):
            grid.addWidget(combo, 0, column)
            combo.show()
            one = self._versions.get(combo.value())
            grid.addWidget(SoftLabel(count_words(one) if one else ""), 1, column)
        for at, row in enumerate(self.rows(), 2):
            grid.addWidget(StrongLabel(row.label), at, 0)
            grid.addWidget(Words(_written(row.earlier)), at, 1)
            grid.addWidget(Words(_written(row.later)), at, 2)
            grid.addWidget(Words("changed" if row.changed else "", "medium", wrap=False), at, 3)
        self.add(self._holder)


def _written(value: object) -> str:
    return plain_date(value) if hasattr(value, "isoformat") else str(value or "nothing said")
